"""Which addresses may be made a link."""

from __future__ import annotations

import pytest

from articles.addresses import web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://herald.example/2024/03/bridge",
        "http://herald.example/?a=1&b=it's#part",
        "HTTPS://Herald.example/caf%C3%A9",
        "https://zeitung.example/brücke",
    ],
)
def test_an_address_of_a_page_is_one(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "herald.example",
        "javascript:alert(1)",
        " https://herald.example/",
        "https://herald.example/ x",
        "https://herald.example/\njavascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//herald.example/",
        'https://herald.example/"onmouseover=x',
        "https://herald.example/><script>",
        "http://evil.example\\@herald.example/",
        "https://herald.example/\u202etxt.exe",
        "https://",
    ],
)
def test_anything_else_leads_nowhere(address: str) -> None:
    assert web_address(address) == ""
