"""What every answer tells the browser to refuse: foreign content, frames, guesses about types, copies on the disk."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]

# What is no page loads and shows nothing, even if a browser took it for one.
NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

# The registry of what a page could ask the machine for: https://github.com/w3c/webappsec-permissions-policy
UNUSED = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen geolocation "
    "gyroscope hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture screen-wake-lock "
    "serial usb xr-spatial-tracking"
)
PERMISSIONS = ", ".join(f"{name}=()" for name in UNUSED.split())


class SecurityHeadersMiddleware:
    """Send the policies of the site with every answer, static files and refusals included.

    `SECURE_CSP` is spelled as Django 6's own middleware has it, so that it can take over. What somebody signed in is
    shown is kept by no cache, so that the next person at the machine does not find it; what was typed and not sent is
    kept by `unsaved.js`, which the sign-out empties.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {' '.join(values)}" for name, values in settings.SECURE_CSP.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the policies, unless the answer brought its own."""
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        response.headers.setdefault("Content-Security-Policy", self.policy if is_page else NO_PAGE)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        # The cookie is enough to tell: the database, which may be what is in trouble, is not asked.
        if is_page and settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
