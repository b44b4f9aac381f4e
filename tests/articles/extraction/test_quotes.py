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


MIXED = "Gov. Mary Stone and Sen. Paul Webb spoke in Ohio."


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # A tag closes a quotation; what follows a full stop is another sentence.
        ("Webb called it “a mess.” Stone said nothing of the kind.", ["Paul Webb"]),
        ("“Why now?” Webb asked. “Why here?”", ["Paul Webb", "Paul Webb"]),
        ("“Never,” Webb shot back.", ["Paul Webb"]),
        ("“Never,” Webb, who lost in 2012, told CNN.", ["Paul Webb"]),
        ("“Never,” Webb, the state's senator and a friend of hers, said on Monday.", ["Paul Webb"]),
        ("“It failed,” he said, “and it will fail again.”", ["Paul Webb", "Paul Webb"]),
        ("“It failed,” she said.", ["Mary Stone"]),
        ("The plan is “dead” in the Senate, Stone said.", ["Mary Stone"]),
        ("It would be, Webb said, “a shame.”", ["Paul Webb"]),
        ("“It failed,” the governor said.", ["Mary Stone"]),
        ("“It failed,” said Webb and Stone in a joint statement.", ["Paul Webb"]),
        ("As Webb put it, “the money is gone.”", ["Paul Webb"]),
        ("Webb's claim that the money was “gone” was false.", ["Paul Webb"]),
        ("Webb stood by his vow to “drain the lake.”", ["Paul Webb"]),
        ("The plan was dismissed by Webb as “a joke.”", ["Paul Webb"]),
        ("The plan, described as “a joke,” was dropped.", [None]),
        ("Stone spoke first, and Webb declared that it was “a joke.”", ["Paul Webb"]),
        ("Stone was asked again, and then called it “a joke.”", ["Mary Stone"]),
        ("Stone shrugged. “It is what it is.”", ["Mary Stone"]),
        ("Webb, campaigning with his friend, Mayor Jo Hart, called it “sad.”", ["Paul Webb"]),
        ("Webb had one word for it: “Sad.”", ["Paul Webb"]),
        ("Not so, said Webb, of the budget panel: “It is sad.”", ["Paul Webb"]),
        ("His adviser, Dr. Lena Roy, said it was “sad.”", ["Lena Roy"]),
        ("At breakfast the next day the senator called it “sad.”", ["Paul Webb"]),
        ("The crowd chanted “Send Her Home!”", ["The crowd"]),
        ("STONE: “It is sad.”", ["STONE"]),
    ],
)
def test_a_speaker_is_found_by_the_sentence_and_traced_to_the_full_name(text: str, speakers: list[str | None]) -> None:
    assert [speaker for _, speaker in spoken(f"{MIXED}\n\n{text}")] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Quoted names are nobody that a pronoun stands for.
        ("Anna Berg spoke. “Paul Webb should go,” she said. “He is done,” she added.", "Anna Berg"),
        # A pronoun goes on with the subject, not with the name that stands nearest.
        ("Karl Hansen met Paul Webb. He then flew home. “It was late,” he said.", "Karl Hansen"),
        ("When Paul Webb accused him of lying, Karl Hansen laughed. “Me?” he said.", "Karl Hansen"),
        # The sexes of names that no table has are told by the pronouns that follow them.
        ("Priyanthi Rao lost her seat to Tevita Moala. “I am sorry,” she said.", "Priyanthi Rao"),
        ("Mr. Moala met Ms. Rao. “I am sorry,” she said.", "Rao"),
        # Families: the one named in full, or the one of the title.
        ("Bill Stone and Hillary Stone came. “I am sorry,” Mrs. Stone said.", "Hillary Stone"),
        # Other orders and spellings of names.
        ("Chen Haoran, the envoy, spoke. Envoy Chen Haoran left. “It is late,” Chen said.", "Chen Haoran"),
        ("Saeed al-Rashid spoke. “It is late,” al-Rashid said.", "Saeed al-Rashid"),
        ("Bill de Blasio spoke to them in the hall. “It is late,” de Blasio said.", "Bill de Blasio"),
        ("Tim O'Keefe spoke. “It is late,” O'Keefe said.", "Tim O'Keefe"),
        ("Jan Pruitt spoke. “It is late,” Pruitt said.", "Jan Pruitt"),
        ("President Obama spoke. “It is late,” the president said.", "Obama"),
        ("Peter King spoke. “It is late,” King said.", "Peter King"),
        # Groups, institutions and documents.
        ("The ministry denied it. “It is false,” it said in a statement.", "The ministry"),
        ("The Republican National Committee said that it was “in full accord.”", "The Republican National Committee"),
        ("The memo warned of “grave harm.”", "The memo"),
        ("Paul Webb was silent. “It is false,” his statement said.", "Paul Webb"),
        ("A spokesman for former president Walter Bissell said that he “does not plan to go.”", None),
    ],
)
def test_a_speaker_named_otherwise_is_who_was_named_before(text: str, speaker: str | None) -> None:
    expected = speaker or "A spokesman for former president Walter Bissell"
    assert {name for _, name in spoken(text)} == {expected}


def test_a_quotation_alone_in_its_paragraph_goes_on_with_the_speaker_before() -> None:
    text = "“We go north,” said Maria Lopez.\n\n“Nobody stays behind.”\n\n“Not one.”"
    assert [speaker for _, speaker in spoken(text)] == ["Maria Lopez"] * 3


def test_the_paragraphs_of_one_quotation_have_the_speaker_whom_the_last_one_names() -> None:
    text = "“We go north today.\n\n“Nobody stays behind,” said Maria Lopez."
    assert [speaker for _, speaker in spoken(text)] == ["Maria Lopez"] * 2


def test_an_answer_without_a_tag_is_the_other_one_s() -> None:
    text = "“It is over,” said Maria Lopez.\n\n“Is it?” asked Paul Webb.\n\n“It is.”"
    assert [speaker for _, speaker in spoken(text)] == ["Maria Lopez", "Paul Webb", "Maria Lopez"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("'We go,' said Maria Lopez. 'Now.'", ["We go,", "Now."]),
        ("They came in the '60s, in 'em boots, and the voters' mood was bad.", []),
        ("“He said, ‘Go now,’ and left,” said Maria Lopez.", ["He said, ‘Go now,’ and left,"]),
        ("Maria Lopez told “Fox & Friends” that it was “late.”", ["late."]),
        ("Maria Lopez calls him “Crooked Karl.”", ["Crooked Karl."]),
    ],
)
def test_marks_of_every_kind_are_read(text: str, words: list[str]) -> None:
    assert [quoted for quoted, _ in spoken(text)] == words
