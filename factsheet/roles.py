"""The table of who may do what, for the documentation, drawn from the very data that the program obeys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factsheet.addresses import ADDRESSES, ADMIN, IDENTITY, Address, Door
from factsheet.policies import ACTS, REWORDING, ROLES, TRANSITIONS

HEAD = """# Who may do what

Made by `python manage.py roles --write` from `factsheet/policies.py` and `factsheet/addresses.py`; a test fails when it
is no longer what they say. Roles are groups in the database, so a newsroom may cut its own in the admin.

Whoever may not is told so (403); who is not signed in is led to the sign-in. Another method is answered 405, a form
without its token 403. An address that is not declared answers nobody, and no request that reads can write.

A confidential sheet is there for its members alone: for everybody else, administrators included, its addresses answer
as if there were no such sheet (404), and no list, search or feed tells of it. Who opened it, or a publisher among its
members, says who they are; a system's token is let in sheet by sheet. An article that an open sheet holds too is no
secret. Somebody with the server itself, who runs `manage.py`, sees everything.
"""


def write_roles() -> str:
    """The document, in Markdown."""
    parts = [HEAD, "## Roles\n", *_permissions(), "\n## Acts\n", *_acts(), "\n## States of a sheet\n", *_transitions()]
    parts += ["\n## Addresses\n", *_addresses()]
    return "\n".join(parts) + "\n"


def _permissions() -> Iterator[str]:
    known = dict.fromkeys(permission for role in ROLES.values() for permission in role)
    yield from _table("permission", *ROLES)
    for permission in known:
        yield _row(f"`{permission}`", *("yes" if permission in held else "" for held in ROLES.values()))
    yield "\nAdministrators also hold every permission in the admin, and over accounts."


def _acts() -> Iterator[str]:
    yield "What stands in the log, and the least that one must be allowed to leave it there.\n"
    yield from _table("act", "code", "permission", "roles")
    for act, permission in ACTS.items():
        yield _row(str(act.label), f"`{act.value}`", f"`{permission}`", _roles(permission))
    told = "A second pair of eyes: who settled a fact last may not approve its sheet (`FOUR_EYES`), nor who did one of"
    yield f"\n{told}:"
    yield ", ".join(f"`{act.value}`" for act in REWORDING) + "."


def _transitions() -> Iterator[str]:
    yield from _table("act", "from", "to")
    for act, (sources, target) in TRANSITIONS.items():
        yield _row(act, ", ".join(sorted(sources)), target)


def _addresses() -> Iterator[str]:
    yield from _table("address", "methods", "for", "permission", "roles", "form's token")
    for name, address in ADDRESSES.items():
        yield _address(f"`{name}`", address)
    yield "\n### Second factors, and the newsroom's own sign-in\n"
    yield "There only where `MFA` is on or `SSO_OIDC_URL` is set.\n"
    yield from _table("address", "methods", "for", "permission", "roles", "form's token")
    for name, address in IDENTITY.items():
        yield _address(f"`{name}`", address)
    yield "\n### The Django admin\n"
    yield "By page, of whatever model; it asks besides for the permission to view, add, change or delete its rows.\n"
    yield from _table("page", "methods", "for", "permission", "roles", "form's token")
    for name, address in ADMIN.items():
        yield _address(f"`{name}`", address)


def _address(name: str, address: Address) -> str:
    permission = f"`{address.permission}`" if address.permission else ""
    roles = _roles(address.permission) if address.permission else ""
    token = "yes" if address.csrf and "POST" in address.methods else ""
    who = str(address.door.value) if address.door is not Door.SIGNED_IN else "signed in"
    return _row(name, " ".join(address.methods), who, permission, roles, token)


def _roles(permission: str) -> str:
    """The least role that holds a permission and those above it."""
    return ", ".join(role for role, held in ROLES.items() if permission in held) or "Administrator"


def _table(*heads: str) -> Iterator[str]:
    yield _row(*heads)
    yield _row(*("---" for _head in heads))


def _row(*cells: str) -> str:
    return f"| {' | '.join(_escape(cells))} |"


def _escape(cells: Iterable[str]) -> Iterator[str]:
    return (cell.replace("|", "\\|") for cell in cells)
