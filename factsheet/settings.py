"""Settings, read from the environment; every variable stands in the README.

The defaults are safe to put on the internet; `manage.py demo` and the tests loosen what plain HTTP on loopback needs.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import environ

from factsheet import databases
from factsheet.identity import configuration as identity
from factsheet.shared_cache import choose_cache

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
    "axes",
    "articles",
    "factsheet",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "factsheet.headers.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "factsheet.middleware.ChannelMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "factsheet.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "factsheet.gate.GateMiddleware",
    "factsheet.limits.LimitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "factsheet.middleware.HtmxVaryMiddleware",
    "factsheet.middleware.AcceptedMiddleware",
    "factsheet.middleware.RefusalMiddleware",
    "factsheet.retrying.RetryMiddleware",
    "axes.middleware.AxesMiddleware",
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
                "factsheet.views.notices.add_unread",
                "factsheet.views.common.say_what_is_kept",
            ],
        },
    },
]

DATABASES = {
    "default": databases.configure(
        env.str("DATABASE_URL", default=databases.sqlite_url(DATA_DIR / "factsheet.sqlite3"))
    )
}
# PostgreSQL ends a statement that takes longer; 0 is no limit, which only the server sets (gunicorn_conf.py).
if STATEMENT_SECONDS := env.int("STATEMENT_SECONDS", default=0):
    databases.limit_time(DATABASES["default"], STATEMENT_SECONDS)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Length, and whether it is easily guessed, and nothing else (NIST SP 800-63B, 3.1.1.2): no rule on what it is made of.
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "factsheet.passwords.EasilyGuessedValidator",
        "OPTIONS": {"words": env.list("PASSWORD_WORDS", default=[])},
    },
]
# A file of passwords that were stolen, by their SHA-1 in order, where the newsroom has one.
if BREACHED_PASSWORDS := env.str("BREACHED_PASSWORDS", default=""):
    AUTH_PASSWORD_VALIDATORS.append(
        {"NAME": "factsheet.passwords.BreachedValidator", "OPTIONS": {"path": BREACHED_PASSWORDS}}
    )
# A password is hashed anew by the first when its owner signs in.
PASSWORD_HASHERS = ["factsheet.passwords.Hasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTHENTICATION_BACKENDS = ["factsheet.sign_in.PasswordBackend"]
# A password that an administrator gave somebody lets them in for so long, and only to choose another.
GIVEN_PASSWORD_DAYS = env.int("GIVEN_PASSWORD_DAYS", default=7)

# So many wrong passwords for one account from one address, then none is tried for a while; another address is not
# locked out by that. How many sign-ins one address may try for all accounts is among the limits.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = env.int("SIGN_IN_FAILURES", default=5)
AXES_COOLOFF_TIME = timedelta(minutes=env.int("SIGN_IN_PAUSE_MINUTES", default=15))
# Trying on while locked out does not make it longer, or anybody could keep a colleague out for good.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "factsheet.middleware.read_address"
AXES_LOCKOUT_CALLABLE = "factsheet.limits.answer_locked_out"
# Attempts older than the pause are deleted with the next; sign-ins stand in the activity log, and nowhere twice.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

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

# What one request may bring; `factsheet.limits` refuses what is larger, in words, before it is read.
MEGABYTE = 1024 * 1024
UPLOAD_MB = env.int("UPLOAD_MB", default=32)
FORM_MB = env.int("FORM_MB", default=12)
DATA_UPLOAD_MAX_MEMORY_SIZE = FORM_MB * MEGABYTE
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * MEGABYTE
DATA_UPLOAD_MAX_NUMBER_FILES = env.int("UPLOAD_FILES", default=100)
DATA_UPLOAD_MAX_NUMBER_FIELDS = env.int("FORM_FIELDS", default=5000)

# How often one person, or one address before the sign-in, may do what: "30/5m" is 30 in five minutes, "off" no limit.
RATES: dict[str, str] = {
    name: env.str(f"RATE_{name.upper()}", default=rate)
    for name, rate in (
        ("sign_in", "30/5m"),
        ("upload", "120/1m"),
        ("act", "600/1m"),
        ("export", "60/1m"),
        ("api", "1200/1m"),
    )
}
# Where the counts stand: in a file that all processes of this machine share, unless CACHE_URL names a store of several.
CACHES = {"default": env.cache("CACHE_URL") if env.str("CACHE_URL", default="") else choose_cache(DATA_DIR)}

# HTTPS is on unless it is switched off, as it is for the demonstration on loopback.
HTTPS = env.bool("HTTPS", default=True)
SECURE_SSL_REDIRECT = HTTPS
# Who watches the server asks it itself, past the proxy that speaks HTTPS. A program that asks the API in the clear is
# refused: led on, it would never notice that its token was read on the way.
SECURE_REDIRECT_EXEMPT = [r"^health/$", r"^api/"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SECURE = HTTPS
if HTTPS:
    # A cookie of such a name is taken from this very host, over HTTPS, from nobody beside it (RFC 6265bis, 4.1.3.2).
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    LANGUAGE_COOKIE_NAME = "__Host-language"
# Browsers keep to it for so long, and with preloading it is built into them: lower it before trying HTTPS for a while.
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=365 * 24 * 3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS and env.bool("HSTS_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = HTTPS and env.bool("HSTS_PRELOAD", default=True)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
# How many proxies stand in a row, each appending to X-Forwarded-For whom it saw; the first of them saw the client.
PROXY_HOPS = env.int("PROXY_HOPS", default=1)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_ENGINE = "factsheet.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# A session ends so long after it was last used, and so long after the sign-in at the latest.
SESSION_IDLE = timedelta(hours=env.int("SESSION_IDLE_HOURS", default=12))
SESSION_COOKIE_AGE = env.int("SESSION_DAYS", default=7) * 24 * 3600
X_FRAME_OPTIONS = "DENY"
# Whether what is typed and not saved stays in the browser, by person, until it is saved or they sign out.
KEEP_UNSAVED = env.bool("KEEP_UNSAVED", default=True)

# The names are those of Django 6, so that its own middleware can take over.
SECURE_CSP: dict[str, list[str]] = {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "object-src": ["'none'"],
    "frame-src": ["'none'"],
    "worker-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}

# Second factors, and the newsroom's own sign-in: the extra of factsheet/identity, where either is set.
MFA = env.bool("MFA", default=False)
REQUIRE_MFA = identity.read_required(env, mfa=MFA)
SSO = identity.Provider.read(env)
SSO_NAME = SSO.name if SSO else ""
# The role of accounts that are made when the provider vouches for somebody who has none; empty: none are made.
SSO_ROLE = env.str("SSO_ROLE", default="")
identity.install(vars(), mfa=MFA, provider=SSO)

# A small desk may let whoever settled a fact approve it; the edition's record then says so.
FOUR_EYES = env.bool("FOUR_EYES", default=True)

# An address tells where a person was, so the log keeps none unless the newsroom says so; it can be erased later.
LOG_ADDRESSES = env.bool("LOG_ADDRESSES", default=False)

# Where mail of notices goes: "smtp+tls://name:password@mail.example.org:587"; to the console unless it is said.
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
# A save waits so many seconds for a mail server that does not answer, and then no other one for some minutes.
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Factsheet <factsheet@localhost>")

# Errors are mailed to ADMINS, where there are any, without whatever is called by the name of a secret.
DEFAULT_EXCEPTION_REPORTER_FILTER = "factsheet.reports.SecretFilter"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "stream": sys.stderr}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
