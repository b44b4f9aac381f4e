"""What holds for every template and every style sheet, read from the files themselves."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.messages.constants import DEFAULT_TAGS
from django.template.loader import get_template

from factsheet.models import Decision, Evidence, Fact, FactSheet
from factsheet.reconcile import RelationKind

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "factsheet" / "static" / "factsheet"
CSS = sorted((STATIC / "css").glob("*.css"))
# The admin's own templates follow the admin's conventions; the last resort for errors needs nothing of Django.
TEMPLATES = [
    path
    for path in sorted((ROOT / "templates").rglob("*.html"))
    if "admin" not in path.parts and path.name != "500.html"
]
NAMES = [str(path.relative_to(ROOT / "templates")) for path in TEMPLATES]

TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>")
DJANGO = re.compile(r"{% comment %}.*?{% endcomment %}|{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
# Words that no language translates.
NAMES_OF_THINGS = {"Factsheet", "SHA", "UTC", "Ctrl", "Enter", "Esc", "nbsp", "CSV", "JSON", "Lines"}
VOID = {"input", "link", "meta", "br", "hr", "img", "use", "path", "line", "circle", "rect"}

every_template = pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles(name: str) -> None:
    get_template(name)


@every_template
def test_nothing_needs_more_than_the_content_security_policy_allows(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for name, attributes in TAG.findall(source):
        assert not re.search(r"\bstyle\s*=", attributes), "an inline style"
        assert not re.search(r"\son[a-z]+\s*=|\bhx-(on|vars)\b|\bjs:", attributes), "an inline script"
        assert name != "style"
        assert name != "script" or "src=" in attributes, "an inline script"
    assert not re.search(r"""(src|href|action)=["'](https?:)?//""", source), "something from another host"


@every_template
def test_nothing_escapes_the_escaping(path: Path) -> None:
    assert not re.search(r"\|\s*(safe|safeseq)\b|autoescape\s+off", path.read_text(encoding="utf-8"))


@every_template
def test_whatever_htmx_asks_for_a_plain_form_or_link_asks_for_too(path: Path) -> None:
    form = None
    for name, attributes in re.findall(r"<(/?[a-z][a-z0-9]*)\b([^<>]*)>", path.read_text(encoding="utf-8")):
        asked = re.search(r'hx-(?:get|post)="([^"]*)"', attributes)
        plain = re.search(r'(?<![\w-])(?:href|action)="([^"]*)"', attributes)
        if name in ("form", "/form"):
            form = plain
        # What is asked while somebody types is asked by the form around the box as well.
        plain = plain or form
        assert asked is None or (plain is not None and asked[1] == plain[1])


