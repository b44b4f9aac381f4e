"""For whoever watches the server."""

from __future__ import annotations

from factsheet.models import FactSheet


def ask_database() -> None:
    """Ask the least that shows whether pages can be read.

    Raises:
        DatabaseError: where they cannot.
    """
    FactSheet.objects.exists()
