"""An edition, one file per format. Every format is made from the stored bytes alone, so it can say nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factsheet.export.markdown import write_markdown
from factsheet.export.tables import write_csv

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of exchange: what it is called on the web and on disk, and how an edition's bytes are written in it."""

    media_type: str
    extension: str
    write: Callable[[bytes], bytes]


def _keep(body: bytes) -> bytes:
    return body


FORMATS: Mapping[str, Format] = {
    "json": Format("application/json", "json", _keep),
    "csv": Format("text/csv; charset=utf-8; header=present", "csv", write_csv),
    "markdown": Format("text/markdown; charset=utf-8", "md", write_markdown),
}
