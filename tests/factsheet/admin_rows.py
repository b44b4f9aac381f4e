"""The rows of every model of both rooms, and the addresses at which the admin shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Claim, Source, VagueNumber
from factsheet.models import (
    Activity,
    ApiToken,
    Citation,
    Comment,
    Decision,
    Edition,
    Evidence,
    Fact,
    FactSheet,
    Phrase,
    PolicyChoice,
    Ruling,
    SheetArticle,
)
from tests import factories

MAKERS: dict[Any, Callable[[], Any]] = {
    Source: factories.make_source,
    Article: factories.make_article,
    Claim: factories.make_claim,
    VagueNumber: factories.make_vague_number,
    FactSheet: factories.make_sheet,
    SheetArticle: factories.make_sheet_article,
    Fact: factories.make_fact,
    Evidence: factories.make_evidence,
    Decision: factories.make_decision,
    Citation: factories.make_citation,
    Ruling: factories.make_ruling,
    Comment: factories.make_comment,
    Phrase: factories.make_phrase,
    PolicyChoice: factories.make_policy_choice,
    Edition: factories.make_edition,
    Activity: factories.make_activity,
    ApiToken: lambda: factories.make_token()[0],
}
MODELS = list(MAKERS)

in_each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)


def list_of(model: Any, **query: Any) -> Any:
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist", query=query)


def page_of(row: Any, page: Any = "change") -> Any:
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[row.pk])


def form_of(client: Client, address: Any) -> Any:
    """What the form at the address would send when nothing is changed in it."""
    form = client.get(address).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()}
