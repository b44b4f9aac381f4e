"""A text is cut for the page without losing or adding a character."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.contrib.auth.models import User
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article, Claim
from factsheet import queries
from factsheet.models import Evidence
from factsheet.queries.article import Passage, Piece, cut_passages
from factsheet.queries.sentences import cut_sentence, sentence_of, with_sentence
from tests.factories import make_article, make_claim, make_evidence, make_sheet, make_sheet_article

Spans = list[tuple[int, int]]

TEXTS = st.text(alphabet=st.sampled_from("ab \n<é\u0301🚢👩\u200d🚀\u202e"), min_size=1, max_size=40)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, Spans, Spans]:
    """A text, the spans of claims in it (overlapping as they may), and its furniture, which never overlaps."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    spans = (
        st.tuples(place, place).map(sorted).filter(lambda span: span[0] < span[1]).map(lambda span: (span[0], span[1]))
    )
    cuts = sorted(draw(st.sets(place, max_size=6)))
    furniture = [span for span in pairwise(cuts) if draw(st.booleans())]
    return text, draw(st.lists(spans, max_size=6)), furniture


def cut(text: str, spans: Spans, furniture: Spans) -> list[Passage]:
    article = Article(text=text, furniture=[[start, end, f"reason {start}"] for start, end in furniture])
    claims = [Claim(pk=pk, start=start, end=end) for pk, (start, end) in enumerate(spans, start=1)]
    return cut_passages(article, [Evidence(claim=claim) for claim in claims])


def pieces_of(passages: list[Passage]) -> list[Piece]:
    return [piece for passage in passages for piece in passage.pieces]


@given(marked_texts())
def test_the_pieces_joined_are_the_text(marked: tuple[str, Spans, Spans]) -> None:
    text = marked[0]
    passages = cut(*marked)
    assert "".join(piece.text for piece in pieces_of(passages)) == text
    for passage in passages:
        words = "".join(piece.text for piece in passage.pieces)
        assert text[passage.start :].startswith(words)
        # Nobody is shown two paragraphs as one.
        assert passage.furniture or "\n" not in words.strip()


@given(marked_texts())
def test_every_character_knows_the_claims_and_the_furniture_it_lies_in(marked: tuple[str, Spans, Spans]) -> None:
    text, spans, furniture = marked
    place = 0
    for passage in cut(text, spans, furniture):
        for piece in passage.pieces:
            for char in piece.text:
                around = {pk for pk, (start, end) in enumerate(spans, start=1) if start <= place < end}
                assert set(piece.claims) == around
                reason = next((f"reason {start}" for start, end in furniture if start <= place < end), "")
                # White space that follows furniture is shown with it.
                assert passage.furniture == reason or (not reason and char.isspace())
                place += 1


@given(marked_texts())
def test_every_claim_begins_in_exactly_one_piece(marked: tuple[str, Spans, Spans]) -> None:
    passages = cut(*marked)
    begun = [pk for piece in pieces_of(passages) for pk in piece.starts]
    assert sorted(begun) == list(range(1, len(marked[1]) + 1))
    for passage in passages:
        assert [note.claim.pk for note in passage.notes] == [pk for piece in passage.pieces for pk in piece.starts]
        for piece in passage.pieces:
            assert set(piece.starts) <= set(piece.claims)


CUTS: list[tuple[str, Spans, Spans, list[tuple[str, tuple[int, ...], str]]]] = [
    ("plain", [], [], [("plain", (), "")]),
    ("abc", [(0, 3)], [], [("abc", (1,), "")]),
    ("adjacent", [(0, 2), (2, 4)], [], [("ad", (1,), ""), ("ja", (2,), ""), ("cent", (), "")]),
    ("overlap", [(0, 4), (2, 6)], [], [("ov", (1,), ""), ("er", (1, 2), ""), ("la", (2,), ""), ("p", (), "")]),
    ("nested", [(0, 6), (2, 3)], [], [("ne", (1,), ""), ("s", (1, 2), ""), ("ted", (1,), "")]),
    ("twice", [(1, 3), (1, 3)], [], [("t", (), ""), ("wi", (1, 2), ""), ("ce", (), "")]),
    ("share this", [(6, 10)], [(0, 10)], [("share ", (), "reason 0"), ("this", (1,), "reason 0")]),
    ("two bits", [], [(0, 3), (3, 8)], [("two", (), "reason 0"), (" bits", (), "reason 3")]),
    ("a\n\n b\nc", [(0, 5)], [], [("a\n\n ", (1,), ""), ("b", (1,), ""), ("\n", (), ""), ("c", (), "")]),
    ("by A\n\nb", [], [(0, 4)], [("by A\n\n", (), "reason 0"), ("b", (), "")]),
    ("👩‍🚀🚢", [(0, 3), (3, 4)], [], [("👩‍🚀", (1,), ""), ("🚢", (2,), "")]),
]


