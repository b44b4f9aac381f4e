"""Sentences as news has them, of many kinds of story: every figure, date and time in each, read right.

A table has a sentence a line, and under it, indented, what is read in it: the span, "=", and its value with unit, rate,
hedge, direction of change and standing as far as they say anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.values import Kind
from tests.articles.extraction.texts import WEDNESDAY, bounds, days

ELECTIONS = """
Turnout was 61.4 percent, up from 55.2 percent in 2019.
    61.4 percent = [61.4, 61.4] percent ; 55.2 percent = [55.2, 55.2] percent superseded ;
        in 2019 = 2019-01-01..2019-12-31
The Labour candidate won with 21,450 votes, a majority of 3,112.
    21,450 votes = [21450, 21450] vote ; 3,112 = [3112, 3112]
Exit polls gave the ruling coalition 272 to 281 seats in the 543-member lower house.
    272 to 281 seats = [272, 281] seat ; 543-member = [543, 543] person
Incumbent Daniel Noboa took 55.6% to González's 44.4%.
    55.6% = [55.6, 55.6] percent ; 44.4% = [44.4, 44.4] percent
The Greens gained 12 seats while the Liberals lost nine.
    12 seats = [12, 12] seat up ; nine = [9, 9]
More than 900 million Indians are eligible to vote in the seven-phase election, which ends on June 1.
    More than 900 million Indians = (900000000, .. person more_than ; seven-phase = [7, 7] phase ;
        on June 1 = 2024-06-01
He won 52.4% of the vote against 47.6% for his rival.
    52.4% = [52.4, 52.4] percent ; 47.6% = [47.6, 47.6] percent
A second round will be held on May 26.
    second = [2, 2] ; on May 26 = 2024-05-26
Polls close at 8 p.m. on Sunday.
    at 8 p.m. = 20:00 ; on Sunday = 2024-05-19
Support for the party slipped two points to 31 percent in the poll of 1,004 adults.
    two points = [2, 2] percentage point down ; 31 percent = [31, 31] percent ; 1,004 adults = [1004, 1004] person
The motion carried by 9 votes to 6.
    9 votes to 6 = [6, 9] vote
"""

COURTS = """
He was sentenced to 25 years to life and fined $1.5 million.
    25 years = [25, 25] year ; $1.5 million = [1500000, 1500000] USD
She faces up to 20 years in prison if convicted on all four charges.
    up to 20 years = .., 20] year up_to ; four charges = [4, 4] charge
The jury deliberated for six hours before convicting him on 14 of 17 counts.
    six hours = [6, 6] hour ; 14 = [14, 14] count ; 17 counts = [17, 17] count
The appeals court threw out 19 of the 34 convictions by two votes to one.
    19 = [19, 19] conviction ; 34 convictions = [34, 34] conviction ; two votes to one = [1, 2] vote
A Paris court handed down sentences of between three and 12 years.
    between three and 12 years = [3, 12] year
The judge awarded her $83.3 million in damages, including $18.3 million for harm to her reputation.
    $83.3 million = [83300000, 83300000] USD ; $18.3 million = [18300000, 18300000] USD
Prosecutors are seeking a sentence of 40 to 50 years.
    40 to 50 years = [40, 50] year
The court ruled 6-3 that the law was valid.
    6-3 = [3, 6] vote
He had pleaded guilty in March 2022 to three counts of wire fraud and one of perjury.
    in March 2022 = 2022-03-01..2022-03-31 ; three counts = [3, 3] count
A jury in Texas ordered the firm to pay $7.3bn, later cut to $1.1bn.
    $7.3bn = [7300000000, 7300000000] USD superseded ; $1.1bn = [1100000000, 1100000000] USD
"""

MARKETS = """
The Dow fell 412.5 points, or 1.2%, to 33,981.22.
    412.5 points = [412.5, 412.5] point down ; 1.2% = [1.2, 1.2] percent down ; 33,981.22 = [33981.22, 33981.22]
Brent crude settled at $82.40 a barrel, down 35 cents.
    $82.40 a barrel = [82.4, 82.4] USD per barrel ; 35 cents = [0.35, 0.35] USD down
Shares in the firm closed 7% lower at 312p.
    7% = [7, 7] percent down ; 312p = [3.12, 3.12] GBP
Gold hit a record $2,075.47 an ounce.
    $2,075.47 an ounce = [2075.47, 2075.47] USD per ounce
Sterling slipped 0.3% to $1.2540.
    0.3% = [0.3, 0.3] percent down ; $1.2540 = [1.254, 1.254] USD
