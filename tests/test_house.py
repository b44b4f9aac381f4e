"""The rules of the house that no linter holds. The imports are held by import-linter, the docstrings by ruff."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 400

PURE = (
    "articles/values.py",
    "articles/measures.py",
    "articles/passages.py",
    "articles/phrasing.py",
    "articles/revisions.py",
    "articles/zones.py",
    "articles/extraction",
    "articles/intake",
    "factsheet/reconcile",
    "factsheet/export",
)

# What reads the clock, a file or the keyboard, or speaks to somebody; modules that do are forbidden in pyproject.toml.
IMPURE_CALLS = frozenset(
    {"open", "input", "print", "now", "utcnow", "today", "read_text", "read_bytes", "write_text", "write_bytes"}
)

# A test waits for what it waits for, not for a while; and it names its fixtures in the open, since the run on the
# second database leaves out whatever asks for none.
FORBIDDEN_IN_TESTS = frozenset({"sleep", "wait_for_timeout", "getfixturevalue"})


def find_modules(*places: str) -> Iterator[tuple[str, str]]:
    """The text of each module in the folders or files, by its path here; migrations are written by a machine."""
    for place in places:
        path = ROOT / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            if "migrations" not in file.parts:
                yield str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")


def read_modules(*places: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules in the folders or files, read as Python."""
    return ((module, ast.parse(text)) for module, text in find_modules(*places))


def read_calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a module with the last part of the name that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node


def find_calls(names: frozenset[str], *places: str) -> list[str]:
    return [
        f"{module}:{call.lineno} calls {name}"
        for module, tree in read_modules(*places)
        for name, call in read_calls(tree)
        if name in names
    ]


def test_no_module_is_too_long_to_be_read_at_one_sitting() -> None:
    lengths = {module: len(text.splitlines()) for module, text in find_modules("articles", "factsheet", "tests")}
    assert {module: length for module, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_pure_packages_read_no_clock_and_no_file() -> None:
    assert find_calls(IMPURE_CALLS, *PURE) == []


def test_no_test_sleeps_or_asks_for_a_fixture_in_passing() -> None:
    assert find_calls(FORBIDDEN_IN_TESTS, "tests") == []


READS_ENVIRONMENT = re.compile(r"env\.\w+|os\.environ\.get|os\.getenv")


def read_environment_names() -> set[str]:
    """The names of the environment variables that the program reads: `env.str("X")`, `os.environ["X"]`, `.get("X")`."""
    names = set()
    for _, tree in read_modules("articles", "factsheet"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                names |= _read_name(node.slice)
            if isinstance(node, ast.Call) and re.match(
                r"env\.\w+$|os\.environ\.get$|os\.getenv$", ast.unparse(node.func)
            ):
                names |= _read_name(node.args[0])
    return names


def _read_name(node: ast.expr) -> set[str]:
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def test_every_environment_variable_stands_in_the_readme() -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    names = read_environment_names()
    assert names >= {"SECRET_KEY", "DATABASE_URL", "PORT"}, "the test no longer sees how the settings are read"
    assert sorted(name for name in names if f"`{name}`" not in text) == []


ELSEWHERE = r"(?:https?:)?//"

# What makes a browser fetch or send something; `<a href>` only when somebody follows it.
LOADS_IN_HTML = re.compile(
    rf"<(?!a\b)[a-z][^>]*\s(?:src|srcset|href|poster|data|action|formaction|hx-[a-z]+)\s*=\s*[\"']?\s*{ELSEWHERE}",
    re.IGNORECASE,
)
LOADS_IN_CSS = re.compile(rf"(?:url\(\s*|@import\s+)[\"']?{ELSEWHERE}", re.IGNORECASE)
LOADS_IN_JAVASCRIPT = re.compile(rf"[\"'`]{ELSEWHERE}", re.IGNORECASE)

# What the content security policy refuses to run or to apply.
INLINE_IN_HTML = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>|<style\b|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE)

RULES = [("*.html", LOADS_IN_HTML), ("*.html", INLINE_IN_HTML), ("*.css", LOADS_IN_CSS), ("*.js", LOADS_IN_JAVASCRIPT)]

BREACHES = [
    (LOADS_IN_HTML, '<script src="https://cdn.example/htmx.js"></script>'),
    (LOADS_IN_HTML, "<link rel=stylesheet href=//fonts.example/css>"),
    (LOADS_IN_HTML, '<img alt="" src="http://pixel.example/1.gif">'),
    (LOADS_IN_HTML, '<form method="post"\n action="https://forms.example/">'),
    (INLINE_IN_HTML, "<script>alert(1)</script>"),
    (INLINE_IN_HTML, "<style>p {}</style>"),
    (INLINE_IN_HTML, '<p class="a" style="color: red">'),
    (INLINE_IN_HTML, '<button type="button" onclick="go()">'),
    (LOADS_IN_CSS, '@import "https://fonts.example/inter.css";'),
    (LOADS_IN_CSS, "p { background: url(//images.example/p.png) }"),
    (LOADS_IN_JAVASCRIPT, 'import x from "https://esm.example/x.js";'),
]


@pytest.mark.parametrize(("rule", "text"), BREACHES, ids=[text for _, text in BREACHES])
def test_the_rules_for_pages_see_a_breach(rule: re.Pattern[str], text: str) -> None:
    assert rule.search(text)


def test_pages_load_nothing_from_elsewhere_and_carry_no_inline_code() -> None:
    files = [
        (file, rule)
        for folder in ("templates", "articles", "factsheet")
        for pattern, rule in RULES
        for file in sorted((ROOT / folder).rglob(pattern))
    ]
    assert files
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file, rule in files
        if (match := rule.search(file.read_text(encoding="utf-8")))
    ]
    assert found == []
