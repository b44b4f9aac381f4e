"""The database itself refuses to change what is append-only, whoever asks it and however."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Model

from articles import guards
from articles.guards import Guard
from articles.models import GUARDS as ARTICLE_GUARDS
from articles.models import Article, Claim
from factsheet.models import GUARDS as SHEET_GUARDS
from tests import factories

GUARDS = (*ARTICLE_GUARDS, *SHEET_GUARDS)


def make_withdrawal() -> Model:
    """A remark that takes another back: only then its unique column has a value."""
    taken_back = factories.make_comment()
    return factories.make_comment(taken_back.fact, withdraws=taken_back)


MAKERS: dict[str, Callable[[], Model]] = {
    "articles_article": factories.make_article,
    "articles_claim": factories.make_claim,
    "factsheet_decision": factories.make_decision,
    "factsheet_citation": factories.make_citation,
    "factsheet_comment": make_withdrawal,
    "factsheet_ruling": factories.make_ruling,
    "factsheet_edition": factories.make_edition,
    "factsheet_activity": factories.make_activity,
    "factsheet_lineverdict": factories.make_verdict,
}
APPEND_ONLY = [guard for guard in GUARDS if guard.columns is None]
KEPT = [guard for guard in GUARDS if not guard.delete]
GUARDED_COLUMNS = [(guard, column) for guard in GUARDS for column in (guard.key, *(guard.columns or ()))]


def table_of(guard: Guard) -> str:
    return guard.table


def execute(statement: str, *parameters: str | int) -> None:
    """Run SQL as someone with a shell on the database would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def read_table(guard: Guard) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{guard.table}" ORDER BY 1')
        return list(cursor.fetchall())


def other_value(row: Model, column: str) -> str | int:
    """A value of the column's type that the row does not have."""
    value = getattr(row, column)
    if isinstance(row._meta.get_field(column), models.DateTimeField):
        return "2001-02-03 04:05:06+00"
    if isinstance(value, dict):
        return json.dumps({"was": value})
    return value[::-1] or "else" if isinstance(value, str) else int(value or 0) + 1


def test_every_guarded_table_is_tried_here() -> None:
    assert {guard.table for guard in GUARDS} == set(MAKERS)


@pytest.mark.django_db
@pytest.mark.parametrize(("guard", "column"), GUARDED_COLUMNS, ids=[f"{g.table}.{c}" for g, c in GUARDED_COLUMNS])
def test_a_guarded_column_never_changes(guard: Guard, column: str) -> None:
    row = MAKERS[guard.table]()
    before = read_table(guard)
    with pytest.raises(IntegrityError, match=r"never change|is append-only"):
        execute(f'UPDATE "{guard.table}" SET "{column}" = %s', other_value(row, column))
    assert read_table(guard) == before


@pytest.mark.django_db
@pytest.mark.parametrize("guard", APPEND_ONLY, ids=table_of)
def test_no_column_of_an_append_only_row_changes(guard: Guard) -> None:
    MAKERS[guard.table]()
    for field in guard.model._meta.concrete_fields:
        with pytest.raises(IntegrityError, match="is append-only"):
            execute(f'UPDATE "{guard.table}" SET "{field.column}" = "{field.column}"')


@pytest.mark.django_db
@pytest.mark.parametrize("guard", KEPT, ids=table_of)
def test_a_row_that_is_kept_cannot_be_deleted(guard: Guard) -> None:
    MAKERS[guard.table]()
    before = read_table(guard)
    with pytest.raises(IntegrityError, match="kept for ever"):
        execute(f'DELETE FROM "{guard.table}"')
    assert read_table(guard) == before


@pytest.mark.django_db
@pytest.mark.parametrize("guard", KEPT, ids=table_of)
def test_no_other_statement_gets_past_the_triggers(guard: Guard) -> None:
    one, other = MAKERS[guard.table](), MAKERS[guard.table]()
    before = read_table(guard)
    # Else PostgreSQL waits for the deferred foreign keys before it looks at the trigger.
    execute("SET CONSTRAINTS ALL IMMEDIATE" if connection.vendor == "postgresql" else "SELECT 1")
    for statement in back_doors(guard, one, other):
        with pytest.raises(IntegrityError, match=r"kept for ever|UNIQUE|append-only|never change"):
            execute(statement)
        assert read_table(guard) == before


def back_doors(guard: Guard, one: Model, other: Model) -> list[str]:
    """Statements that take rows away without a DELETE; on SQLite a REPLACE through each unique index of the table."""
    if connection.vendor == "postgresql":
        return [f'TRUNCATE "{guard.table}" CASCADE']
    columns = [str(field.column) for field in guard.model._meta.concrete_fields]
    names = ", ".join(f'"{column}"' for column in columns)
    replace = f'INSERT OR REPLACE INTO "{guard.table}" ({names}) SELECT'
    statements = [
        f'{replace} {names} FROM "{guard.table}"',
        f'UPDATE OR REPLACE "{guard.table}" SET "{guard.key}" = {one.pk} WHERE "{guard.key}" = {other.pk}',
    ]
    with connection.cursor() as cursor:
        for index in connection.introspection.get_constraints(cursor, guard.table).values():
            if index["unique"] and guard.key not in index["columns"]:
                values = ", ".join(f'"{c}" + 1000' if c == guard.key else f'"{c}"' for c in columns)
                statements.append(
                    f'INSERT OR REPLACE INTO "{guard.table}" ({names}) SELECT {values} FROM "{guard.table}"'
                )
    return statements


