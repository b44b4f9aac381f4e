"""`manage.py verify` sees whatever somebody changed past the program, as who holds the file of the database can."""

from __future__ import annotations

import hashlib
import io
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from articles import guards
from factsheet import actions
from factsheet.management import verification
from factsheet.models import GUARDS, Activity, Comment, Decision, Edition, Fact, FactSheet
from factsheet.models.sealing import describe_act, describe_decision, seal
from tests.factories import make_user
from tests.factsheet.newsroom import LATER, decide, make_dossier

TEXTS = (
    "The mission counts 13,000 troops and police, the ministry said on Friday.",
    "The mission had 13,000 troops and police on Friday, according to the ministry.",
)
Statement = tuple[str, Sequence[Any]]


def verify(*options: str) -> tuple[list[str], list[str], int]:
    """What it finds broken, without the word before it; the heads; and its exit status."""
    told, status = io.StringIO(), 0
    try:
        call_command("verify", *options, stdout=told, stderr=io.StringIO())
    except SystemExit as stopped:
        status = int(str(stopped.code))
    lines = told.getvalue().splitlines()
    broken = [line.removeprefix("broken: ") for line in lines if line.startswith("broken: ")]
    return broken, [line for line in lines if not line.startswith("broken: ")], status


def make_history() -> FactSheet:
    """A sheet with two articles and two editions, a fact decided twice and another merged into it, and comments."""
    editor, publisher = make_user(role="Editor"), make_user(role="Publisher")
    sheet = make_dossier(*TEXTS, by=editor)
    figures = list(sheet.evidence.filter(claim__kind="quantity").values_list("pk", flat=True))
    actions.place(sheet, figures, label="Troops", by=editor, at=LATER)
    fact = sheet.facts.get(label="Troops")
    again = {"kind": "update", "note": "Counted again."}
    for rationale, news in (("As counted.", {}), ("As counted twice.", again)):
        decide(Fact.objects.get(pk=fact.pk), "13000", by=editor, rationale=rationale)
        sheet.refresh_from_db()
        actions.submit(sheet, by=editor, at=LATER)
        actions.approve(sheet, by=publisher, at=LATER)
        actions.publish(sheet, by=publisher, at=LATER, **news)
    said = actions.comment(fact, text="Ask the ministry.", by=editor, at=LATER)
    actions.comment(fact, text="They do not know.", by=editor, at=LATER)
    actions.withdraw_comment(said, by=editor, at=LATER)
    other = actions.create_fact(sheet, label="Police", kind=fact.kind, by=editor, at=LATER)
    fact.refresh_from_db()
    other.refresh_from_db()
    actions.merge(other, fact, version=other.version, by=editor, at=LATER)
    actions.create_token(name="The CMS", by=publisher, at=LATER)
    return sheet


@contextmanager
def tampered(*statements: Statement) -> Iterator[None]:
    """The database as somebody leaves it who gets past its guards and puts them back; all is as it was afterwards."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            # As a superuser may: no trigger fires, no foreign key is looked at.
            cursor.execute("SET LOCAL session_replication_role = replica")
            for statement, parameters in statements:
                cursor.execute(statement.replace("?", "%s"), parameters)
            cursor.execute("SET LOCAL session_replication_role = origin")
            yield
            transaction.set_rollback(True)
        return
    connection.close()
    path = Path(connection.settings_dict["NAME"])
    kept = path.read_bytes()
    with closing(sqlite3.connect(path)) as file, file:
        triggers = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in triggers:
            file.execute(f'DROP TRIGGER "{name}"')
        for statement, parameters in statements:
            file.execute(statement, parameters)
        for _name, sql in triggers:
            file.execute(sql)
    yield
    connection.close()
    path.write_bytes(kept)


def insert(row: Any) -> Statement:
    """A statement that writes a row as a new one."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    names = ", ".join(f'"{field.column}"' for field in fields)
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    marks = ", ".join("?" for _ in fields)
    return f"INSERT INTO {row._meta.db_table} ({names}) VALUES ({marks})", values


def forge_decision(number: int) -> Decision:
    """A decision that is sealed well and follows the last one on its fact, and that nobody made."""
    forged = Decision.objects.get(number=number)
    forged.number, forged.previous_sha256, forged.answer = number + 1, forged.sha256, "31,000"
    forged.sha256 = seal(describe_decision(forged, []))
    return forged


