"""In which language somebody reads, so that mail is written in it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('factsheet', '0023_acts_on_versions'),
    ]

    operations = [
        migrations.AddField(
            model_name='mailwish',
            name='language',
            field=models.CharField(blank=True, max_length=10, verbose_name='language'),
        ),
        migrations.AlterField(
            model_name='mailwish',
            name='is_off',
            field=models.BooleanField(default=False, verbose_name='no mail'),
        ),
    ]