@pytest.mark.django_db
@pytest.mark.parametrize("guard", GUARDS, ids=table_of)
def test_every_unique_index_of_a_guarded_table_is_known_to_its_guard(guard: Guard) -> None:
    """A guard on INSERT OR REPLACE sees plain unique columns; one on a condition or an expression would be a gap."""
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, guard.table).values()
    unique = {tuple(sorted(c["columns"])) for c in constraints if c["unique"] or c["primary_key"]}
    known = {tuple(sorted(columns)) for columns in guard.unique_columns()}
    # What may be deleted may also make way, as far as nothing refers to it.
    assert unique >= known if guard.delete else unique == known


@pytest.mark.django_db
def test_a_claim_under_evidence_is_not_put_in_the_place_of_another() -> None:
    claim = factories.make_evidence().claim
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    with pytest.raises(IntegrityError):
        execute(f'{verb} INTO "articles_claim" SELECT * FROM "articles_claim" WHERE id = %s', claim.pk)


@pytest.mark.django_db
def test_a_claim_that_nobody_uses_may_go() -> None:
    claim = factories.make_claim()
    claim.delete()
    assert not Claim.objects.exists()


@pytest.mark.django_db
def test_what_is_not_guarded_may_change_even_where_the_whole_row_is_written() -> None:
    article = factories.make_article()
    article.title = "The mission has ended"
    article.save()
    assert Article.objects.get().title == "The mission has ended"


@pytest.mark.django_db
def test_duplicates_are_left_out_where_that_is_asked_for() -> None:
    claim = factories.make_claim()
    same = type(claim)(
        **{
            field.attname: getattr(claim, field.attname)
            for field in claim._meta.concrete_fields
            if field.attname != "id"
        }
    )
    type(claim).objects.bulk_create([same], ignore_conflicts=True)
    assert type(claim).objects.count() == 1


def test_the_triggers_survive_that_a_table_is_altered(own_database: None) -> None:
    """SQLite copies a table to alter it, and drops its triggers; the next `migrate` puts them back."""
    for guard in GUARDS:
        constraint = models.CheckConstraint(condition=models.Q(id__gt=0), name=f"{guard.table}_altered")
        with connection.schema_editor() as editor:
            editor.add_constraint(guard.model, constraint)
    assert connection.vendor == "postgresql" or guards.missing(connection, GUARDS)
    call_command("migrate", verbosity=0)
    assert guards.missing(connection, GUARDS) == []


@pytest.mark.django_db
@pytest.mark.parametrize("guard", GUARDS, ids=table_of)
def test_a_trigger_that_is_gone_is_missed(guard: Guard) -> None:
    guards.remove(connection, [guard])
    gone = guards.missing(connection, GUARDS)
    assert gone
    assert all(name.startswith(f"{guard.table}_keep") for name in gone)


CHAINED = [guard for guard in GUARDS if guard.chain]


def forge(row: Model, **changes: str | int) -> None:
    """Insert a copy of a row under a new key, with some columns changed."""
    columns = {str(field.column): f'"{field.column}"' for field in row._meta.concrete_fields if not field.primary_key}
    columns |= dict.fromkeys(changes, "%s")
    names = ", ".join(f'"{name}"' for name in columns)
    execute(
        f'INSERT INTO "{row._meta.db_table}" ({names}) '
        f'SELECT {", ".join(columns.values())} FROM "{row._meta.db_table}" WHERE id = {row.pk}',
        *(changes[name] for name in columns if name in changes),
    )


@pytest.mark.django_db
@pytest.mark.parametrize("guard", CHAINED, ids=table_of)
def test_a_row_that_does_not_follow_the_newest_of_its_chain_is_refused(guard: Guard) -> None:
    row = MAKERS[guard.table]()
    rows = guard.model._default_manager
    sha256 = row.sha256  # type: ignore[attr-defined]
    forgeries: list[dict[str, str | int]] = [
        {"number": 2, "previous_sha256": "0" * 64},
        {"number": 3, "previous_sha256": sha256},
        {"number": 2, "previous_sha256": ""},
        {"number": 0, "previous_sha256": sha256},
        # A second beginning, and one that steps in front of the first.
        {"number": 1, "previous_sha256": ""},
    ]
    for forgery in forgeries:
        with pytest.raises(IntegrityError):
            forge(row, **forgery)
    assert rows.count() == 1
    forge(row, number=2, previous_sha256=sha256)
    assert rows.count() == 2


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no SHA-256")
def test_a_digest_that_is_not_of_the_content_is_refused() -> None:
    edition, article = factories.make_edition(), factories.make_article()
    with pytest.raises(IntegrityError, match="sha256"):
        forge(edition, number=2, previous_sha256=edition.sha256, sha256="0" * 64)
    with pytest.raises(IntegrityError, match="sha256"):
        forge(article, sha256="0" * 64)
