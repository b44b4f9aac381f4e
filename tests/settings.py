"""The project's settings as the tests use them: plain HTTP, plain static files, a hash that costs nothing."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("HTTPS", "off")
os.environ.setdefault("SECRET_KEY", "only for the tests")
if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="factsheet-tests-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

from factsheet.settings import *  # noqa: F403
from factsheet.settings import STATIC_ROOT, STORAGES

# WhiteNoise warns of a folder that is not there, and a warning fails the tests.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A test asks more in a second than a person in a minute; tests/security switches them on.
RATES = {}