The jobless rate edged up to 3.9% from 3.8% in March.
    3.9% = [3.9, 3.9] percent ; 3.8% = [3.8, 3.8] percent superseded ; in March = 2024-03-01..2024-03-31
West Texas Intermediate fell $1.02, or 1.3%, to $78.35 a barrel.
    $1.02 = [1.02, 1.02] USD down ; 1.3% = [1.3, 1.3] percent down ; $78.35 a barrel = [78.35, 78.35] USD per barrel
First-quarter profit was up a third at $2.6bn.
    First-quarter = 2024-01-01..2024-03-31 ; a third = [0.333333333333333, 0.333333333333333] up ;
        $2.6bn = [2600000000, 2600000000] USD
The two firms agreed a $28 billion all-share deal worth $35.32 per share.
    two firms = [2, 2] firm ; $28 billion = [28000000000, 28000000000] USD ;
        $35.32 per share = [35.32, 35.32] USD per share
Net income came to $1.07 a share, beating the 98 cents analysts expected.
    $1.07 a share = [1.07, 1.07] USD per share ; 98 cents = [0.98, 0.98] USD
The euro was down 0.2% at $1.08 by 1530 GMT.
    0.2% = [0.2, 0.2] percent down ; $1.08 = [1.08, 1.08] USD ; by 1530 GMT = 15:30 GMT by
"""

SPORT = """
Djokovic won 6-4, 3-6, 7-6 (7-4), 6-2 in three hours and 12 minutes.
    6-4 = [4, 6] score ; 3-6 = [3, 6] score ; 7-6 = [6, 7] score ; 7-4 = [4, 7] score ; 6-2 = [2, 6] score ;
        three hours = [3, 3] hour ; 12 minutes = [12, 12] minute
Spain beat England 2-1 in the final, their fourth European title.
    2-1 = [1, 2] score ; fourth = [4, 4]
Lyles clocked 9.83 seconds in the 100m final.
    9.83 seconds = [9.83, 9.83] second ; 100m = [100, 100] metre
The Lakers beat the Celtics 112-104 behind 34 points from Davis.
    112-104 = [104, 112] score ; 34 points = [34, 34] point
Verstappen won by 13.7 seconds, his third victory in four races.
    13.7 seconds = [13.7, 13.7] second ; third = [3, 3] ; four races = [4, 4] race
A crowd of 67,300 saw Leeds go down 1-0.
    67,300 = [67300, 67300] person ; 1-0 = [0, 1] score
The 23-year-old striker joined for £105m on an eight-and-a-half-year contract.
    23-year-old = [23, 23] year ; £105m = [105000000, 105000000] GBP ; eight-and-a-half-year = [8.5, 8.5] year
Manchester City are two points clear with three games left.
    two points = [2, 2] point ; three games = [3, 3] game
"""

WEATHER = """
Winds of up to 155 mph (250 km/h) lashed the coast.
    up to 155 mph (250 km/h) = .., 155] mile per hour up_to
More than 30cm of snow fell overnight and temperatures dropped to minus 12C.
    More than 30cm = (30, .. centimetre more_than ; overnight = 2024-05-14..2024-05-15 ;
        minus 12C = [-12, -12] degree Celsius
Some 1.3 million people were without power on Sunday morning.
    Some 1.3 million people = [1300000, 1300000] person about ; on Sunday morning = 2024-05-12
The temperature hit 45.2C (113F) in Seville, the hottest day since 1965.
    45.2C (113F) = [45.2, 45.2] degree Celsius ; since 1965 = 1965-01-01..1965-12-31 since
Gusts of 100-110 km/h are forecast for the weekend.
    100-110 km/h = [100, 110] kilometre per hour ; the weekend = 2024-05-18..2024-05-19
Typhoon Gaemi, a Category 4 storm, was 320 km east of Manila, moving at 15 kph.
    320 km = [320, 320] kilometre ; 15 kph = [15, 15] kilometre per hour
Up to 8 inches of rain fell in Houston on Thursday night.
    Up to 8 inches = .., 8] inch up_to ; on Thursday night = 2024-05-09
Rainfall was 40% above average, with 212 mm in 24 hours.
    40% = [40, 40] percent ; 212 mm = [212, 212] millimetre ; 24 hours = [24, 24] hour
"""

HEALTH = """
The vaccine was 94.5% effective in a trial of 30,000 volunteers.
    94.5% = [94.5, 94.5] percent ; 30,000 volunteers = [30000, 30000] person
