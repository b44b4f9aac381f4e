"""What of the inbox is painted anew: what is shown and what changed together make the page as it is now."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article, Claim
from factsheet.models import Evidence
from factsheet.queries.inbox import InboxGroup, InboxItem
from factsheet.queries.repaints import Shown, compare_pages
from factsheet.queries.sentences import Sentence

Page = dict[int | None, dict[int, str]]

SENTENCE = Sentence("", "", "")


def make_groups(page: Page) -> list[InboxGroup]:
    """A page from each group's claims and the reason each was rejected for."""
    return [
        InboxGroup(
            group,
            [
                InboxItem(Evidence(pk=key, reason=reason, claim=Claim(article=Article(title="Story"))), SENTENCE)
                for key, reason in claims.items()
            ],
            len(claims),
            0,
            "",
        )
        for group, claims in page.items()
    ]


# Whichever group a claim is in, and whether it is on the page at all; groups and claims stand in their order.
CLAIMS = st.dictionaries(
    st.integers(1, 12), st.tuples(st.integers(1, 3), st.sampled_from(["", "Said twice"])), min_size=1
)


def group(claims: dict[int, tuple[int, str]]) -> Page:
    page: Page = {number: {} for number in sorted({number for number, _reason in claims.values()})}
    for key, (number, reason) in sorted(claims.items()):
        page[number][key] = reason
    return page


def listed(groups: list[InboxGroup]) -> dict[str, list[tuple[int, str]]]:
    return {one.name: [(item.evidence.pk, item.evidence.reason) for item in one.items] for one in groups}


def paint(before: list[InboxGroup], after: list[InboxGroup]) -> dict[str, list[tuple[int, str]]] | None:
    """What a browser shows after it did as it was told."""
    repaint = compare_pages(Shown.read(Shown.of(before).text), after)
    if repaint is None:
        return None
    page = listed(before)
    for name in repaint.gone_groups:
        del page[name]
    for name, claims in page.items():
        page[name] = [claim for claim in claims if claim[0] not in repaint.gone_items]
    for item in repaint.changed_items:
        for claims in page.values():
            claims[:] = [(key, item.evidence.reason if key == item.evidence.pk else said) for key, said in claims]
    for new in repaint.new_groups:
        names = list(page)
        place = names.index(new.after) + 1 if new.after else 0
        entries = list(page.items())
        page = dict([*entries[:place], *listed([new.group]).items(), *entries[place:]])
    for came in repaint.new_items:
        keys = [key for key, _reason in page[came.group]]
        place = keys.index(came.after) + 1 if came.after else 0
        page[came.group].insert(place, (came.item.evidence.pk, came.item.evidence.reason))
    return page


@given(CLAIMS, CLAIMS)
def test_what_is_shown_and_what_changed_make_the_page(
    before: dict[int, tuple[int, str]], after: dict[int, tuple[int, str]]
) -> None:
    old, new = make_groups(group(before)), make_groups(group(after))
    painted = paint(old, new)
    if painted is None:
        assert not {(name, key) for key, (name, _) in before.items()} & {
            (name, key) for key, (name, _) in after.items()
        }
    else:
        assert list(painted.items()) == list(listed(new).items())


def test_what_did_not_change_is_not_painted() -> None:
    groups = make_groups({None: {1: "", 2: "", 3: ""}})
    repaint = compare_pages(Shown.of(groups), groups)
    assert repaint is not None
    assert not any(
        (repaint.gone_groups, repaint.gone_items, repaint.changed_groups, repaint.changed_items, repaint.new_groups)
    )
    assert not repaint.new_items


def test_a_heading_is_painted_when_its_count_changed() -> None:
    before, after = make_groups({1: {1: "", 2: ""}, 2: {3: ""}}), make_groups({1: {2: ""}, 2: {3: ""}})
    repaint = compare_pages(Shown.of(before), after)
    assert repaint is not None
    assert (repaint.gone_items, repaint.changed_groups) == ([1], [after[0]])
