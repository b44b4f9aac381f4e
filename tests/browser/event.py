"""An invented event for the journeys: five reports of a ferry aground, which agree on one figure and differ on four."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "The grounding of the Aurelia"


def _write(title: str, source: str, published: str, *paragraphs: str) -> str:
    head = f"---\ntitle: {title}\nsource: {source}\npublished: {published}\n---\n"
    return "\n".join((head, *(f"{paragraph}\n" for paragraph in paragraphs)))


FILES: Mapping[str, str] = {
    "harbour-gazette.md": _write(
        "Ferry runs aground off Kestrel Island",
        "The Harbour Gazette",
        "2024-05-05",
        "The ferry Aurelia ran aground off Kestrel Island with 212 passengers aboard, the coast guard said.",
        "Doctors treated 14 injured passengers on the quay. Out at sea, 26 fishing boats took part in the rescue.",
    ),
    "northern-wire.md": _write(
        "Aurelia strikes a reef",
        "Northern Wire",
        "2024-05-05",
        "The ferry Aurelia carried 212 passengers when it ran aground off Kestrel Island.",
        "A hospital counted 19 injured passengers. The harbour master said 41 fishing boats took part in the rescue.",
    ),
    "island-radio.md": _write(
        "Every passenger is ashore",
        "Island Radio",
        "2024-05-06",
        "All 212 passengers of the ferry Aurelia are ashore.",
        "Towing the ferry will cost its owner $3 million, the chairman said. The ferry is 90 metres long.",
    ),
    "trade-bulletin.md": _write(
        "Owner counts the cost of the grounding",
        "Trade Bulletin",
        "2024-05-06",
        "Towing the ferry will cost its owner $5 million, the insurer said. The ferry is 120 metres long.",
    ),
}
"""The four that are uploaded, by file name."""

PASTED: Mapping[str, str] = {
    "Or paste the text": "Of the 212 passengers on the ferry Aurelia, 14 injured passengers were taken to hospital.",
    "Title": "Passengers in hospital",
    "Source": "Kestrel Post",
    "Published": "2024-05-07",
}
"""The fifth, by the labels of the form's fields."""
