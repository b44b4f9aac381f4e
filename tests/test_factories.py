"""The rows that the tests are built on agree with one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db.models import Model

from tests import factories

MAKERS: list[Callable[[], Model]] = [
    factories.make_user,
    factories.make_source,
    factories.make_article,
    factories.make_claim,
    factories.make_sheet,
    factories.make_sheet_article,
    factories.make_fact,
    factories.make_evidence,
    factories.make_decision,
    factories.make_citation,
    factories.make_edition,
    factories.make_activity,
    factories.make_membership,
    lambda: factories.make_token()[0],
]


@pytest.mark.django_db
@pytest.mark.parametrize("make", MAKERS)
def test_a_factory_makes_valid_rows_and_as_many_as_wanted(make: Callable[[], Model]) -> None:
    for row in (make(), make()):
        row.full_clean(exclude=["weighed", "password"])


@pytest.mark.django_db
def test_the_words_of_a_claim_stand_in_its_article() -> None:
    claim = factories.make_claim("about 15,000 peacekeepers")
    assert claim.article.text[claim.start : claim.end] == claim.text == "about 15,000 peacekeepers"


@pytest.mark.django_db
@pytest.mark.parametrize("outcome", ["settled", "disputed", "not_established"])
def test_a_decision_puts_its_fact_in_the_state_it_decides(outcome: str) -> None:
    decision = factories.make_decision(outcome=outcome)
    decision.fact.refresh_from_db()
    assert (decision.fact.state, decision.fact.decision) == (outcome, decision)


def test_people_have_the_group_of_their_role(
    reporter: User, editor: User, publisher: User, administrator: User
) -> None:
    people = {"Reporter": reporter, "Editor": editor, "Publisher": publisher, "Administrator": administrator}
    assert {role: [group.name for group in user.groups.all()] for role, user in people.items()} == {
        role: [role] for role in people
    }
