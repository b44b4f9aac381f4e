"""Pages as news sites lay them out, in sentences of this project's own; furniture is what stands between the bars.

A page is written with its furniture in ⟦double brackets⟧, so that the expected marks stand where they belong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from articles.values import Span

_BRACKETS = re.compile(r"⟦|⟧")


@dataclass(frozen=True)
class Page:
    """A page with what intake should find on it."""

    name: str
    marked: str
    title: str | None = None
    source: str | None = None
    published: date | None = None
    timezone: str | None = None

    @property
    def text(self) -> str:
        """The page without the brackets."""
        return _BRACKETS.sub("", self.marked)

    @property
    def furniture(self) -> tuple[Span, ...]:
        """The bracketed stretches, in offsets of `text`."""
        bounds = [match.start() - count for count, match in enumerate(_BRACKETS.finditer(self.marked))]
        return tuple(Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True))


PAGES = (
    Page(
        "wire story with dateline, caption and signature",
        """Dam failure leaves 14 dead in southern valley

⟦By ANNA KOWALSKA and PETER LIM⟧
⟦March 3, 2021⟧

⟦Rescuers search a flooded street in Orava, Monday, March 1, 2021. (AP Photo/Jan Novak)⟧

⟦ORAVA, Slovakia (AP) —⟧ A dam above the town of Orava gave way Monday; at least 14 people drowned.

The wall had been inspected in 2019. "Nobody saw a crack," said Mayor Eva Hruba.

Repairs would cost about 40 million euros.

⟦___⟧

⟦Associated Press writer Tom Ray in Vienna contributed to this report.⟧

⟦Copyright 2021 The Associated Press. All rights reserved. This material may not be published or rewritten.⟧
""",
        title="Dam failure leaves 14 dead in southern valley",
        source="Associated Press",
        published=date(2021, 3, 3),
    ),
    Page(
        "agency style with the day in the dateline",
        """⟦LAGOS, May 4, 2022 (Reuters) -⟧ Nigeria raised the price of petrol by 12 percent on Wednesday.

Drivers queued for 3 hours at stations in Lagos and blamed a shortage that began in April.

⟦(Reporting by Ade Bello; Editing by Jo Marsh)⟧

⟦Our Standards: The Thomson Reuters Trust Principles.⟧
""",
        source="Reuters",
        published=date(2022, 5, 4),
    ),
    Page(
        "broadcaster with crumbs, image source lines and a related box",
        """⟦Home > World > Asia⟧

Strike shuts ports on both coasts

⟦Published 12 October 2020 | Updated 14 October 2020⟧

⟦Image source, Getty Images⟧
⟦Image caption, Containers at the northern terminal⟧

Dock workers walked out at 21 ports on Monday, and shipping companies expect delays of up to ten days.

⟦Related stories⟧
⟦Port owners offer 6% more pay⟧
⟦How a strike of 2002 was settled⟧

The union counts 11,400 members; the employers say that fewer than 9,000 took part in the walkout.

⟦The BBC is not responsible for the content of external sites.⟧
""",
        title="Strike shuts ports on both coasts",
        source="BBC News",
        published=date(2020, 10, 12),
    ),
    Page(
        "site with section label, share bar, zone and teasers",
        """⟦BUSINESS⟧

# Bakery chain closes a third of its shops | Hindustan Times

⟦Jun 30, 2023 08:37 AM GMT⟧
⟦Facebook Twitter WhatsApp Email⟧
⟦1.2K Shares⟧
⟦5 min read⟧

The chain will close 120 of its 360 shops by the end of September, its owner told staff on Thursday.

⟦Advertisement⟧

About 1,900 people lose their jobs, according to the union, which speaks of a "cold goodbye" to whole towns.

⟦Read more: Flour prices hit a 10-year high⟧

The owner put the losses of the last two years at $85 million.

⟦Sign up for our newsletter to get the 5 stories that matter.⟧

⟦Trending⟧

⟦Two lions escape from a circus⟧

⟦Police caught both of them after six hours in a car park near the river.⟧

⟦Lottery pays out 90 million⟧

⟦The winner comes from a village of 300 and has...⟧
""",
        title="Bakery chain closes a third of its shops",
        source="Hindustan Times",
        published=date(2023, 6, 30),
        timezone="UTC",
    ),
    Page(
        "title repeated, profile picture and stray close button",
        """⟦2021-11-05 Close⟧
