"""`manage.py demo`, as far as it goes without serving; the browser tests stand on what it loads."""

from __future__ import annotations

import socket

import pytest
from django.core.management import CommandError, call_command


def test_a_port_that_is_taken_is_said_before_anything_is_set_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"^Port {port} cannot be used .*--port {port + 1}$") as caught:
            call_command("demo", port=port)
    assert caught.value.returncode == 2
