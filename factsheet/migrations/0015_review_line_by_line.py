"""Verdicts on single lines, states after the first edition, and the kind of every edition after it.

The note of an edition after the first was asked for as what was corrected, so those that have one were corrections.
"""

import json
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def name_corrections(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    place = ' ON "factsheet_edition"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        # Installed again after the last migration, as they are after every one.
        cursor.execute(f'DROP TRIGGER IF EXISTS "factsheet_edition_keep"{place}')
    replacing = apps.get_model("factsheet", "Edition").objects.using(connection.alias).filter(number__gt=1)
    rows = replacing.exclude(note="").only("body").iterator(chunk_size=10)
    # One that this version published, and that was taken back to the version before, says itself what it is.
    kinds = {row.pk: json.loads(bytes(row.body))["content"]["edition"].get("kind") or "correction" for row in rows}
    for kind in set(kinds.values()):
        replacing.filter(pk__in=[pk for pk, its_kind in kinds.items() if its_kind == kind]).update(kind=kind)


class Migration(migrations.Migration):

    dependencies = [
        ('factsheet', '0014_chains_never_fork'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LineVerdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(help_text='Of the line as it would be printed.', max_length=64)),
                ('word', models.CharField(choices=[('approved', 'approved'), ('sent_back', 'sent back')], max_length=9, verbose_name='verdict')),
                ('own', models.BooleanField(default=False, help_text='Whoever approved it had settled or changed it; only where the desk goes without a second look.', verbose_name="of one's own work")),
                ('at', models.DateTimeField(verbose_name='when')),
            ],
            options={
                'verbose_name': 'verdict on a line',
                'verbose_name_plural': 'verdicts on lines',
                'ordering': ['sheet', 'id'],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='kind',
            field=models.CharField(blank=True, choices=[('correction', 'correction'), ('clarification', 'clarification'), ('update', 'update'), ('withdrawal', 'withdrawal')], help_text='Why it replaces the one before; empty for the first, and where that was not kept yet.', max_length=13, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='factsheet',
            name='approved_sha256',
            field=models.CharField(blank=True, help_text='Of the lines as they were approved; empty where they are not.', max_length=64),
        ),
        migrations.AlterField(
            model_name='activity',
            name='act',
            field=models.CharField(choices=[('sheet.created', 'created the sheet'), ('sheet.changed', 'changed the title or the summary'), ('article.added', 'took in an article'), ('article.described', 'corrected what is known about an article'), ('article.dated', 'set the publication date'), ('article.traced', 'corrected the origin of an article'), ('article.trimmed', 'took a paragraph out of an article'), ('article.restored', 'put a paragraph back into an article'), ('fact.created', 'added a fact'), ('fact.changed', 'changed a fact'), ('fact.moved', 'moved a fact on the sheet'), ('fact.split', 'split a fact by scope'), ('fact.merged', 'merged two facts'), ('fact.assigned', 'assigned a fact'), ('fact.commented', 'commented on a fact'), ('comment.withdrawn', 'took back a comment'), ('fact.settled', 'settled a fact'), ('fact.disputed', 'marked a fact disputed'), ('fact.not_established', 'marked a fact not established'), ('fact.left_out', 'left a fact out'), ('fact.reopened', 'reopened a fact'), ('fact.challenged', 'brought a claim that challenges a fact'), ('claim.made', 'made a claim by hand'), ('claim.corrected', 'corrected how a claim is read'), ('claim.accepted', 'accepted a claim'), ('claim.placed', 'placed a claim'), ('claim.rejected', 'rejected a claim'), ('claim.restored', 'restored a claim'), ('evidence.weighed', 'weighed a piece of evidence'), ('sheet.submitted', 'submitted the sheet for review'), ('sheet.sent_back', 'sent the sheet back'), ('lines.approved', 'approved lines of the sheet'), ('sheet.approved', 'approved the sheet'), ('sheet.published', 'published the sheet'), ('sheet.withdrawn', 'withdrew the sheet'), ('policy.chosen', 'chose how answers are suggested'), ('phrase.changed', 'changed a phrase for rationales'), ('token.created', 'made an API token'), ('token.revoked', 'revoked an API token')], max_length=32, verbose_name='act'),
        ),
        migrations.AlterField(
            model_name='factsheet',
            name='state',
            field=models.CharField(choices=[('draft', 'draft'), ('in_review', 'in review'), ('approved', 'approved'), ('published', 'published'), ('corrected', 'corrected'), ('withdrawn', 'withdrawn')], default='draft', max_length=10, verbose_name='state'),
        ),
        migrations.AlterField(
            model_name='ruling',
            name='act',
            field=models.CharField(choices=[('sheet.created', 'created the sheet'), ('sheet.changed', 'changed the title or the summary'), ('article.added', 'took in an article'), ('article.described', 'corrected what is known about an article'), ('article.dated', 'set the publication date'), ('article.traced', 'corrected the origin of an article'), ('article.trimmed', 'took a paragraph out of an article'), ('article.restored', 'put a paragraph back into an article'), ('fact.created', 'added a fact'), ('fact.changed', 'changed a fact'), ('fact.moved', 'moved a fact on the sheet'), ('fact.split', 'split a fact by scope'), ('fact.merged', 'merged two facts'), ('fact.assigned', 'assigned a fact'), ('fact.commented', 'commented on a fact'), ('comment.withdrawn', 'took back a comment'), ('fact.settled', 'settled a fact'), ('fact.disputed', 'marked a fact disputed'), ('fact.not_established', 'marked a fact not established'), ('fact.left_out', 'left a fact out'), ('fact.reopened', 'reopened a fact'), ('fact.challenged', 'brought a claim that challenges a fact'), ('claim.made', 'made a claim by hand'), ('claim.corrected', 'corrected how a claim is read'), ('claim.accepted', 'accepted a claim'), ('claim.placed', 'placed a claim'), ('claim.rejected', 'rejected a claim'), ('claim.restored', 'restored a claim'), ('evidence.weighed', 'weighed a piece of evidence'), ('sheet.submitted', 'submitted the sheet for review'), ('sheet.sent_back', 'sent the sheet back'), ('lines.approved', 'approved lines of the sheet'), ('sheet.approved', 'approved the sheet'), ('sheet.published', 'published the sheet'), ('sheet.withdrawn', 'withdrew the sheet'), ('policy.chosen', 'chose how answers are suggested'), ('phrase.changed', 'changed a phrase for rationales'), ('token.created', 'made an API token'), ('token.revoked', 'revoked an API token')], help_text='By which it was said.', max_length=32, verbose_name='act'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(condition=models.Q(('kind', ''), _negated=True), fields=['-published_at', '-id'], name='edition_corrections'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('kind', ''), models.Q(('number__gt', 1), models.Q(('note', ''), _negated=True)), _connector='OR'), name='edition_replaces_another_with_a_note'),
        ),
        migrations.AddField(
            model_name='lineverdict',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who'),
        ),
        migrations.AddField(
            model_name='lineverdict',
            name='comment',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='factsheet.comment'),
        ),
        migrations.AddField(
            model_name='lineverdict',
            name='fact',
            field=models.ForeignKey(blank=True, help_text='Empty for the title and summary.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='factsheet.fact'),
        ),
        migrations.AddField(
            model_name='lineverdict',
            name='sheet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='factsheet.factsheet'),
        ),
        migrations.AddIndex(
            model_name='lineverdict',
            index=models.Index(fields=['sheet', 'sha256'], name='verdict_on_line'),
        ),
        migrations.AddConstraint(
            model_name='lineverdict',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('comment__isnull', True), ('word', 'approved')), models.Q(('comment__isnull', False), ('fact__isnull', False), ('own', False), ('word', 'sent_back')), _connector='OR'), name='verdict_sent_back_with_a_comment'),
        ),
        migrations.RunPython(name_corrections, migrations.RunPython.noop),
    ]