Storm Otto cuts power to island
⟦Storm Otto cuts power to island⟧

⟦Deutsche Welle's Profile Picture⟧

⟦BY⟧

The storm tore down 31 masts on Thursday night, and 52,000 households were without power on Friday.

Crews from the mainland arrived by ferry, and the grid should be whole again within 48 hours.
""",
        title="Storm Otto cuts power to island",
        source="Deutsche Welle",
        published=date(2021, 11, 5),
    ),
    Page(
        "Markdown with a picture, a rule and quotation",
        """# Court stops the sale of 40 paintings

⟦![The museum's front](front.jpg)⟧

A court in Ghent on Tuesday stopped the museum from selling 40 paintings worth 3.2 million euros.

> "They belong to the town," the judge said when she read the ruling to a full room.

⟦---⟧

⟦Follow us on Twitter⟧
""",
        title="Court stops the sale of 40 paintings",
    ),
    Page(
        "about the outlet at the end",
        """Ferry runs aground with 212 on board

The ferry ran onto a sandbank on Sunday with 212 passengers; nobody was hurt, the coast guard said.

It was pulled free at high tide, about seven hours later.

⟦Award-winning reporting for 9 years, covering ports, ships and crews. Managing editor of Harbour Post.⟧

⟦Leave a comment⟧

⟦Harbour Post App⟧
""",
        title="Ferry runs aground with 212 on board",
    ),
    Page(
        "portal that prints the day of the visit over the title",
        """⟦Sunday, December 21, 2025⟧

Council votes to drain the upper lake

⟦Date:⟧

⟦Council votes to drain the upper lake⟧

⟦Fishermen on the upper lake near Orava on May 29, 2025. Jan Novak/AFP via Getty Images⟧

The council of the valley voted on Thursday to drain the upper lake until the end of 2026.

Its water feeds 3 power stations, which is why the vote had been put off twice.

⟦spot_imgspot_imgspot_img⟧

⟦Share post:⟧

⟦More like this⟧
⟦Related⟧

⟦Ferry Fares Rise by 5 Euros⟧

⟦Commuters on both banks must...⟧

⟦Police Look for Truck After Crash Leaves 5 Injured⟧

⟦Police in the valley are looking for...⟧
""",
        title="Council votes to drain the upper lake",
        published=date(2025, 12, 21),
    ),
    Page(
        "broadcaster's page with its skip links and a list of authors",
        """⟦date 2017-03-31 Accessibility links⟧

Council cuts 500 posts at the dam

  ⟦• Associated Press⟧

⟦3 Comments⟧

⟦ORAVA —⟧ The council of the valley cut 500 posts at the dam on Friday and put off the repairs once more.

The dam employs 1,900 people, and the town lives off it.
""",
        title="Council cuts 500 posts at the dam",
        source="Associated Press",
        published=date(2017, 3, 31),
    ),
    Page(
        "bulletin that opens with its day",
        """⟦2 April 2015 –⟧ The council of the valley today cut the guard of the dam to 3,590 people, later to 1,515.

The guard was set up in 2003 after the wall had been damaged by a barge of 40 tons.
""",
        published=date(2015, 4, 2),
    ),
    Page(
        "blog with section, day and author on one line",
        """⟦May 16 2024 Valley Health News⟧

Nurses treat 40 people in a tent by the river

⟦Estimated read time: 4-5 minutes⟧

Nurses from the district hospital treated 40 people in a tent by the river on Wednesday night.

They had neither power nor water, and the last patient left at 4 a.m. on Thursday.

⟦Read Full Article⟧

⟦Please enter your comment!⟧
""",
        title="Nurses treat 40 people in a tent by the river",
        published=date(2024, 5, 16),
    ),
    Page(
        "other punctuation",
        """« Nous restons » : 600 salariés occupent l’usine

⟦© Agence / Photothèque⟧

Six cents salariés occupent depuis lundi l’usine de Roubaix, qui doit fermer d’ici au 31 décembre 2024 !

« Personne ne part », a dit leur porte-parole devant 2 000 personnes réunies sur la place…
""",
        title="« Nous restons » : 600 salariés occupent l’usine",
    ),
)
