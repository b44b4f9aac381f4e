"""The project's settings as the tests use them: plain HTTP, plain static files, a hash that costs nothing."""

import atexit
import os
import shutil
import tempfile
from copy import deepcopy
from importlib.util import find_spec

os.environ.setdefault("HTTPS", "off")
os.environ.setdefault("SECRET_KEY", "only for the tests")
if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="factsheet-tests-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

from factsheet.identity.configuration import Provider, install
from factsheet.settings import *  # noqa: F403
from factsheet.settings import SECURE_CSP, STATIC_ROOT, STORAGES

# WhiteNoise warns of a folder that is not there, and a warning fails the tests.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A test asks more in a second than a person in a minute; tests/security switches them on.
RATES = {}
# Each process counts for itself.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# The extra's tables are there, and nothing of it answers until a test in tests/identity switches it on.
if find_spec("allauth"):
    SECURE_CSP = deepcopy(SECURE_CSP)
    install(vars(), mfa=True, provider=Provider("https://id.example", "factsheet", "only for the tests", [], "Example"))
