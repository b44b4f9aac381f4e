"""Second factors and a provider's sign-in, switched on for a test."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from django.core.cache import cache
from pytest_django import Settings

from factsheet.identity.configuration import INSTALL, PROVIDER

if find_spec("allauth") is None:
    pytest.skip(f"the extra for second factors is not installed: {INSTALL}", allow_module_level=True)


@pytest.fixture(autouse=True)
def identity(settings: Settings) -> Iterator[Settings]:
    """The settings, with both on; what was counted and proved before is forgotten."""
    settings.MFA, settings.SSO, settings.SSO_NAME = True, PROVIDER, "Example"
    settings.ROOT_URLCONF = "tests.identity.site"
    cache.clear()
    yield settings
    cache.clear()
