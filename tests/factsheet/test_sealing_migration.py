"""A history from before it was chained is chained by the migration as it stands, on both databases."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection

from articles import guards
from factsheet.models import GUARDS, Activity, Decision, Edition
from tests.factories import make_user
from tests.factsheet.test_verify_command import make_history, verify

BEFORE = "0011"


def test_what_was_written_before_is_chained_and_rid_of_names(own_database: None) -> None:
    sheet = make_history()
    acts = list(Activity.objects.order_by("pk").values_list("act", "actor", "subject", "at"))
    decisions = Decision.objects.count()
    call_command("migrate", "factsheet", BEFORE, verbosity=0)
    colleague = make_user("zwentibold")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO factsheet_activity (sheet_id, act, subject, subject_type, subject_id, details, at) "
            "VALUES (%s, 'fact.assigned', 'Troops', 'fact', 1, %s, %s)",
            [sheet.pk, f'{{"other": "zwentibold", "to": {colleague.pk}, "before": null}}', acts[-1][-1]],
        )
    call_command("migrate", verbosity=0)
    assert guards.missing(connection, GUARDS) == []
    assert verify()[0::2] == ([], 0)
    assert Decision.objects.count() == decisions
    assert list(Activity.objects.order_by("pk").values_list("act", "actor", "subject", "at"))[:-1] == acts
    assert list(Edition.objects.order_by("number").values_list("kind", flat=True)) == ["", "update"]
    assert Activity.objects.latest("pk").details == {"to": colleague.pk, "before": None}
