"""A person asks to be forgotten: the name goes, and what was done stays done by somebody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.log import record
from factsheet.models import Act, Activity, Letter, MailWish, Notice, Session, Watch
from factsheet.policies import Refused

PSEUDONYM = "person-{}"
"""How somebody is called whose name is gone, by the key of the account."""

# What the person was told, and wished to be.
OWN = (Watch, Notice, Letter, MailWish)


def find_proofs() -> list[Any]:
    """The tables of what somebody proves who they are by, where the extra is installed: their second factors, and the
    key by which a provider knows them.
    """
    configs = (config for config in apps.get_app_configs() if config.name.startswith("allauth."))
    return [
        model
        for config in configs
        for model in config.get_models()
        if any(f.name == "user" for f in model._meta.fields)
    ]


@transaction.atomic
def pseudonymise(person: User, *, by: User | None, at: datetime) -> str:
    """Replace all that names a person outside of what was published; the account is closed and signed out everywhere.

    Acts, decisions and comments hold the key of the account alone, so that every chain stays whole. What is kept: the
    names printed in editions, which are published; and whatever colleagues typed about the person.

    Returns:
        What the person is called from now on.

    Raises:
        Refused: for oneself, since nobody could sign in as that any more, and where it is done already.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    name = PSEUDONYM.format(person.pk)
    if by is not None and by.pk == person.pk:
        raise Refused(_("Ask another administrator: it would sign you out for good."))
    if person.username == name:
        raise Refused(_("This person's name is gone already."))
    taken = User.objects.filter(username=name).exists()
    person.username = name = f"{name}-{at:%Y%m%d%H%M%S}" if taken else name
    person.first_name = person.last_name = person.email = ""
    person.is_active = person.is_staff = person.is_superuser = False
    person.last_login = None
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()
    for kept in (Session.objects.filter(user=person), *(table.objects.filter(person=person) for table in OWN)):
        kept.delete()
    for table in find_proofs():
        table.objects.filter(user=person).delete()
    Activity.objects.filter(actor=person).exclude(address=None).update(address=None)
    # The admin's own log names whoever an account was changed for.
    entries = LogEntry.objects.filter(content_type__app_label="auth", content_type__model="user")
    entries.filter(object_id=str(person.pk)).update(object_repr=name, change_message="")
    record(
        Act.PERSON_PSEUDONYMISED,
        sheet=None,
        actor=by,
        at=at,
        subject=person,
        before={"named": True},
        after={"named": False},
    )
    return name
