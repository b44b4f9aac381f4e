"""Which passwords are taken, and how they are kept."""

from __future__ import annotations

from hashlib import sha1
from pathlib import Path

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from pytest_django import Settings

from factsheet.passwords import BreachedValidator

GUESSED = [
    "elevenchars",
    "passwordpassword",
    "Password123456",
    "P@ssw0rd123456",
    "aaaaaaaaaaaaaaaa",
    "abcabcabcabcabc",
    "123456789012345",
    "qwertyuiopasdfghjkl",
    "zyxwvutsrqponmlk",
    "azertyuiop12345",
    "factsheet-2024-factsheet",
    "Newsroom!Newsroom!",
    "iloveyou!!!!!!",
    "1234sunshine1234",
    "Dragon20242024",
]
TAKEN = [
    "correct horse battery staple",
    "an orchard under slow rain",
    "колодец за старой мельницей",
    "8305 1947 2266 90",
    "tXq7#vLm2@Rw",
    "no digits nor capitals here",
    "🐎 🔋 📎 stapled twice",
    "w" * 3 + " is how the long word ends " * 30,
]


@pytest.mark.parametrize("password", GUESSED)
def test_a_password_that_is_easily_guessed_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize("password", TAKEN)
def test_any_other_of_twelve_characters_is_taken_whatever_it_is_made_of(password: str) -> None:
    validate_password(password)


def test_one_that_resembles_its_owner_is_refused() -> None:
    person = User(username="annabrandtsen", first_name="Anna", email="anna.brandtsen@desk.example")
    with pytest.raises(ValidationError, match="too similar"):
        validate_password("annabrandtsen1", person)


def test_the_newsrooms_own_words_count_for_nothing(settings: Settings) -> None:
    password = "heraldtribune42x"
    validate_password(password)
    rules = [dict(rule) for rule in settings.AUTH_PASSWORD_VALIDATORS]
    rules[-1]["OPTIONS"] = {"words": ["herald", "tribune"]}
    settings.AUTH_PASSWORD_VALIDATORS = rules
    with pytest.raises(ValidationError, match="easily guessed"):
        validate_password(password)


def test_passwords_are_kept_as_argon2id_and_older_ones_go_on_working(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["factsheet.passwords.Hasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    kept = make_password("an orchard under slow rain")
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("an orchard under slow rain", kept)
    assert not check_password("an orchard under slow rains", kept)
    older = make_password("an orchard under slow rain", hasher="pbkdf2_sha256")
    assert check_password("an orchard under slow rain", older)
    assert identify_hasher(older).algorithm == "pbkdf2_sha256"


@pytest.mark.parametrize("end", ["\n", "\r\n", ":3\r\n", ":12345678\n"])
def test_a_password_that_was_stolen_is_refused_wherever_it_stands_in_the_list(tmp_path: Path, end: str) -> None:
    stolen = [f"a password that was stolen, number {number}" for number in range(50)]
    path = tmp_path / "stolen.txt"
    for size in (0, 1, 2, 50):
        lines = sorted(sha1(password.encode()).hexdigest().upper() for password in stolen[:size])
        path.write_text("".join(line + end for line in lines), encoding="ascii", newline="")
        validator = BreachedValidator(str(path))
        for password in stolen[:size]:
            with pytest.raises(ValidationError, match="stolen"):
                validator.validate(password)
        for number in range(50):
            validator.validate(f"a password of nobody's, number {number}")
