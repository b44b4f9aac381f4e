"""Nobody is permitted anything over the sessions of others, administrators included."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('factsheet', '0020_presence'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='session',
            options={'default_permissions': (), 'verbose_name': 'session', 'verbose_name_plural': 'sessions'},
        ),
    ]