About one in 10 adults has long Covid.
    About one in 10 adults = [0.1, 0.1] person about
There were 9.4 deaths per 100,000 people in 2022.
    9.4 deaths per 100,000 people = [9.4, 9.4] death per 100,000 people ; in 2022 = 2022-01-01..2022-12-31
The measles outbreak has infected 1,012 people, two-thirds of them under 10.
    1,012 people = [1012, 1012] person ; two-thirds = [0.666666666666667, 0.666666666666667] ;
        under 10 = .., 10) year less_than
Hospital waiting lists fell to 7.54 million in March from 7.6 million.
    7.54 million = [7540000, 7540000] ; in March = 2024-03-01..2024-03-31 ;
        7.6 million = [7600000, 7600000] superseded
Nine in 10 patients recovered within two weeks.
    Nine in 10 patients = [0.9, 0.9] person ; two weeks = [2, 2] week
About 5.2m people, or 8% of the population, have diabetes.
    About 5.2m people = [5200000, 5200000] person about ; 8% = [8, 8] percent
The outbreak has sickened 104 people in 14 states since late March.
    104 people = [104, 104] person ; 14 states = [14, 14] state ; since late March = 2024-03-01..2024-03-31 since
"""

CRIME = """
Police seized 2.4 tonnes of cocaine worth an estimated £180m.
    2.4 tonnes = [2.4, 2.4] tonne ; an estimated £180m = [180000000, 180000000] GBP about
Two men, aged 34 and 41, were arrested on suspicion of murder.
    Two men = [2, 2] person ; 34 = [34, 34] year ; 41 = [41, 41] year
A 16-year-old boy was stabbed on Park Road at about 4.30pm on Saturday.
    16-year-old = [16, 16] year ; about 4.30pm = 16:30 about ; on Saturday = 2024-05-11
Gunmen killed 23 villagers, including five children, in a raid late on Saturday.
    23 villagers = [23, 23] person ; five children = [5, 5] person ; on Saturday = 2024-05-11
Police said 14 suspects aged between 17 and 35 had been arrested in six provinces.
    14 suspects = [14, 14] person ; between 17 and 35 = [17, 35] year ; six provinces = [6, 6] province
