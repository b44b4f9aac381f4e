"""Settings, read from the environment; every variable stands in the README.

The defaults are safe to put on the internet; `manage.py demo` and the tests loosen what plain HTTP on loopback needs.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import tempfile
from pathlib import Path
from typing import Any

import environ

from factsheet import databases

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# Where the database, the collected static files and the generated secret live when nothing else is said.
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var")))
# Where nothing is to be kept here, the folder may be out of reach; who needs it says so.
with contextlib.suppress(OSError):
    DATA_DIR.mkdir(parents=True, exist_ok=True)


def _read_secret_key() -> str:
    """The key from SECRET_KEY, else one made once and kept, readable by this user only, in the data folder."""
    key: str = env.str("SECRET_KEY", default="")
    path = DATA_DIR / "secret-key"
    if key:
        return key
    if not path.exists():
        # Of two processes that start at once, one makes the key, and both read it whole.
        with tempfile.NamedTemporaryFile("w", dir=DATA_DIR, encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            with contextlib.suppress(FileExistsError):
                os.link(file.name, path)
    return path.read_text(encoding="utf-8")


DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = _read_secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# The address that editions and exports name themselves by, without a slash at the end.
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "articles",
    "factsheet",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "factsheet.middleware.ContentSecurityPolicyMiddleware",
    "factsheet.middleware.ChannelMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "factsheet.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "factsheet.gate.GateMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "factsheet.middleware.HtmxVaryMiddleware",
    "factsheet.middleware.AcceptedMiddleware",
    "factsheet.middleware.RefusalMiddleware",
    "factsheet.retrying.RetryMiddleware",
]

ROOT_URLCONF = "factsheet.urls"
WSGI_APPLICATION = "factsheet.wsgi.application"
ASGI_APPLICATION = "factsheet.asgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": databases.configure(
        env.str("DATABASE_URL", default=databases.sqlite_url(DATA_DIR / "factsheet.sqlite3"))
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign-in"

# Of the interface: what a reader chose, else what the browser asks for; the API, exports and commands speak the first.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [BASE_DIR / "factsheet" / "locale"]
FORMAT_MODULE_PATH = "factsheet.formats"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The plain names are never asked for, and each would be compressed as well.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Uploads: a whole set of articles at once, each bounded again by the intake.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 100

# HTTPS is on unless it is switched off, as it is for the demonstration on loopback.
HTTPS = env.bool("HTTPS", default=True)
SECURE_SSL_REDIRECT = HTTPS
# Who watches the server asks it itself, past the proxy that speaks HTTPS.
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 24 * 3600
X_FRAME_OPTIONS = "DENY"

# The names are those of Django 6, so that its own middleware can take over.
SECURE_CSP: dict[str, list[str]] = {
    "default-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}

# A small desk may let whoever settled a fact approve it; the edition's record then says so.
FOUR_EYES = env.bool("FOUR_EYES", default=True)

# An address tells where a person was, so the log keeps none unless the newsroom says so; it can be erased later.
LOG_ADDRESSES = env.bool("LOG_ADDRESSES", default=False)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "stream": sys.stderr}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