def write_anew(chain: int, first: int) -> list[Statement]:
    """Statements that change an act and seal it and all after it anew."""
    statements: list[Statement] = []
    previous = Activity.objects.get(chain=chain, number=first - 1).sha256
    for act in Activity.objects.filter(chain=chain, number__gte=first).order_by("number"):
        act.previous_sha256 = previous
        if act.number == first:
            act.subject = "Another"
        previous = seal(describe_act(act))
        values = [act.subject, act.previous_sha256, previous, act.pk]
        change = "UPDATE factsheet_activity SET subject = ?, previous_sha256 = ?, sha256 = ? WHERE id = ?"
        statements.append((change, values))
    return statements


def list_tamperings(sheet: FactSheet) -> dict[str, tuple[list[Statement], str]]:
    """By what is tampered with: how, and what the line says of it."""
    fact, comment = sheet.facts.get(label="Troops"), Comment.objects.earliest("pk")
    article = sheet.articles.earliest("pk")
    text = article.text.replace("13,000", "31,000")
    digest = hashlib.sha256(text.encode()).hexdigest()
    edition = Edition.objects.get(number=1)
    body = bytes(edition.body).replace(b"As counted.", b"As guessed.")
    first_edition, whole = f"edition 1 of “{sheet.slug}”", hashlib.sha256(body).hexdigest()
    middle = Activity.objects.filter(chain=sheet.pk, act="fact.settled").earliest("pk")
    name = f"act {middle.number} of sheet {sheet.pk}"
    last = Activity.objects.filter(chain=sheet.pk).latest("pk")
    of_fact, number = f"on fact {fact.pk}", Decision.objects.filter(fact=fact).count()
    change_text = "UPDATE articles_article SET text = ? WHERE id = ?"
    change_act = "UPDATE factsheet_activity SET {} = ? WHERE id = ?"
    return {
        "text": ([(change_text, [text, article.pk])], f"article {article.pk}: its text is not"),
        "text and digest": (
            [(change_text.replace("?", "?, sha256 = ?", 1), [text, digest, article.pk])],
            "the article of it is not the one",
        ),
        "span": (
            [('UPDATE articles_claim SET "start" = "start" + 1 WHERE article_id = ?', [article.pk])],
            f"its words do not stand in article {article.pk}",
        ),
        "decision": (
            [("UPDATE factsheet_decision SET answer = '31,000' WHERE fact_id = ? AND number = 1", [fact.pk])],
            f"decision 1 {of_fact}: is not what was sealed",
        ),
        "decision taken out": (
            [("DELETE FROM factsheet_decision WHERE fact_id = ? AND number = 1", [fact.pk])],
            f"decision 2 {of_fact}: follows number 0",
        ),
        "newest decision taken out": (
            [("DELETE FROM factsheet_decision WHERE fact_id = ? AND number = ?", [fact.pk, number])],
            "the decision of it is gone",
        ),
        "decision of a merger": (
            [("DELETE FROM factsheet_decision WHERE outcome = 'left_out'", [])],
            "the decision of it is gone",
        ),
        "decision forged": (
            [insert(forge_decision(number))],
            f"decision {number + 1} {of_fact}: no act of the log made it",
        ),
        "citation": ([("DELETE FROM factsheet_citation", [])], f"decision 1 {of_fact}: is not what was sealed"),
        "ruling forged": (
            [
                (
                    "INSERT INTO factsheet_ruling (evidence_id, fact_id, word, act, by_id, at) SELECT evidence_id, "
                    "fact_id, 'apart', act, by_id, '2021-05-06 07:08:09+00:00' FROM factsheet_ruling "
                    "ORDER BY id LIMIT 1",
                    [],
                )
            ],
            "no act of the log gave it",
        ),
        "when a ruling was given": (
            [("UPDATE factsheet_ruling SET at = '2021-05-06 07:08:09+00:00'", [])],
            "no act of the log gave it",
        ),
        "comment": (
            [("UPDATE factsheet_comment SET text = 'Never mind.' WHERE id = ?", [comment.pk])],
            "the comment of it is not the one",
        ),
        "comment taken out": (
            [("DELETE FROM factsheet_comment", [])],
            f"the comment of it is gone ({comment.pk})",
        ),
        "edition": (
            [("UPDATE factsheet_edition SET body = ? WHERE number = 1", [body])],
            f"{first_edition}: the content does not match its SHA-256",
        ),
        "edition and digest": (
            [("UPDATE factsheet_edition SET body = ?, sha256 = ? WHERE number = 1", [body, whole])],
            f"edition 2 of “{sheet.slug}”: does not follow the one before",
        ),
        "note of an edition": (
            [("UPDATE factsheet_edition SET note = 'Never mind.' WHERE number = 2", [])],
            f"edition 2 of “{sheet.slug}”: its body says that it is another",
        ),
        "newest edition taken out": (
            [("DELETE FROM factsheet_edition WHERE number = 2", [])],
            "the edition of it is gone",
        ),
        "what an act says": ([(change_act.format("subject"), ["Else", middle.pk])], f"{name}: is not what was sealed"),
        "who acted": ([(change_act.format("actor_id"), [None, middle.pk])], f"{name}: is not what was sealed"),
        "from where": ([(change_act.format("channel"), ["api", middle.pk])], f"{name}: is not what was sealed"),
        "details": (
            [("UPDATE factsheet_activity SET details = '{}' WHERE id = ?", [middle.pk])],
            f"{name}: is not what was sealed",
        ),
        "act taken out": (
            [("DELETE FROM factsheet_activity WHERE id = ?", [middle.pk])],
            f"follows number {middle.number - 1}, so something between them is gone",
        ),
        "newest act taken out": (
            [("DELETE FROM factsheet_activity WHERE id = ?", [last.pk])],
            f"acts {sheet.pk}: number {last.number} was written down, and the chain ends with {last.number - 1}",
        ),
        "history written anew": (write_anew(sheet.pk, middle.number), "is not the one that was written down"),
    }


