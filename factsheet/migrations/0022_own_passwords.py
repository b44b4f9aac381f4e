"""Which passwords were given by an administrator, and the acts of second factors and of a provider's sign-in."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('factsheet', '0021_no_permissions_over_sessions'),
    ]

    operations = [
        migrations.CreateModel(
            name='GivenPassword',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('at', models.DateTimeField()),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.AlterField(
            model_name='activity',
            name='act',
            field=models.CharField(choices=[('sheet.created', 'created the sheet'), ('sheet.changed', 'changed the title or the summary'), ('sheet.confided', 'made the sheet confidential'), ('sheet.opened', 'opened the sheet to the whole newsroom'), ('member.added', 'let somebody see the sheet'), ('member.removed', 'kept somebody out of the sheet'), ('article.added', 'took in an article'), ('article.described', 'corrected what is known about an article'), ('article.dated', 'set the publication date'), ('article.traced', 'corrected the origin of an article'), ('article.trimmed', 'took a paragraph out of an article'), ('article.restored', 'put a paragraph back into an article'), ('fact.created', 'added a fact'), ('fact.changed', 'changed a fact'), ('fact.moved', 'moved a fact on the sheet'), ('fact.split', 'split a fact by scope'), ('fact.merged', 'merged two facts'), ('fact.assigned', 'assigned a fact'), ('fact.commented', 'commented on a fact'), ('comment.withdrawn', 'took back a comment'), ('fact.settled', 'settled a fact'), ('fact.disputed', 'marked a fact disputed'), ('fact.not_established', 'marked a fact not established'), ('fact.left_out', 'left a fact out'), ('fact.reopened', 'reopened a fact'), ('fact.challenged', 'brought a claim that challenges a fact'), ('fact.kept', 'kept an answer that was challenged'), ('claim.made', 'made a claim by hand'), ('claim.corrected', 'corrected how a claim is read'), ('claim.accepted', 'accepted a claim'), ('claim.placed', 'placed a claim'), ('claim.rejected', 'rejected a claim'), ('claim.restored', 'restored a claim'), ('evidence.weighed', 'weighed a piece of evidence'), ('sheet.submitted', 'submitted the sheet for review'), ('sheet.sent_back', 'sent the sheet back'), ('lines.approved', 'approved lines of the sheet'), ('sheet.approved', 'approved the sheet'), ('sheet.published', 'published the sheet'), ('sheet.withdrawn', 'withdrew the sheet'), ('policy.chosen', 'chose how answers are suggested'), ('phrase.changed', 'changed a phrase for rationales'), ('token.created', 'made an API token'), ('token.revoked', 'revoked an API token'), ('person.signed_in', 'signed in'), ('person.signed_out', 'signed out'), ('person.refused', 'was refused at the sign-in'), ('person.sessions_ended', 'signed out elsewhere'), ('person.password_changed', 'changed the password'), ('person.password_given', 'gave somebody a password'), ('person.factors_changed', 'changed a second factor'), ('person.provider_changed', 'changed whether the newsroom’s own sign-in lets somebody in'), ('person.pseudonymised', "replaced a person's name")], max_length=32, verbose_name='act'),
        ),
        migrations.AlterField(
            model_name='ruling',
            name='act',
            field=models.CharField(choices=[('sheet.created', 'created the sheet'), ('sheet.changed', 'changed the title or the summary'), ('sheet.confided', 'made the sheet confidential'), ('sheet.opened', 'opened the sheet to the whole newsroom'), ('member.added', 'let somebody see the sheet'), ('member.removed', 'kept somebody out of the sheet'), ('article.added', 'took in an article'), ('article.described', 'corrected what is known about an article'), ('article.dated', 'set the publication date'), ('article.traced', 'corrected the origin of an article'), ('article.trimmed', 'took a paragraph out of an article'), ('article.restored', 'put a paragraph back into an article'), ('fact.created', 'added a fact'), ('fact.changed', 'changed a fact'), ('fact.moved', 'moved a fact on the sheet'), ('fact.split', 'split a fact by scope'), ('fact.merged', 'merged two facts'), ('fact.assigned', 'assigned a fact'), ('fact.commented', 'commented on a fact'), ('comment.withdrawn', 'took back a comment'), ('fact.settled', 'settled a fact'), ('fact.disputed', 'marked a fact disputed'), ('fact.not_established', 'marked a fact not established'), ('fact.left_out', 'left a fact out'), ('fact.reopened', 'reopened a fact'), ('fact.challenged', 'brought a claim that challenges a fact'), ('fact.kept', 'kept an answer that was challenged'), ('claim.made', 'made a claim by hand'), ('claim.corrected', 'corrected how a claim is read'), ('claim.accepted', 'accepted a claim'), ('claim.placed', 'placed a claim'), ('claim.rejected', 'rejected a claim'), ('claim.restored', 'restored a claim'), ('evidence.weighed', 'weighed a piece of evidence'), ('sheet.submitted', 'submitted the sheet for review'), ('sheet.sent_back', 'sent the sheet back'), ('lines.approved', 'approved lines of the sheet'), ('sheet.approved', 'approved the sheet'), ('sheet.published', 'published the sheet'), ('sheet.withdrawn', 'withdrew the sheet'), ('policy.chosen', 'chose how answers are suggested'), ('phrase.changed', 'changed a phrase for rationales'), ('token.created', 'made an API token'), ('token.revoked', 'revoked an API token'), ('person.signed_in', 'signed in'), ('person.signed_out', 'signed out'), ('person.refused', 'was refused at the sign-in'), ('person.sessions_ended', 'signed out elsewhere'), ('person.password_changed', 'changed the password'), ('person.password_given', 'gave somebody a password'), ('person.factors_changed', 'changed a second factor'), ('person.provider_changed', 'changed whether the newsroom’s own sign-in lets somebody in'), ('person.pseudonymised', "replaced a person's name")], help_text='By which it was said.', max_length=32, verbose_name='act'),
        ),
    ]
