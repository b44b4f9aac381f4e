"""Bytes in, article text out, with what the text tells about itself.

`read_document` takes a file's bytes, `describe` a text that is already decoded; both return a `Document`. One module
holds one step: `decoding` (bytes to text), `formats` (what cannot be read yet), `lines`, `frontmatter`, `furniture`
(what is not the article), `masthead` (title, outlet and publication date), and the tables they go by: `phrases`,
`outlets`, `timestamps`.
"""

from articles.intake.documents import Document, Mark, Reason, UnreadableFile
from articles.intake.reading import MAX_BYTES, check_size, describe, read_document

__all__ = ["MAX_BYTES", "Document", "Mark", "Reason", "UnreadableFile", "check_size", "describe", "read_document"]
