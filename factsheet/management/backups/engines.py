"""What every database offers for backups, and the trouble that there may be with one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

Told = Callable[[str, int, int], None]
"""Is called as something goes on: what is being done, and how much of how much is done."""


class BackupError(Exception):
    """A backup that cannot be made or read, in one line; nothing was changed."""


class Engine(Protocol):
    """One database, as it is configured."""

    @property
    def name(self) -> str:
        """The word for its kind, "sqlite" or "postgresql": a backup of one cannot be put into the other."""
        ...

    @property
    def member(self) -> str:
        """What the copy is called within a backup."""
        ...

    @property
    def is_compressed(self) -> bool:
        """Whether the copy is small already."""
        ...

    def is_there(self) -> bool:
        """Whether there is a database to copy; where only a server can tell, it will."""
        ...

    def describe(self) -> str:
        """The version of the database."""
        ...

    def dump(self, target: Path, told: Told) -> None:
        """Copy the whole database, as it is at one moment, into a new file, and check the copy.

        Raises:
            BackupError: where that cannot be done.
        """
        ...

    def prepare(self) -> AbstractContextManager[Fresh]:
        """A new place beside the database for a copy that is put back; whatever is left there at the end is removed."""
        ...


class Fresh(Protocol):
    """A place for a copy that is put back, in which it is tried before it takes the place of the database."""

    @property
    def name(self) -> str:
        """What DATABASES calls it by."""
        ...

    @property
    def extracted(self) -> Path:
        """Where the copy is to be written, as it stands in the backup."""
        ...

    def load(self, told: Told) -> None:
        """Make a database of the extracted copy.

        Raises:
            BackupError: where it is none.
        """
        ...

    def replace(self, suffix: str) -> str:
        """Put it in the place of the database, at once, and give the name under which the former one is kept; empty
        where there was none.

        Raises:
            BackupError: where somebody else has it, or may not.
        """
        ...