A gang stole gold worth more than C$20m from Toronto's airport in April 2023.
    more than C$20m = (20000000, .. CAD more_than ; in April 2023 = 2023-04-01..2023-04-30
Officers recovered 15 firearms and more than 2,000 rounds of ammunition.
    15 firearms = [15, 15] firearm ; more than 2,000 rounds = (2000, .. round more_than
Burglars took jewellery worth nearly €3 million on the night of 4 May.
    nearly €3 million = [3000000, 3000000] EUR about ; on the night of 4 May = 2024-05-04
"""

DISASTERS = """
The quake, which had a depth of 10 km, killed at least 2,300 people and injured 10,000 more.
    10 km = [10, 10] kilometre ; at least 2,300 people = [2300, .. person at_least ; 10,000 = [10000, 10000] person
At least 19 people died, among them seven children, when the bus plunged 60 metres into a ravine.
    At least 19 people = [19, .. person at_least ; seven children = [7, 7] person ; 60 metres = [60, 60] metre down
The flood displaced an estimated 200,000 and destroyed as many as 4,000 houses.
    an estimated 200,000 = [200000, 200000] person about ; as many as 4,000 houses = .., 4000] house up_to
The blaze has burned 45,000 acres and is 15% contained.
    45,000 acres = [45000, 45000] acre ; 15% = [15, 15] percent
The dam, built in 1974, can hold 200m cubic metres of water.
    in 1974 = 1974-01-01..1974-12-31 ; 200m cubic metres = [200000000, 200000000] cubic metre
Nearly 12,000 homes were destroyed and 60,000 people displaced.
    Nearly 12,000 homes = [12000, 12000] home about ; 60,000 people = [60000, 60000] person
The bridge, 1.6 miles long, collapsed at 1:28 a.m. on March 26.
    1.6 miles = [1.6, 1.6] mile ; at 1:28 a.m. = 01:28 ; on March 26 = 2024-03-26
Tremors of up to 4.4 magnitude shook the city, damaging 39 buildings.
    up to 4.4 magnitude = .., 4.4] magnitude up_to ; 39 buildings = [39, 39] building
"""

DIPLOMACY = """
The General Assembly voted 143-9, with 25 abstentions, to back the bid.
    143-9 = [9, 143] vote ; 25 abstentions = [25, 25] abstention
Russia said it had shot down 87 of 113 drones overnight.
    87 = [87, 87] drone ; 113 drones = [113, 113] drone ; overnight = 2024-05-14..2024-05-15
Ministers from the 27-nation bloc agreed an 11th package of sanctions.
    27-nation = [27, 27] nation ; 11th = [11, 11]
Under the deal 33 hostages will be freed over six weeks.
    33 hostages = [33, 33] person ; six weeks = [6, 6] week
The ceasefire will take effect at 6 a.m. on Jan. 19.
    at 6 a.m. = 06:00 ; on Jan. 19 = 2025-01-19
The treaty caps each side's deployed warheads at 1,550.
    1,550 = [1550, 1550]
The envoy arrived on Tuesday for two days of talks, his fourth visit since October.
    on Tuesday = 2024-05-14 ; two days = [2, 2] day ; fourth = [4, 4] ; since October = 2023-10-01..2023-10-31 since
Trade between the two rose 26.3% to a record $240.1bn last year.
    26.3% = [26.3, 26.3] percent up ; $240.1bn = [240100000000, 240100000000] USD ; last year = 2023-01-01..2023-12-31
The resolution was adopted by 13 votes in favour with two abstentions.
    13 votes = [13, 13] vote ; two abstentions = [2, 2] abstention
"""

SCIENCE = """
Scientists said the star is 4.2 light-years away and 1.5 times the mass of the sun.
    4.2 light-years = [4.2, 4.2] light year ; 1.5 times = [1.5, 1.5] time
The fossil is about 66 million years old.
    about 66 million years old = [66000000, 66000000] year about
The asteroid measures between 400 and 600 metres across.
    between 400 and 600 metres = [400, 600] metre
CO2 levels reached 424 parts per million in May, the highest in 3 million years.
    424 parts per million = [424, 424] part per million ; in May = 2024-05-01..2024-05-31 ;
        3 million years = [3000000, 3000000] year
The glacier has lost 30% of its volume since 2000.
    30% = [30, 30] percent down ; since 2000 = 2000-01-01..2000-12-31 since
Researchers tracked 27,670 people for an average of 8.2 years.
    27,670 people = [27670, 27670] person ; 8.2 years = [8.2, 8.2] year
The lander touched down at 2:37 p.m. Eastern, 384,400 km from home.
    at 2:37 p.m. Eastern = 14:37 ET ; 384,400 km = [384400, 384400] kilometre
The rate of warming is 0.26C per decade.
    0.26C per decade = [0.26, 0.26] degree Celsius per decade
The spacecraft will orbit at 500km for 14 days before splashing down on May 30.
    500km = [500, 500] kilometre ; 14 days = [14, 14] day ; on May 30 = 2024-05-30
The probe travelled 3.9 million miles over 8 years at 20,000 mph.
    3.9 million miles = [3900000, 3900000] mile ; 8 years = [8, 8] year ; 20,000 mph = [20000, 20000] mile per hour
"""

KINDS = {
    "elections": ELECTIONS,
    "courts": COURTS,
    "markets": MARKETS,
    "sport": SPORT,
    "weather": WEATHER,
    "health": HEALTH,
    "crime": CRIME,
    "disasters": DISASTERS,
    "diplomacy": DIPLOMACY,
    "science": SCIENCE,
}


def rows() -> Iterator[object]:
    for kind, table in KINDS.items():
        for sentence, expected in re.findall(r"^(\S.*)\n((?: .*\n)+)", table, re.MULTILINE):
            yield pytest.param(sentence, " ".join(expected.split()), id=f"{kind}: {sentence[:40]}")


def spell(reading: Reading) -> str:
    if reading.kind is Kind.DATE:
        value = days(reading)
    elif reading.kind is Kind.TIME and reading.interval is not None:
        value = f"{reading.interval.low:%H:%M}"
    else:
        value = bounds(reading)
    hedge = "" if reading.hedge.value == "exact" else reading.hedge.value
    status = "" if reading.status.value == "live" else reading.status.value
    per = f"per {reading.per}" if reading.per else ""
    parts = (value, reading.unit, per, hedge, reading.change, status)
    return f"{reading.text} = " + " ".join(str(part) for part in parts if part)


@pytest.mark.parametrize(("sentence", "expected"), list(rows()))
def test_a_sentence_of_the_news_is_read_right(sentence: str, expected: str) -> None:
    readings = [each for each in extract(sentence, published=WEDNESDAY) if each.kind is not Kind.QUOTE]
    assert " ; ".join(map(spell, readings)) == expected
