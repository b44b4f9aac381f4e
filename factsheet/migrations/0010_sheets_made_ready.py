"""How far a sheet is made ready; what was ready before stays so."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def note_what_is_ready(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Sheets were made ready whole."""
    sheets = apps.get_model("factsheet", "FactSheet").objects.using(schema_editor.connection.alias)
    last = models.Max("entries__position")
    for sheet in sheets.filter(lookup_version__gt=0, entries__isnull=False).annotate(last=last).only("pk"):
        sheets.filter(pk=sheet.pk).update(lookup_until=sheet.last)


class Migration(migrations.Migration):
    """After what is kept of facts."""

    dependencies = [
        ("factsheet", "0009_standings"),
    ]

    operations = [
        migrations.AddField(
            model_name="factsheet",
            name="lookup_until",
            field=models.PositiveIntegerField(
                default=0, help_text="Up to which position its articles are among its marks and terms."
            ),
        ),
        migrations.RunPython(note_what_is_ready, migrations.RunPython.noop),
    ]
