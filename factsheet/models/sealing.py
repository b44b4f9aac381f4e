"""What the rows of a chain are sealed by: the SHA-256 of the canonical JSON (RFC 8785) of a row's own columns, with the
SHA-256 of the row before among them. Whoever changes a row has to change every row after it, and the last of them is
what `manage.py verify --heads` lets a newsroom write down elsewhere.

The form of each content is a contract: rows that are sealed by it are checked by it for ever. A column that comes later
is written into it only where it holds something, so that what was sealed before still matches.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from factsheet.export.edition import canonicalize

if TYPE_CHECKING:
    from factsheet.models.activity import Activity
    from factsheet.models.fact import Decision

Json = dict[str, Any]


def seal(content: Json) -> str:
    """The SHA-256 of a row's content, in hexadecimal."""
    return hashlib.sha256(canonicalize(content)).hexdigest()


def describe_act(row: Activity) -> Json:
    """What seals an act: everything but its own key and the client's address, which may be erased."""
    return {
        "schema": "factsheet.act/1",
        "chain": row.chain,
        "number": row.number,
        "previous_sha256": row.previous_sha256,
        "act": row.act,
        "actor": row.actor_id,
        "channel": row.channel,
        "at": write_moment(row.at),
        "subject": {"type": row.subject_type, "id": row.subject_id, "name": row.subject},
        "details": row.details,
    }


def describe_decision(row: Decision, cited: Sequence[int]) -> Json:
    """What seals a decision: all its columns but its own key, and what it cites, as keys of evidence in their order."""
    return {
        "schema": "factsheet.decision/1",
        "fact": row.fact_id,
        "number": row.number,
        "previous_sha256": row.previous_sha256,
        "outcome": row.outcome,
        "method": row.method,
        "answer": row.answer,
        "value": {
            "low": _write_number(row.low),
            "high": _write_number(row.high),
            "low_day": _write(row.low_day),
            "high_day": _write(row.high_day),
            "low_time": _write(row.low_time),
            "high_time": _write(row.high_time),
            "low_open": row.low_open,
            "high_open": row.high_open,
            "hedge": row.hedge,
            "unit": row.unit,
            "per": row.per,
            "utc_offset": row.utc_offset,
            "precision": row.precision,
        },
        "rationale": row.rationale,
        "suggestion": row.suggestion,
        "weighed": row.weighed,
        "cited": list(cited),
        "editor": row.editor_id,
        "at": write_moment(row.at),
    }


def to_plain_json(value: Any) -> Any:
    """JSON as every database gives it back: lists for tuples, texts for keys.

    Raises:
        TypeError: for what is no JSON.
        ValueError: for a float, which databases write each in their own way; write such a number as a text.
    """
    return json.loads(json.dumps(value), parse_float=_refuse, parse_constant=_refuse)


def write_moment(moment: datetime) -> str:
    """RFC 3339 in UTC, to the microsecond, which is what both databases keep."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _write(value: object) -> str | None:
    return None if value is None else str(value)


def _write_number(value: Decimal | str | None) -> str | None:
    if value is None:
        return None
    number = Decimal(value)
    # PostgreSQL knows no minus before a zero.
    return f"{abs(number) if number.is_zero() else number:f}"


def _refuse(number: str) -> NoReturn:
    raise ValueError(f"{number} is a float")
