"""The four roles as groups with their permissions."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROOMS = ("articles", "factsheet")
READ = ("articles.view_source", "articles.view_article", "articles.view_claim", "factsheet.view_factsheet")
PROPOSE = (*READ, "articles.take_in_article", "factsheet.sort_evidence")
SETTLE = (*PROPOSE, "factsheet.add_factsheet", "factsheet.settle_fact", "factsheet.submit_factsheet")
PUBLISH = (*SETTLE, "factsheet.approve_factsheet", "factsheet.publish_factsheet")
ROLES = {"Reporter": PROPOSE, "Editor": SETTLE, "Publisher": PUBLISH, "Administrator": PUBLISH}


def make_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the groups; permissions are otherwise only made after the last migration, which is too late here."""
    alias = schema_editor.connection.alias
    for room in (*ROOMS, "auth"):
        config = apps.get_app_config(room)
        config.models_module = True
        create_permissions(config, apps=apps, using=alias, verbosity=0)
        config.models_module = None
    permission_model = apps.get_model("auth", "Permission")
    permissions = {
        f"{row.content_type.app_label}.{row.codename}": row
        for row in permission_model.objects.using(alias).select_related("content_type")
    }
    for name, allowed in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(name=name)
        group.permissions.add(*(permissions[permission] for permission in allowed))
        if name == "Administrator":
            group.permissions.add(
                *(row for key, row in permissions.items() if key.split(".")[0] in (*ROOMS, "auth"))
            )


class Migration(migrations.Migration):
    dependencies = [
        ("factsheet", "0001_initial"),
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
