"""Administrators hold every permission on what the migrations after the roles brought."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NEW = {
    "articles": ("vaguenumber",),
    "factsheet": ("ruling", "mark", "term", "articletrace", "mismatch", "policychoice"),
}


def permit(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give the group the permissions, which are otherwise only made after the last migration."""
    alias = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(alias).filter(name="Administrator")
    for room, models in NEW.items():
        config = apps.get_app_config(room)
        config.models_module = True
        create_permissions(config, apps=apps, using=alias, verbosity=0)
        config.models_module = None
        rows = apps.get_model("auth", "Permission").objects.using(alias)
        for group in groups:
            group.permissions.add(*rows.filter(content_type__app_label=room, content_type__model__in=models))


class Migration(migrations.Migration):
    """After the newest tables of both rooms."""

    dependencies = [
        ("factsheet", "0005_count_of_mismatches"),
        ("articles", "0002_vague_numbers"),
    ]
    operations = [migrations.RunPython(permit, migrations.RunPython.noop)]
