"""Which claims challenge which answers, in which editions a fact stands, and which system fetched which edition.

The editions that are published already are read once for that, and each fact that is challenged by then is given the
claims in conflict that its decision did not weigh.
"""

import json
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

ACTS = [
    ("sheet.created", "created the sheet"),
    ("sheet.changed", "changed the title or the summary"),
    ("sheet.confided", "made the sheet confidential"),
    ("sheet.opened", "opened the sheet to the whole newsroom"),
    ("member.added", "let somebody see the sheet"),
    ("member.removed", "kept somebody out of the sheet"),
    ("article.added", "took in an article"),
    ("article.described", "corrected what is known about an article"),
    ("article.dated", "set the publication date"),
    ("article.traced", "corrected the origin of an article"),
    ("article.trimmed", "took a paragraph out of an article"),
    ("article.restored", "put a paragraph back into an article"),
    ("fact.created", "added a fact"),
    ("fact.changed", "changed a fact"),
    ("fact.moved", "moved a fact on the sheet"),
    ("fact.split", "split a fact by scope"),
    ("fact.merged", "merged two facts"),
    ("fact.assigned", "assigned a fact"),
    ("fact.commented", "commented on a fact"),
    ("comment.withdrawn", "took back a comment"),
    ("fact.settled", "settled a fact"),
    ("fact.disputed", "marked a fact disputed"),
    ("fact.not_established", "marked a fact not established"),
    ("fact.left_out", "left a fact out"),
    ("fact.reopened", "reopened a fact"),
    ("fact.challenged", "brought a claim that challenges a fact"),
    ("fact.kept", "kept an answer that was challenged"),
    ("claim.made", "made a claim by hand"),
    ("claim.corrected", "corrected how a claim is read"),
    ("claim.accepted", "accepted a claim"),
    ("claim.placed", "placed a claim"),
    ("claim.rejected", "rejected a claim"),
    ("claim.restored", "restored a claim"),
    ("evidence.weighed", "weighed a piece of evidence"),
    ("sheet.submitted", "submitted the sheet for review"),
    ("sheet.sent_back", "sent the sheet back"),
    ("lines.approved", "approved lines of the sheet"),
    ("sheet.approved", "approved the sheet"),
    ("sheet.published", "published the sheet"),
    ("sheet.withdrawn", "withdrew the sheet"),
    ("policy.chosen", "chose how answers are suggested"),
    ("phrase.changed", "changed a phrase for rationales"),
    ("token.created", "made an API token"),
    ("token.revoked", "revoked an API token"),
    ("person.signed_in", "signed in"),
    ("person.signed_out", "signed out"),
    ("person.refused", "was refused with a wrong password"),
    ("person.sessions_ended", "signed out elsewhere"),
    ("person.password_changed", "changed the password"),
    ("person.pseudonymised", "replaced a person's name"),
]



def index_editions(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    line = apps.get_model("factsheet", "EditionLine")
    for edition in apps.get_model("factsheet", "Edition").objects.using(alias).order_by("pk").iterator(chunk_size=10):
        facts = json.loads(bytes(edition.body)).get("content", {}).get("facts", [])
        line.objects.using(alias).bulk_create(
            line(edition=edition, fact_key=fact["id"], words=(fact["answer"] or {}).get("text", "")[:500])
            for fact in facts
        )


def name_challenges(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    challenge = apps.get_model("factsheet", "Challenge")
    challenged = apps.get_model("factsheet", "Fact").objects.using(alias).filter(challenged_at__isnull=False)
    for fact in challenged.select_related("decision").order_by("pk"):
        known = [item["evidence"] for item in fact.decision.weighed if item["relation"] == "conflict"]
        against = fact.evidence.filter(relation="conflict").exclude(pk__in=known)
        against = against.exclude(stance__in=["superseded", "different_scope", "set_aside"])
        challenge.objects.using(alias).bulk_create(
            challenge(fact=fact, evidence=item, at=fact.challenged_at) for item in against.order_by("pk")
        )


class Migration(migrations.Migration):
    dependencies = [
        ("factsheet", "0017_sessions"),
    ]

    operations = [
        migrations.AlterField(
            model_name="activity",
            name="act",
            field=models.CharField(
                choices=ACTS,
                max_length=32,
                verbose_name="act",
            ),
        ),
        migrations.AlterField(
            model_name="ruling",
            name="act",
            field=models.CharField(
                choices=ACTS,
                help_text="By which it was said.",
                max_length=32,
                verbose_name="act",
            ),
        ),
        migrations.CreateModel(
            name="Challenge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="factsheet.evidence"
                    ),
                ),
                (
                    "fact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="challenges", to="factsheet.fact"
                    ),
                ),
            ],
            options={
                "ordering": ["fact", "id"],
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("fact", "evidence"), name="challenge_once")],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_at", models.DateTimeField(verbose_name="first fetched")),
                ("last_at", models.DateTimeField(verbose_name="last fetched")),
                (
                    "sent",
                    models.PositiveIntegerField(
                        default=0, help_text="How often the whole edition was sent.", verbose_name="sent"
                    ),
                ),
                (
                    "confirmed",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="How often the system had it already and was told that it still holds.",
                        verbose_name="confirmed",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="factsheet.edition"
                    ),
                ),
                (
                    "token",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="factsheet.apitoken",
                        verbose_name="system",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "deliveries",
                "ordering": ["edition", "first_at", "id"],
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("edition", "token"), name="delivery_once_per_system")],
            },
        ),
        migrations.CreateModel(
            name="EditionLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fact_key", models.BigIntegerField()),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="As it is printed; empty where nothing is established.",
                        max_length=500,
                        verbose_name="answer",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="factsheet.edition"
                    ),
                ),
            ],
            options={
                "ordering": ["edition", "id"],
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("fact_key", "edition"), name="edition_line_once")],
            },
        ),
        migrations.RunPython(index_editions, migrations.RunPython.noop),
        migrations.RunPython(name_challenges, migrations.RunPython.noop),
    ]
