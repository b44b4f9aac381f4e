"""What the tests of security share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils.translation import get_language, override


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the language and the counts as they were found."""
    cache.clear()
    with override(get_language()):
        yield
    cache.clear()
