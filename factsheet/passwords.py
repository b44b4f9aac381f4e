"""How a password is kept, and which one is too easily guessed to be taken."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What people write in the place of letters.
DISGUISES = str.maketrans("@4301!$57", "aaeoiisst")
# Rows of keys and the order of letters and figures, along which fingers and minds slide.
RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qwertzuiop")
SHORTEST_RUN = 4
# Of the newsroom and of the program; PASSWORD_WORDS adds the newsroom's own.
WORDS = ("factsheet", "newsroom", "reporter", "editor", "publisher", "administrator", "journalist", "password")
# What is left after all that is common has been taken out must be at least so long.
FEWEST_LEFT = 8


class Hasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes and one lane: each sign-in takes 19 MiB, where Django's choice takes 100.

    Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


class EasilyGuessedValidator:
    """Refuse a long password that is only a short one drawn out: repeated, counted up, typed along the keys, or common
    words with figures around them. Lists of common passwords hold few of twelve characters and more.
    """

    def __init__(self, words: Sequence[str] = ()) -> None:
        self.words = tuple(word.lower() for word in (*words, *WORDS) if len(word) >= SHORTEST_RUN)

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002 - the interface of Django
        """Take the password, or refuse it.

        Raises:
            ValidationError: when too little of it is left after what is easily guessed.
        """
        if count_hard_to_guess(password, self.words) < FEWEST_LEFT:
            raise ValidationError(
                _("This password is too easily guessed: it is made of common words, repetitions or rows of keys."),
                code="password_easily_guessed",
            )

    def get_help_text(self) -> str:
        """What is asked, before it is refused."""
        return _("Four or more words that have nothing to do with one another make a good password.")


class BreachedValidator:
    """Refuse a password that stands in a list of those that were stolen somewhere.

    The list is a file of the newsroom's own (`BREACHED_PASSWORDS`), by SHA-1 in order, a line each, as *Have I Been
    Pwned* gives it away: forty hexadecimal figures, and whatever comes after a colon. It is looked through by halves:
    a thousand million of them cost some thirty reads, and no other machine hears of the password.
    """

    LINE = 40

    def __init__(self, path: str) -> None:
        self.path = path

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002 - the interface of Django
        """Take the password, or refuse it.

        Raises:
            ValidationError: when it stands in the list.
        """
        # The list is by SHA-1; nothing is kept by it.
        wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
        if self._find(wanted):
            words = _("This password was stolen somewhere before, and stands in lists by which people try.")
            raise ValidationError(words, code="password_breached")

    def get_help_text(self) -> str:
        """What is asked, before it is refused: nothing that anybody could know."""
        return ""

    def _find(self, wanted: bytes) -> bool:
        with Path(self.path).open("rb") as file:
            low, high = 0, file.seek(0, os.SEEK_END)
            # The line that is looked for, if it is there, begins at or after `low` and before `high`.
            while low < high:
                middle = (low + high) // 2
                file.seek(max(middle - 1, 0))
                if middle:
                    # To the beginning of the next line; of this one, where it begins here.
                    file.readline()
                begin = file.tell()
                if begin >= high:
                    high = middle
                    continue
                found = file.readline()[: self.LINE].upper()
                if found == wanted:
                    return True
                low, high = (file.tell(), high) if found < wanted else (low, middle)
        return False


def count_hard_to_guess(password: str, words: Sequence[str] = WORDS) -> int:
    """How many characters are left of a password when all that is easily guessed is taken out of it.

    A stretch that repeats what stands before it counts once, a run of keys or figures and a common password not at all.
    """
    left = password.lower()
    for word in words:
        left = left.replace(word, "").replace(word.translate(DISGUISES), "")
    left = _take_out_runs(_take_out_repeats(left))
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", left)
    if _is_common(core) or _is_common(core.translate(DISGUISES)):
        return len(left) - len(core)
    return len(left)


def _take_out_repeats(text: str) -> str:
    """Whatever stands several times in a row stands once: "abcabcabc" is "abc", and "aaaa" is "a"."""
    return re.sub(r"(.{1,20}?)\1+", r"\1", text[:200], flags=re.DOTALL)


def _take_out_runs(text: str) -> str:
    for run in (row for forth in RUNS for row in (forth, forth[::-1])):
        for size in range(len(run), SHORTEST_RUN - 1, -1):
            for start in range(len(run) - size + 1):
                text = text.replace(run[start : start + size], "")
    return text


@lru_cache(maxsize=1)
def _list_common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)


def _is_common(word: str) -> bool:
    return word in _list_common()
