"""gunicorn in processes of its own, and how processes are started and killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from tests.durability.clients import ROOT, Desk

PATIENCE = 300
"""Seconds after which a server that does not answer is given up."""


class Site:
    """gunicorn as it is served for real, started again by a supervisor whenever it is gone."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.environment = {**environment, "PORT": str(self.port), "WEB_CONCURRENCY": "2"}
        self.log = log
        self.stopped = threading.Event()
        self.process = self._start()
        self.supervisor = threading.Thread(target=self._supervise, daemon=True)
        self.supervisor.start()
        self.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as output:
            return subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "--config", "factsheet/gunicorn_conf.py", "factsheet.wsgi"],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    def _supervise(self) -> None:
        """What systemd does by `Restart=always`; nothing is repaired or removed before."""
        while not self.stopped.wait(0.02):
            if self.process.poll() is not None:
                self.process = self._start()

    def wait(self) -> None:
        """Until pages can be read."""
        desk, until = Desk(self.port, "", timeout=5), time.monotonic() + PATIENCE
        while desk.ask("/health/")[0] != 200:
            if time.monotonic() > until:
                raise TimeoutError(f"The server did not come back:\n{self.log.read_text(encoding='utf-8')[-3000:]}")
            self.stopped.wait(0.05)

    def workers(self) -> list[int]:
        """The processes that answer."""
        try:
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        except FileNotFoundError:
            return []
        return [int(pid) for pid in children.split()]

    def stop(self) -> None:
        """At once."""
        self.stopped.set()
        self.supervisor.join()
        for pid in (self.process.pid, *self.workers()):
            kill(pid)
        self.process.wait()


def kill(pid: int) -> bool:
    """Kill a process as the kernel does when memory runs out; whether there was one."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def run_python(environment: Mapping[str, str], *command: str) -> str:
    """What a command prints.

    Raises:
        RuntimeError: when it fails.
    """
    done = subprocess.run(
        (sys.executable, *command), cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout
