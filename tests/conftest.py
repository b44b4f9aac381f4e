"""What every test can ask for: people by role, clients signed in as them, a count of queries.

Two rules are held while tests are collected: what is pure never asks for the database, and `--database-only`, the
second run on another database, leaves out tests that cannot reach it (pytest-django lets nothing at the database that
did not ask) and those of `ALIKE`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases
from django.utils import translation
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from tests.databases import clone_database
from tests.factories import make_user

# How long an example takes says more of the machine than of the code. A build tries the same examples each time.
settings.register_profile(
    "factsheet",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI", "").lower() == "true",
)
settings.load_profile("factsheet")

HERE = Path(__file__).parent

PURE = tuple(
    HERE / path
    for path in (
        "articles/extraction",
        "articles/intake",
        "articles/test_passages.py",
        "articles/test_revisions.py",
        "articles/test_values.py",
        "factsheet/reconcile",
        "factsheet/export",
    )
)
"""Where the tests of the pure packages stand."""

VIEWS = HERE / "factsheet/views"

ALIKE = (
    *(HERE / path for path in ("browser", "corpora", "security", "factsheet/forms", "factsheet/templatetags")),
    *(path for path in VIEWS.glob("test_*.py") if path.name != "test_addresses.py"),
    *HERE.glob("factsheet/test_benchmark_*.py"),
    *(
        HERE / f"factsheet/test_{name}.py"
        for name in ("addresses", "confidential", "demo_command", "hostile", "languages", "pages", "screens_in_french")
    ),
)
"""Where tests stand that say of a page, of its words or of who sees it what is so on every database.

What reads and writes it has tests of its own: the actions, the queries, the models, the commands. Every page is opened
and every act is done on both databases, by `views/test_addresses.py`.
"""

# "django_db_blocker" is none of them: pytest-django hands it to every test.
DATABASE_FIXTURES = frozenset({"db", "transactional_db", "django_db_setup"})


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--database-only`."""
    parser.addoption("--database-only", action="store_true", help="run what may differ by the database")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Under `--database-only`, do not even read what would be left out."""
    return True if config.getoption("--database-only") and collection_path in {*PURE, *ALIKE} else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Refuse the database to the tests of the pure packages, and honour `--database-only`."""
    if impure := [item.nodeid for item in items if _is_pure(item) and _reaches_database(item)]:
        raise pytest.UsageError("tests of pure packages ask for the database: " + ", ".join(impure))
    if flushing := [item.nodeid for item in items if _flushes_database(item)]:
        raise pytest.UsageError("append-only tables refuse a flush; ask for own_database: " + ", ".join(flushing))
    if config.getoption("--database-only"):
        left_out = [item for item in items if not _reaches_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _reaches_database(item)]


def _is_pure(item: pytest.Item) -> bool:
    return any(item.path.is_relative_to(path) for path in PURE)


def _reaches_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return (
        item.get_closest_marker("django_db") is not None
        or not DATABASE_FIXTURES.isdisjoint(fixtures)
        or not isinstance(item, pytest.Function)
        or item.cls is not None
    )


def _flushes_database(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return "transactional_db" in getattr(item, "fixturenames", ()) or bool(
        marker and (marker.args or marker.kwargs.get("transaction"))
    )


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    """What is answered in another language leaves the thread speaking it."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The test database. That of pytest-django is not made where nothing but copies of it is asked for."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture
def own_database(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> Iterator[None]:
    """A copy of the test database in which commits are real, for this test alone.

    People and rows are made in the test: the fixtures that make them stand in the transaction of `db`.
    """
    if "db" in request.fixturenames:
        raise pytest.UsageError(f"{request.node.nodeid} asks both for own_database and for db")
    with django_db_blocker.unblock(), clone_database(tmp_path):
        yield


@pytest.fixture
def reporter(db: None) -> User:
    """Someone who takes in articles and sorts claims."""
    return make_user("reporter", role="Reporter")


@pytest.fixture
def editor(db: None) -> User:
    """Someone who settles facts."""
    return make_user("editor", role="Editor")


@pytest.fixture
def publisher(db: None) -> User:
    """Someone who approves and publishes sheets."""
    return make_user("publisher", role="Publisher")


@pytest.fixture
def administrator(db: None) -> User:
    """Someone who may do everything in the admin."""
    return make_user("administrator", role="Administrator")


@pytest.fixture
def client_of() -> Callable[[User | None], Client]:
    """A client signed in as a user, or as nobody: `client_of(editor).get(...)`."""

    def sign_in(user: User | None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def count_queries() -> Callable[[Callable[[], object]], int]:
    """How many queries an act takes: `count_queries(lambda: client.get("/"))`. A test that fails shows them."""

    def count(act: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as captured:
            act()
        print(*(query["sql"] for query in captured), sep="\n")
        return len(captured)

    return count
