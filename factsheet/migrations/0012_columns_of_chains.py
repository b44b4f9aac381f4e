"""Columns by which the log and the decisions are chained; empty until the next migration seals what is there."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("factsheet", "0011_acts_in_articles"),
    ]

    operations = [
        migrations.AddField("activity", "channel", models.CharField(max_length=40, null=True)),
        migrations.AddField("activity", "address", models.GenericIPAddressField(blank=True, null=True, verbose_name="network address")),
        migrations.AddField("activity", "chain", models.PositiveBigIntegerField(null=True)),
        migrations.AddField("activity", "number", models.PositiveBigIntegerField(null=True)),
        migrations.AddField("activity", "previous_sha256", models.CharField(max_length=64, null=True)),
        migrations.AddField("activity", "sha256", models.CharField(max_length=64, null=True)),
        migrations.AddField("decision", "previous_sha256", models.CharField(max_length=64, null=True)),
        migrations.AddField("decision", "sha256", models.CharField(max_length=64, null=True)),
    ]
