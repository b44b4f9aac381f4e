"""What tells an editor that somebody else was first."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


class Overtaken(Exception):  # noqa: N818 - it says what the form is, not what failed
    """Somebody else changed it since the form was opened; nothing was saved. `stands` are the values as they are."""

    def __init__(self, stands: Mapping[str, str], words: str = "") -> None:
        super().__init__(words or _("Somebody changed this since you opened it."))
        self.stands = stands


def check_seen(was: Mapping[str, str] | None, stands: Mapping[str, str]) -> None:
    """Refuse to save over what is not what a form was drawn with; None is of one that does not tell.

    Raises:
        Overtaken: where it is not.
    """
    if was is not None and any(was.get(name) != value for name, value in stands.items()):
        raise Overtaken(stands)
