"""The desk that the tests of a module share."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.factsheet.views.desk import Site, make_site


@pytest.fixture(scope="module")
def standing_site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """A desk that stands while the tests of one module run, those that do not ask for it included."""
    lasting = transaction.atomic()
    with django_db_blocker.unblock():
        lasting.__enter__()
        site = make_site()
    yield site
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        lasting.__exit__(None, None, None)


@pytest.fixture
def site(standing_site: Site, db: None) -> Site:
    """A desk with one of everything. What the test does to it is taken back, as whatever it does is."""
    return deepcopy(standing_site)
