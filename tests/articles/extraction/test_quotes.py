"""Quotations and who says them."""

from __future__ import annotations

import pytest

from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.values import Kind


def quotes(text: str) -> list[Reading]:
    return [reading for reading in extract(text) if reading.kind is Kind.QUOTE]


def spoken(text: str) -> list[tuple[str, str | None]]:
    return [(each.text, each.mention.text if each.mention else None) for each in quotes(text)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We are leaving,” said Maria Lopez.", "We are leaving,", "Maria Lopez"),
        ('"We are leaving," Maria Lopez said.', "We are leaving,", "Maria Lopez"),
        ("Maria Lopez said: “We are leaving.”", "We are leaving.", "Maria Lopez"),
        ("Maria Lopez called it a “failure” on Monday.", "failure", "Maria Lopez"),
        ("“We are leaving,” said US council spokesman John Brown.", "We are leaving,", "John Brown"),
        ("“We are leaving,” said the envoy for the US, Jane Green.", "We are leaving,", "Jane Green"),
        ("“We are leaving,” said Jane Green, the envoy.", "We are leaving,", "Jane Green"),
        ("“We are leaving,” said Dr. Alan Hart, a surgeon.", "We are leaving,", "Alan Hart"),
        ("“We are leaving,” said a spokesperson for the agency.", "We are leaving,", "a spokesperson for the agency"),
        ("According to the ministry, they may “respond with force”.", "respond with force", "the ministry"),
        ("Foreign Minister Omar Diallo called them and promised “full support”.", "full support", "Omar Diallo"),
        ("The mayor, Jane Green, said it was “too late”.", "too late", "Jane Green"),
        ("Local officials told reporters it was “too late”.", "too late", "Local officials"),
        ("« We are leaving », said Jane Green.", "We are leaving", "Jane Green"),
        ("‘We are leaving,’ said Jane Green.", "We are leaving,", "Jane Green"),
        ("It was “too late”.", "too late", None),
    ],
)
def test_a_quotation_has_its_words_and_its_speaker(text: str, words: str, speaker: str | None) -> None:
    assert spoken(text) == [(words, speaker)]


def test_a_pronoun_stands_for_the_name_before_it() -> None:
    text = "Maria Lopez lost her house. “It is gone,” she said."
    assert spoken(text) == [("It is gone,", "Maria Lopez")]


def test_a_surname_stands_for_the_full_name() -> None:
    text = "Envoy Barbara Green spoke first. “It is late,” said Green."
    (quote,) = quotes(text)
    assert quote.mention is not None
    assert (quote.mention.text, quote.mention.start) == ("Barbara Green", text.index("Barbara"))


def test_the_second_half_of_a_broken_quotation_has_the_same_speaker() -> None:
    text = "“We are leaving,” said Maria Lopez. “There is nothing left here for us.”"
    assert [speaker for _, speaker in spoken(text)] == ["Maria Lopez", "Maria Lopez"]


def test_a_quotation_over_paragraphs_is_read_in_each() -> None:
    text = "“We are leaving today,” said Maria Lopez.\n\n“We go north.\n\n“Nobody stays behind.”"
    assert [words for words, _ in spoken(text)] == ["We are leaving today,", "We go north.", "Nobody stays behind."]


@pytest.mark.parametrize(
    "text", ["The mission, called “MINA,” left.", "He read “War and Peace” there.", "An “X” marks it."]
)
def test_names_and_titles_in_quotation_marks_are_no_quotations(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize("text", ["He said “we go", 'A 10" pipe and a 12" pipe', "” it goes “", "‘tis the season"])
def test_a_mark_without_its_partner_opens_nothing(text: str) -> None:
    assert quotes(text) == [] or all(each.text in text for each in quotes(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Last July, accused of lying, the army said “no, never”.", "the army"),
        ("Hansen reminded member states of their duty and urged them to “act without delay.”", "Hansen"),
        ("Karl Hansen flew to Oslo and told lawmakers it was “too late.”", "Karl Hansen"),
        ("Karl Hansen spoke. He granted that it had faults yet called it “invaluable.”", "Karl Hansen"),
        ("Anna Berg was sorry that the city had “let its people down.”", "Anna Berg"),
        ("Anna Berg, the mayor, is sure that “the worst is over.”", "Anna Berg"),
        ("The minister told reporters that “nothing is off the table.”", "The minister"),
        ("“It is over,” Hansen told reporters in Oslo.", "Hansen"),
        ("Speaking to reporters on Friday, Diop called it “a failure.”", "Diop"),
        ("“We go now. The plan is set. Nobody stays,” said Karl Hansen, a spokesman.", "Karl Hansen"),
        ("“We did not expect this,” according to Paul Reed, an analyst.", "Paul Reed"),
        ("It was “a disaster”, in the words of one senior official.", "one senior official"),
        ("“We are proud,” the company’s chief executive, Mary Lee, said on Friday.", "Mary Lee"),
        ("Dr. Jane Miles of Oxford University, who led it, called it “remarkable”.", "Jane Miles"),
        ("Jane Miles of Oxford University said it was “remarkable”.", "Jane Miles"),
        ("Prosecutor Ellen Ward told jurors he had “planned it for months”.", "Ellen Ward"),
        ("“This was murder,” Detective Inspector Paul Green said.", "Paul Green"),
        ("Chancellor Rolf Beck rejected it, calling it “absurd”.", "Rolf Beck"),
        ("The pope prayed for the victims, saying he was “close to them”.", "The pope"),
        ("“I have no plans to quit,” the 61-year-old told the station.", "the 61-year-old"),
        ("It was “deeply flawed”, the bank's lawyers argued.", "the bank's lawyers"),
        ("“It is so”, a spokeswoman for the Metropolitan Police said.", "a spokeswoman for the Metropolitan Police"),
        ("“This is not the end,” the pair said.", "the pair"),
        ("The report states that the bridge was “unsafe”.", "The report"),
        ("The committee found that member states “failed to act”.", "The committee"),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_however_far(text: str, speaker: str | None) -> None:
    assert [name for _, name in spoken(text)] == [speaker]
