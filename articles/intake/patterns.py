"""The shapes by which captions, credits and self-descriptions are known: regular expressions over a line's folded form.

Each is matched from the line's start, on lines of bounded length only, and holds no nested repetition.
"""

from __future__ import annotations

import re


def _compile(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, patterns))


def _compile_any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_AGENCY = (
    r"(?:reuters|ap|afp|epa|epa-efe|efe|getty(?: images)?|dpa|tass|xinhua|sputnik|ria novosti|anadolu(?: agency)?|aa|"
    r"upi|shutterstock|alamy|bloomberg|zuma(?: press)?|sipa(?: usa)?|nurphoto|handout|file|pool|"
    r"eyevine|belga|ansa|kyodo(?: news)?|yonhap|ukrinform|wikimedia(?: commons)?|creative commons|istock|imago|"
    r"picture alliance)"
)
_PICTURE = (
    r"(?:photo|photograph|image|picture|pic|graphic|illustration|video|screenshot|screen grab|map|"
    r"file photo|file image|file picture|file)"
)
_NAME = r"[^\W\d][\w'.-]*(?: [^\W\d][\w'.-]*){0,3}"

# No caption is without one of these: looked for first, since most lines are none.
CAPTION_SIGNS = ("(", "[", "/", ":", "|", "©", "via", "photo", "image", "file", "getty")

# A line that names the maker of a picture as captions do: the line is the caption. Where a sentence could hold the same
# words, the line must not end in a full stop.
CAPTIONS = _compile(
    rf"{_PICTURE}s?\s?[:|/]",
    r"(?:caption|credits?)\s?[:|/]",
    r"(?:photo|image|picture|media|video) (?:credits?|source|copyright|caption|illustration)\s?[:|,/]",
    r"image (?:caption|source|copyright)\b",
    r"file (?:photo|image|picture|footage)\s?(?:[:.(–—-]|of |$)",
    r"file\s?[–—:-]\s",
    r"©\s?\D",
    rf".*[(\[]{_PICTURE}s?\s?(?:by |credit|courtesy|via |[:/]).{{0,120}}[)\]]\.?$",
    r".*[(\[](?:(?:ap|afp|epa|un|reuters|army|navy) photo|credit:|courtesy |courtesy:)[^()\[\]]{0,120}[)\]]\.?$",
    rf".*[(\[](?!{_AGENCY}(?:\s?/\s?{_AGENCY})*[)\]])[^()\[\]]{{0,80}}(?:/\s?|via ){_AGENCY}\b"
    r"[^()\[\]]{0,60}[)\]]\.?$",
    rf"[^.!?]*\[{_AGENCY}\]$",
    rf".*(?:/\s?|\bvia ){_AGENCY}(?:\s?/\s?{_NAME})?(?<!\.)$",
    rf".*\b{_AGENCY}(?:\s?/\s?{_NAME}){{1,3}}(?<!\.)$",
    rf".*\b(?:un|nato|army|navy|pool|ap|afp|epa|courtesy) photo\s?(?:/|by )\s?{_NAME}(?<!\.)$",
    rf".*\b{_PICTURE} ?(?:by|courtesy of|courtesy|credit|:) .{{2,50}}(?:/|via|for) ?{_AGENCY}$",
    r".*\b(?:getty images|file photo|handout photo)$",
)
# An agency's bare name in brackets ends captions, but also signs the last paragraph of a story: only before the first.
HEAD_CAPTION = re.compile(rf".*[(\[]{_AGENCY}[)\]]\.?$")
MAX_CAPTION_LENGTH = 600

# The name that a site's template prints where an advertisement should be, once or more.
PLACEHOLDER = re.compile(r"(?:-?\s?sponsor\s?-?\s?)?(?:spot_img\s?)+$")

# Lines in which the page speaks of itself.
ABOUT_LINE = _compile_any(
    r".{2,60}'s? profile picture$",
    r".{2,60}'s? website can (?:also )?be accessed (?:at|from|via)\b",
    r"follow .{2,40} on (?:twitter|x|facebook|telegram|instagram|whatsapp|youtube|tiktok|threads|google news)\b",
    r"©.{0,60}\b\d{4}\b",
    r"copyright\s?(?:©|\(c\)|\d{4}\b)",
    r".{0,200}\ball rights reserved\b",
)

# What a page says of its makers: two different cues make the last paragraph of a page boilerplate.
ABOUT_CUES = _compile(
    r"\bunbiased\b|\bunfiltered\b|\bnon-?partisan\b|\bindependent (?:news|journalism|media|outlet)\b",
    r"\b(?:reporting|coverage|journalism|experience) (?:for|since) (?:over |more than )?\d{1,4}\+?",
    r"\b\d{1,3}\+ years\b|\bdecades? of experience\b|\byears of experience\b|\baward-winning\b",
    r"\bcovering (?:[\w'-]+,? ){1,6}(?:and|around|across|from|for|in)\b",
    r"\b(?:editor-in-chief|managing editor|founding editor|founder|co-founder) (?:of|at)\b",
    r"\b(?:is|was) an? (?:[\w-]+ ){0,4}(?:reporter|correspondent|journalist|columnist|writer|freelancer|contributor) "
    r"(?:for|at|with|based|covering|who covers)\b",
    r"\bfollow (?:him|her|them|me|us) (?:on|at)\b|\bcan be reached at\b|\btwitter:? @",
    r"\bbreaking news\b|\b(?:from|all) around the (?:world|globe)\b|\bnews and analysis\b",
    r"\b(?:his|her|their) work has appeared\b|\bbylines? in\b|\bpreviously (?:worked|reported|wrote) (?:for|at)\b",
)