class Outline(HTMLParser):
    """The root elements of a fragment, and the text that stands in no translation tag."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.roots: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that stands in no other."""
        if self.depth == 0:
            self.roots.append(dict(attrs))
        self.depth += tag not in VOID

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing stands in an element that closes itself."""

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self.depth -= tag not in VOID


@pytest.mark.parametrize("name", [name for name in NAMES if Path(name).name.startswith("_")])
def test_a_fragment_has_one_root_element_with_an_id_or_says_of_each_where_it_goes(name: str) -> None:
    outline = Outline()
    outline.feed(DJANGO.sub("", (ROOT / "templates" / name).read_text(encoding="utf-8")))
    assert outline.roots
    if not all("hx-swap-oob" in root for root in outline.roots):
        assert len(outline.roots) == 1
        assert "id" in outline.roots[0]


@every_template
def test_every_word_of_the_interface_can_be_translated(path: Path) -> None:
    source = re.sub(
        r"{% blocktranslate.*?{% endblocktranslate %}|{% block page_class %}.*?{% endblock",
        "",
        path.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )
    # Attributes that are read aloud or shown count as words too.
    spoken = re.findall(r'(?:title|placeholder|aria-label)="([^"]*)"', source)
    bare = DJANGO.sub(" ", " ".join([re.sub(r"<[^<>]*>", " ", DJANGO.sub("", source)), *spoken]))
    assert set(re.findall(r"[A-Za-z]{3,}", bare)) <= NAMES_OF_THINGS


def _words_with_an_icon() -> set[str]:
    choices = (FactSheet.State, Fact.State, Fact.Status, Evidence.Relation, Decision.Outcome)
    states = {value for choice in choices for value in choice.values if value}
    relations = {kind.value for kind in RelationKind}
    levels = {"success", "error", "warning", "info"} & set(DEFAULT_TAGS.values())
    named = {name for path in TEMPLATES for name in re.findall(r'{% icon "(\w+)" %}', path.read_text(encoding="utf-8"))}
    return states | relations | levels | named | {"none"}


def test_every_state_and_relation_has_a_shape() -> None:
    sprite = (STATIC / "icons.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'<symbol id="(\w+)"', sprite))
    assert _words_with_an_icon() <= drawn


def test_every_style_sheet_is_linked_once_and_the_order_of_layers_comes_first() -> None:
    linked = re.findall(
        r"factsheet/css/(\w+\.css)", (ROOT / "templates/components/styles.html").read_text(encoding="utf-8")
    )
    assert sorted(linked) == [path.name for path in CSS]
    assert linked[0] == "tokens.css"


def test_the_interface_stays_small() -> None:
    assert sum(path.stat().st_size for path in CSS) <= 30 * 1024
    assert sum(path.stat().st_size for path in (STATIC / "js").glob("*.js")) <= 15 * 1024


@pytest.mark.parametrize(
    "path", [path for path in CSS if path.name not in ("tokens.css", "print.css")], ids=lambda path: path.name
)
def test_colours_stand_in_the_tokens_alone(path: Path) -> None:
    assert not re.search(r"#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_every_rule_stands_in_a_layer_and_every_property_it_uses_is_defined(path: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    tokens = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    assert re.match(r"\s*@layer", css)
    assert css.count("{") == css.count("}")
    # --tone and --wash are set by the state of an element, and have a fallback where they may be missing.
    used = set(re.findall(r"var\((--[\w-]+)", css)) - {"--tone", "--wash"}
    assert used <= set(re.findall(r"(--[\w-]+):", tokens))


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_the_themes_differ_in_their_colours_alone(path: Path) -> None:
    """So that in the second theme the browser tests ask axe for nothing but colours."""
    css = path.read_text(encoding="utf-8")
    assert "prefers-color-scheme" not in css
    assert set(re.findall(r"data-theme[^{]*\{([^:}]*):", css)) <= {" color-scheme"}


def _colours(theme: int) -> dict[str, tuple[int, ...]]:
    """The colours of the light (0) or dark (1) theme as red, green and blue."""
    tokens = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    pairs = re.findall(r"(--[\w-]+): light-dark\(#(\w{3,6}), #(\w{3,6})\)", tokens)
    return {name: _rgb((light, dark)[theme]) for name, light, dark in pairs}


def _rgb(digits: str) -> tuple[int, ...]:
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    return tuple(int(digits[i : i + 2], 16) for i in (0, 2, 4))


def _luminance(colour: tuple[int, ...]) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (c / 255 for c in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


GROUNDS = ("--paper", "--surface", "--accent-wash")
READABLE = [
    *((ink, ground) for ink in ("--ink", "--ink-soft", "--accent", "--bad", "--warn", "--good") for ground in GROUNDS),
    ("--bad", "--bad-wash"),
    ("--warn", "--warn-wash"),
    ("--good", "--good-wash"),
    ("--ink-soft", "--sunken"),
    ("--ink", "--marker"),
    ("--ink", "--marker-strong"),
    ("--on-accent", "--accent"),
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground_by_4_5_to_1_and_edges_by_3_to_1(theme: int) -> None:
    colours = _colours(theme)

    def contrast(a: str, b: str) -> float:
        high, low = sorted((_luminance(colours[a]), _luminance(colours[b])), reverse=True)
        return (high + 0.05) / (low + 0.05)

    assert [pair for pair in READABLE if contrast(*pair) < 4.5] == []
    assert [ground for ground in GROUNDS if contrast("--line-strong", ground) < 3] == []