@pytest.mark.parametrize(("text", "spans", "furniture", "pieces"), CUTS, ids=[text for text, *_ in CUTS])
def test_a_text_is_cut_where_a_claim_or_furniture_begins_or_ends(
    text: str, spans: Spans, furniture: Spans, pieces: list[tuple[str, tuple[int, ...], str]]
) -> None:
    passages = cut(text, spans, furniture)
    found = [(piece.text, piece.claims, passage.furniture) for passage in passages for piece in passage.pieces]
    assert found == pieces


@given(st.text(max_size=20), st.text(min_size=1, max_size=20), st.text(max_size=20), st.integers(0, 1000))
def test_a_sentence_is_cut_around_its_claim(before: str, words: str, after: str, at: int) -> None:
    start = at + len(before)
    sentence = before + words + after
    claim = Claim(start=start, end=start + len(words), sentence_start=at, sentence_end=at + len(sentence))
    parts = cut_sentence(claim, sentence)
    assert (parts.before, parts.words, parts.after) == (before, words, after)


SENTENCES = ["The {} left.", "{}", "🚢🚢 {} 👩‍🚀", "é\u0301 {}\r\n\r\nNext", "{} <b>&amp;"]


@pytest.mark.django_db
@pytest.mark.parametrize("pattern", SENTENCES)
def test_the_database_cuts_the_same_sentence_as_the_program(pattern: str) -> None:
    sentence = pattern.format("13,000 troops")
    article = make_article(f"🚢 Before. {sentence} After. 👩‍🚀")
    start = article.text.index(sentence)
    claim = make_claim("13,000 troops", article=article, sentence_start=start, sentence_end=start + len(sentence))
    make_evidence(claim)
    (item,) = with_sentence(Evidence.objects.select_related("claim"))
    assert sentence_of(item) == sentence
    assert cut_sentence(item.claim, sentence_of(item)).words == claim.text == "13,000 troops"


@pytest.mark.django_db
def test_the_article_page_holds_the_claims_of_this_sheet_and_its_neighbours() -> None:
    sheet = make_sheet()
    first, middle, last = (make_sheet_article(sheet) for _ in range(3))
    mine = make_evidence(make_claim("13,000 troops", article=middle.article), sheet=sheet)
    make_evidence(make_claim("13,000", article=middle.article))
    page = queries.article_page(sheet, middle.article_id, by=User())
    assert page is not None
    assert page.notes == [mine]
    assert (page.previous, page.next) == (first, last)
    assert "".join(piece.text for piece in pieces_of(page.passages)) == middle.article.text
    ends = [queries.article_page(sheet, entry.article_id, by=User()) for entry in (first, last)]
    assert [(page.previous, page.next) for page in ends if page] == [(None, middle), (middle, None)]


@pytest.mark.django_db
def test_an_article_of_another_sheet_is_not_on_this_ones_page() -> None:
    assert queries.article_page(make_sheet(), make_sheet_article().article_id, by=User()) is None
    assert queries.article_page(make_sheet(), 10**18, by=User()) is None


@pytest.mark.django_db
def test_the_list_of_articles_counts_the_claims_of_each() -> None:
    sheet = make_sheet()
    many, none = make_sheet_article(sheet), make_sheet_article(sheet, make_article("Nothing was said."))
    for start in (0, 1, 2):
        make_claim("mission", article=many.article, start=start)
    rows = queries.article_list(sheet)
    assert [(row.entry, row.claims) for row in rows] == [(many, 3), (none, 0)]
