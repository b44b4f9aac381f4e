"""Bytes to text: by byte order mark, as UTF-8 strictly, as the Windows encoding of the West, else by likelihood.

A byte order mark is the signature of the encoding and no character of the text (Unicode Standard 23.8), so it is not in
the text returned and offsets start after it. Nothing else is changed: line ends stay as they are.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from articles.intake.documents import UnreadableFile
from articles.intake.formats import refuse_by_signature

# UTF-32 before UTF-16: the little-endian mark of the one starts with that of the other.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_OTHERS = (
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1256", "cp1257", "iso8859_2", "koi8_r", "mac_roman"),
    *("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5"),
)
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡¢£¤¥¦§¨©«¬®¯°±²³´µ¶¸¹»¼½¾¿×÷](?=[^\W\d_])")

# A page or two tell the encoding of all; the whole of a large file would take seconds.
_SAMPLE = 64 * 1024

# What texts of Western Europe and the Americas hold beside ASCII. Left out are the letters that stand where the Central
# European, Turkish, Baltic and Macintosh encodings have their commonest ones ("Õ" here is "’" on the Macintosh).
_WESTERN = "cp1252"
_WESTERN_SIGNS = frozenset("‘’‚“”„‹›«»–—…•·€£¥¢§©®™°ªº¿¡¼½¾×±†‡\u00a0\u00ad")
_WESTERN_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøœùúûüßÿÀÁÂÃÄÅÆÇÈÉÊËÍÎÑÓÔÖØŒÚÜ")
_MAX_LETTER_SHARE = 0.25

_BINARY = "This is a binary file, not a text: take in the article's text instead."
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1b")
_MAX_CONTROL_SHARE = 0.01


def decode(data: bytes) -> tuple[str, str]:
    """The text that `data` holds, and the Python name of its encoding.

    Raises:
        UnreadableFile: for a known binary format, for bytes that hold NUL or many control characters, and for bytes
            that no encoding in question can read.
    """
    sentence = refuse_by_signature(data)
    if sentence:
        raise UnreadableFile(sentence)
    text, encoding = _decode_by_mark(data) or _decode_utf8(data) or _decode_western(data) or _decode_by_likelihood(data)
    if _is_binary(text):
        raise UnreadableFile(_BINARY)
    return text, encoding


def _decode_by_mark(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise UnreadableFile(
                    f"This file says it is {encoding.upper()} but is damaged: save it again as UTF-8."
                ) from error
    return None


def _decode_utf8(data: bytes) -> tuple[str, str] | None:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return None


def _decode_western(data: bytes) -> tuple[str, str] | None:
    """Detectors take a lone "£" for a Polish "Ł": where every character is one the West uses, it is the West's."""
    try:
        text = data.decode(_WESTERN)
    except UnicodeDecodeError:
        return None
    special = {char: text.count(char) for char in set(text) if not char.isascii()}
    letters = sum(count for char, count in special.items() if char in _WESTERN_LETTERS)
    plausible = special.keys() <= _WESTERN_SIGNS | _WESTERN_LETTERS and letters <= len(text) * _MAX_LETTER_SHARE
    return (text, _WESTERN) if plausible else None


def _decode_by_likelihood(data: bytes) -> tuple[str, str]:
    if b"\0" in data:
        raise UnreadableFile(_BINARY)
    sample = data[:_SAMPLE].rpartition(b"\n")[0]
    for extract, candidates in ((sample, _OTHERS), (data, _OTHERS), (data, (_WESTERN,))):
        encoding = _detect(extract, candidates)
        if encoding:
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    raise UnreadableFile("The encoding of this text cannot be told: save it as UTF-8 and take it in again.")


def _detect(data: bytes, candidates: Sequence[str]) -> str | None:
    from charset_normalizer import from_bytes  # its import costs 30 ms, which only a file in an old encoding pays

    if not data:
        return None
    matches = list(from_bytes(data, cp_isolation=list(candidates), enable_fallback=False))
    # The detector's first choice may hold "ta³o" for "tało": the likeliest without such signs inside words comes first.
    best = min(matches, key=lambda match: len(_SIGN_IN_WORD.findall(str(match))), default=None)
    return best.encoding if best else None


def _is_binary(text: str) -> bool:
    if "\0" in text:
        return True
    return sum(map(text.count, _CONTROLS)) > len(text) * _MAX_CONTROL_SHARE
