"""What a report of an error leaves out, whatever code it happened in."""

from __future__ import annotations

import re
from types import FrameType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

SECRET = re.compile(
    r"pass|secret|token|key|cookie|session|credential|authori[sz]ation|signature|csrf|^code$|verifier|_url$",
    re.IGNORECASE,
)


class SecretFilter(SafeExceptionReporterFilter):
    """Hide whatever is called by the name of a secret: settings, headers, cookies, fields of forms, and the variables
    of every frame, where Django asks each function to name its own.
    """

    hidden_settings = SECRET

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        """The fields that were sent, without secrets."""
        sent = super().get_post_parameters(request)
        return {name: self.cleanse_setting(name, sent[name]) for name in sent}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: FrameType) -> Any:
        """The variables of a frame as (name, value), without secrets."""
        variables = super().get_traceback_frame_variables(request, tb_frame)
        return [(name, self.cleanse_setting(name, value)) for name, value in variables]
