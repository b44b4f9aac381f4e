"""The settings under which processes are killed: those of production over plain HTTP, with a place to die at."""

import os

os.environ.setdefault("HTTPS", "off")

from factsheet.settings import *  # noqa: F403
from factsheet.settings import INSTALLED_APPS, MIDDLEWARE, RATES, STORAGES

INSTALLED_APPS = [*INSTALLED_APPS, "tests.durability.faults.FaultsConfig"]
MIDDLEWARE = ["tests.durability.faults.FaultMiddleware", *MIDDLEWARE]
# What is sent here is sent by one address, as often as it can.
RATES = dict.fromkeys(RATES, "off")
FOUR_EYES = False
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
