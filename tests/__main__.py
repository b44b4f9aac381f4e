"""Everything that must pass: `python -m tests`.

With arguments only pytest runs, with them: `python -m tests tests/articles -k money`; after `--postgresql` that run is
on PostgreSQL. In either case the exit status is not zero when a part failed. What this machine lacks is left out and
named, with how to get it; where CI=true the same is a failure.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
PYTHON = sys.executable
PYTEST = (PYTHON, "-m", "pytest")

# The two suites run one after the other; each takes the cores there are, two at least being assumed. More workers than
# cores gain nothing. Towards the end who has nothing left takes over from whoever has.
CORES = 2
WORKERS = ("-n", str(CORES), "--dist", "worksteal")

# pytest's last line: "===== 12 passed in 3.45s =====".
CLOSING_LINE = re.compile(r"^(\x1b\[\d+m)*=+ .*\b(passed|failed|error|errors|no tests ran|skipped|deselected)\b.* =+")

# An environment in which `check --deploy` has nothing to warn of: what the README asks of whoever runs it for real.
PRODUCTION = {
    "DEBUG": "off",
    "HTTPS": "on",
    "ALLOWED_HOSTS": "factsheet.example",
    "SITE_URL": "https://factsheet.example",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "DJANGO_SETTINGS_MODULE": "factsheet.settings",
}

# A piece of an article's text, which the new line that djade ends every file with would become a part of.
UNFORMATTED = {"templates/articles/piece.html"}


@dataclass(frozen=True, slots=True)
class Result:
    """How a part ended: its status is "passed", "failed" or "skipped"; `closing` is the line that pytest ends with."""

    part: str
    status: str
    seconds: float = 0
    note: str = ""
    closing: str = ""


def main(arguments: list[str]) -> int:
    """Run everything, or pytest alone with the arguments; 0 when all of it passed."""
    with tempfile.TemporaryDirectory(prefix="factsheet-tests-") as folder:
        environment = {
            **os.environ,
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/factsheet.sqlite3",
            "PYTHONUNBUFFERED": "1",
        }
        if environment.pop("PYTHONDONTWRITEBYTECODE", ""):
            # Nothing is to be written beside the sources; but what a run compiles, a hundred of its processes load.
            environment["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        if arguments[:1] == ["--postgresql"]:
            return _conclude([_test_on_postgresql(environment, *arguments[1:])])
        if arguments:
            return subprocess.run((*PYTEST, *arguments), cwd=ROOT, env=environment, check=False).returncode
        results = _check(environment | PRODUCTION)
        results.append(_run("tests on SQLite", (*PYTEST, *WORKERS), environment))
        results.append(_test_on_postgresql(environment, *WORKERS, "--database-only"))
    return _conclude(results)


def _check(environment: Mapping[str, str]) -> list[Result]:
    """Run the checks beside each other, each of which keeps one core busy; every one is told as a whole."""
    telling = Lock()

    def check(part: str, command: tuple[str, ...]) -> Result:
        begun = time.monotonic()
        with _start(command, environment) as process:
            assert process.stdout is not None
            told = process.stdout.read()
        with telling:
            _announce(part, _show(command))
            print(told, end="", flush=True)
        return Result(part, "failed" if process.returncode else "passed", time.monotonic() - begun)

    with ThreadPoolExecutor(CORES) as pool:
        return list(pool.map(check, *zip(*_checks().items(), strict=True)))


def _checks() -> dict[str, tuple[str, ...]]:
    manage = (PYTHON, "-W", "error", "manage.py")
    checks: dict[str, tuple[str, ...]] = {
        "lint": (PYTHON, "-m", "ruff", "check"),
        "format": (PYTHON, "-m", "ruff", "format", "--check"),
        "types": (PYTHON, "-m", "mypy", "articles", "factsheet", "tests"),
        "imports": (str(SCRIPTS / "lint-imports"),),
        "migrations": (*manage, "makemigrations", "--check", "--dry-run"),
        "deployment": (*manage, "check", "--deploy", "--fail-level", "WARNING"),
    }
    templates = {str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*.html")} - UNFORMATTED
    checks["templates"] = (str(SCRIPTS / "djade"), "--check", "--target-version", "5.2", *sorted(templates))
    return checks


def _test_on_postgresql(environment: Mapping[str, str], *arguments: str) -> Result:
    part = "tests on PostgreSQL"
    try:
        with postgres.run_server() as url:
            return _run(part, (*PYTEST, *arguments), {**environment, "DATABASE_URL": url})
    except postgres.Unavailable as reason:
        _announce(part, str(reason))
        required = os.environ.get("CI", "").lower() == "true"
        return Result(part, "failed" if required else "skipped", note=str(reason))


def _run(part: str, command: tuple[str, ...], environment: Mapping[str, str]) -> Result:
    _announce(part, _show(command))
    begun = time.monotonic()
    closing = ""
    with _start(command, environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            if CLOSING_LINE.match(line):
                closing = line.strip()
    status = "failed" if process.returncode else "passed"
    return Result(part, status, time.monotonic() - begun, closing=closing)


def _show(command: tuple[str, ...]) -> str:
    shown = " ".join(Path(word).name if word == PYTHON else word for word in command[:9])
    return shown + (" ..." if len(command) > 9 else "")


@contextlib.contextmanager
def _start(command: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    try:
        with process:
            yield process
    finally:
        # On Ctrl-C the child was told as well; this is for everything else that ends the block early.
        if process.poll() is None:
            process.terminate()


def _announce(part: str, what: str) -> None:
    print(f"\n--- {part}: {what}", flush=True)


def _conclude(results: list[Result]) -> int:
    print()
    for result in results:
        print(f"{result.part:<20} {result.status:<8} {result.seconds:6.1f} s  {result.note}".rstrip())
    # pytest's own closing lines stand last, where people and programs look for them.
    for result in results:
        if result.closing:
            print(f"{result.part}:\n{result.closing}")
    sys.stdout.flush()
    return int(any(result.status == "failed" for result in results))


if __name__ == "__main__":
    # A terminated run stops its server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
