"""What the reconcile panel keeps: who sees to a fact, whom to ask, comments, and phrases for rationales."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PHRASES = (
    "The other figures rest on it.",
    "It is the newest count.",
    "It comes from the authority that counts.",
    "It was confirmed to us by telephone.",
    "The other figure counts something else.",
    "The other figure is older.",
    "The other outlet rounded it.",
    "The sources contradict one another, and neither can be ruled out.",
    "No source names where the figure comes from.",
    "It is of no use to this story.",
)


def add_phrases(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give the newsroom a list of reasons to begin with."""
    phrases = apps.get_model("factsheet", "Phrase").objects.using(schema_editor.connection.alias)
    for position, text in enumerate(PHRASES, start=1):
        phrases.get_or_create(text=text, defaults={"position": position})


def permit(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give administrators the permissions on the new tables, which are otherwise only made after the last migration."""
    alias = schema_editor.connection.alias
    config = apps.get_app_config("factsheet")
    config.models_module = True
    create_permissions(config, apps=apps, using=alias, verbosity=0)
    config.models_module = None
    rows = apps.get_model("auth", "Permission").objects.using(alias)
    new = rows.filter(content_type__app_label="factsheet", content_type__model__in=("comment", "phrase"))
    for group in apps.get_model("auth", "Group").objects.using(alias).filter(name="Administrator"):
        group.permissions.add(*new)


class Migration(migrations.Migration):

    dependencies = [
        ('factsheet', '0007_times_of_day'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Phrase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300, unique=True, verbose_name='text')),
                ('position', models.PositiveSmallIntegerField(default=100, help_text='Those with low numbers are offered first.', verbose_name='position')),
            ],
            options={
                'verbose_name': 'phrase for rationales',
                'verbose_name_plural': 'phrases for rationales',
                'ordering': ['position', 'text'],
            },
        ),
        migrations.AddField(
            model_name='fact',
            name='ask_whom',
            field=models.CharField(blank=True, max_length=120, verbose_name='whom to ask'),
        ),
        migrations.AddField(
            model_name='fact',
            name='assigned_to',
            field=models.ForeignKey(blank=True, help_text='Who sees to it; empty where anybody may.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assigned to'),
        ),
        migrations.AddField(
            model_name='fact',
            name='question',
            field=models.CharField(blank=True, max_length=300, verbose_name='question to ask'),
        ),
        migrations.AlterField(
            model_name='activity',
            name='act',
            field=models.CharField(choices=[('sheet.created', 'created the sheet'), ('sheet.changed', 'changed the title or the summary'), ('article.added', 'took in an article'), ('article.described', 'corrected what is known about an article'), ('article.dated', 'set the publication date'), ('article.traced', 'corrected the origin of an article'), ('fact.created', 'added a fact'), ('fact.changed', 'changed a fact'), ('fact.moved', 'moved a fact on the sheet'), ('fact.split', 'split a fact by scope'), ('fact.merged', 'merged two facts'), ('fact.assigned', 'assigned a fact'), ('fact.commented', 'commented on a fact'), ('comment.withdrawn', 'took back a comment'), ('fact.settled', 'settled a fact'), ('fact.disputed', 'marked a fact disputed'), ('fact.not_established', 'marked a fact not established'), ('fact.left_out', 'left a fact out'), ('fact.reopened', 'reopened a fact'), ('fact.challenged', 'brought a claim that challenges a fact'), ('claim.accepted', 'accepted a claim'), ('claim.placed', 'placed a claim'), ('claim.rejected', 'rejected a claim'), ('claim.restored', 'restored a claim'), ('evidence.weighed', 'weighed a piece of evidence'), ('sheet.submitted', 'submitted the sheet for review'), ('sheet.sent_back', 'sent the sheet back'), ('sheet.approved', 'approved the sheet'), ('sheet.published', 'published the sheet'), ('policy.chosen', 'chose how answers are suggested'), ('phrase.changed', 'changed a phrase for rationales'), ('token.created', 'made an API token'), ('token.revoked', 'revoked an API token')], max_length=32, verbose_name='act'),
        ),
        migrations.AlterField(
            model_name='ruling',
            name='act',
            field=models.CharField(choices=[('sheet.created', 'created the sheet'), ('sheet.changed', 'changed the title or the summary'), ('article.added', 'took in an article'), ('article.described', 'corrected what is known about an article'), ('article.dated', 'set the publication date'), ('article.traced', 'corrected the origin of an article'), ('fact.created', 'added a fact'), ('fact.changed', 'changed a fact'), ('fact.moved', 'moved a fact on the sheet'), ('fact.split', 'split a fact by scope'), ('fact.merged', 'merged two facts'), ('fact.assigned', 'assigned a fact'), ('fact.commented', 'commented on a fact'), ('comment.withdrawn', 'took back a comment'), ('fact.settled', 'settled a fact'), ('fact.disputed', 'marked a fact disputed'), ('fact.not_established', 'marked a fact not established'), ('fact.left_out', 'left a fact out'), ('fact.reopened', 'reopened a fact'), ('fact.challenged', 'brought a claim that challenges a fact'), ('claim.accepted', 'accepted a claim'), ('claim.placed', 'placed a claim'), ('claim.rejected', 'rejected a claim'), ('claim.restored', 'restored a claim'), ('evidence.weighed', 'weighed a piece of evidence'), ('sheet.submitted', 'submitted the sheet for review'), ('sheet.sent_back', 'sent the sheet back'), ('sheet.approved', 'approved the sheet'), ('sheet.published', 'published the sheet'), ('policy.chosen', 'chose how answers are suggested'), ('phrase.changed', 'changed a phrase for rationales'), ('token.created', 'made an API token'), ('token.revoked', 'revoked an API token')], help_text='By which it was said.', max_length=32, verbose_name='act'),
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('at', models.DateTimeField(verbose_name='when')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('fact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='factsheet.fact')),
                ('withdraws', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='factsheet.comment', verbose_name='takes back')),
            ],
            options={
                'ordering': ['fact', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('text', ''), ('withdraws__isnull', False)), models.Q(models.Q(('text', ''), _negated=True), ('withdraws__isnull', True)), _connector='OR'), name='comment_says_or_takes_back')],
            },
        ),
        migrations.RunPython(add_phrases, migrations.RunPython.noop),
        migrations.RunPython(permit, migrations.RunPython.noop),
    ]