def test_whatever_is_tampered_with_is_seen(own_database: None, tmp_path: Path) -> None:
    sheet = make_history()
    heads = tmp_path / "heads"
    broken, lines, status = verify()
    assert (broken, status) == ([], 0)
    assert {line.split()[0] for line in lines} == {"acts", "editions"}
    heads.write_text("\n".join(lines), encoding="utf-8")
    unseen: dict[str, list[str]] = {}
    for name, (statements, words) in list_tamperings(sheet).items():
        with tampered(*statements):
            broken, _lines, status = verify("--heads", str(heads))
        if status != 1 or not any(words in line for line in broken):
            unseen[name] = broken
    assert unseen == {}
    assert verify("--heads", str(heads)) == ([], lines, 0)


@pytest.mark.django_db
def test_pages_of_any_size_are_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    make_history()
    whole = verify()
    monkeypatch.setattr(verification, "PAGE", 1)
    monkeypatch.setattr(verification, "EDITIONS_AT_ONCE", 1)
    assert verify() == whole


@pytest.mark.django_db
def test_a_history_that_goes_on_from_the_heads_holds(tmp_path: Path) -> None:
    sheet, heads = make_history(), tmp_path / "heads"
    heads.write_text("\n".join(verify()[1]), encoding="utf-8")
    actions.create_fact(sheet, label="More", kind="quantity", by=None, at=LATER)
    assert verify("--heads", str(heads))[0] == []


@pytest.mark.django_db
def test_a_guard_that_is_gone_is_told() -> None:
    guards.remove(connection, [guard for guard in GUARDS if guard.model is Comment])
    broken, _heads, status = verify()
    assert status == 1
    assert all(line.startswith("guard factsheet_comment_keep") for line in broken)


@pytest.mark.django_db
@pytest.mark.parametrize("content", [None, "", "nothing of the kind"])
def test_a_file_without_heads_is_a_mistake(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "heads").write_text(content, encoding="utf-8")
    with pytest.raises(CommandError) as refused:
        verify("--heads", str(tmp_path / "heads"))
    assert refused.value.returncode == 2


@pytest.mark.django_db
def test_it_tells_how_to_go_on() -> None:
    make_history()
    told = io.StringIO()
    call_command("verify", stdout=io.StringIO(), stderr=told)
    assert "Keep the heads above" in told.getvalue()
    guards.remove(connection, GUARDS)
    with pytest.raises(SystemExit):
        call_command("verify", stdout=io.StringIO(), stderr=told)
    assert "Stop publishing from this database" in told.getvalue()
