"""The words by which furniture is known: tables only, in lower case with plain quotes.

Gathered from the page templates of news sites. A phrase stands here only where a sentence of an article would not be
that line (`WHOLE_LINES`) or would not begin like that (`OPENINGS`). Phrases are parted by semicolons.
"""

from __future__ import annotations

from articles.intake.documents import Reason


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in words.split(";"))


def _table(groups: dict[Reason, str]) -> dict[str, Reason]:
    return {phrase: reason for reason, words in groups.items() for phrase in _phrases(words)}


# The line is this and nothing else, signs around it apart.
WHOLE_LINES: dict[str, Reason] = _table(
    {
        Reason.BYLINE: """
            by; written by; staff; staff writer; staff writers; staff reporter; staff report; news desk; newsroom; web
            desk; news agencies; agencies
        """,
        Reason.SHARING: """
            share; share this; share this article; share this story; share this page; share this post; share this
            with; share article; share post; share on facebook; share on twitter; share on x; share on whatsapp; share
            via email; share your thoughts; copy link; copied; link copied; copy url; save; save article; save story;
            print; print this article; print this page; gift this article; bookmark; tweet; tweet this; email this;
            send by email; listen; listen to this article; listen to article; follow; follow us
        """,
        Reason.COMMENTS: """
            comments; comment; comments are closed; comments are off; commenting is closed; leave a comment; leave a
            reply; add a comment; post a comment; view comments; show comments; no comments; no comments yet; join the
            conversation; join the discussion; be the first to comment; log in to comment
        """,
        Reason.ADVERTISING: """
            advertisement; advertisements; advertising; ad; ads; sponsor; sponsored; sponsored content; sponsored by;
            full article; read full article; read full story; read the full story;
            promoted; promoted content; paid content; paid for by; partner content; story continues below
            advertisement; article continues below advertisement; article continues below; advertisement scroll to
            continue; scroll to continue; continue reading; skip advertisement; ad feedback
        """,
        Reason.NAVIGATION: """
            home; menu; search; skip to content; skip to main content; skip to navigation; jump to content; sign in;
            log in; register; my account; back to top; go back; next; previous; next article; previous article; next
            post; previous post; show more; load more; see more; view all; see all; close; click to expand; toggle
            navigation; breaking news; accessibility links; text size; read in english; leer en español; top stories;
            tags; topics; filed under; table of contents; live
        """,
        Reason.PROMOTION: """
            subscribe; subscribe now; newsletter; newsletters; sign up; support us; donate; donate now; become a
            member; download the app; download our app; get the app; editors' picks newsletter
        """,
        Reason.BOILERPLATE: """
            all rights reserved; terms of use; terms of service; terms and conditions; privacy policy; privacy notice;
            cookie policy; cookie settings; manage cookies; contact us; about us; advertise with us; work with us;
            site map; accessibility; do not sell my personal information
        """,
    }
)

# The line begins like this and is at most `MAX_OPENING_WORDS` words long.
OPENINGS: dict[str, Reason] = _table(
    {
        Reason.SHARING: """
            share this article; share this story; you can share this; share on facebook; share on twitter; like us on
            facebook; follow us on; follow us at; join us on; join our whatsapp; join our telegram; find us on;
            connect with us on
        """,
        Reason.COMMENTS: """
            comments are closed; to comment on this; please log in to comment; log in to comment; sign in to comment;
            you must be logged in to; your email address will not be published; please enter your; have something to
            say?; have your say:
        """,
        Reason.ADVERTISING: """
            sponsored:; story continues below; article continues after; article continues below; this content is
            sponsored; this article contains affiliate; this post contains affiliate; we may earn a commission
        """,
        Reason.PROMOTION: """
            sign up for our; sign up for the; sign up to our; sign up to the; sign up here; subscribe to our;
            subscribe to the; subscribe here; subscribe for; subscribe now; already a subscriber; already a member;
            get our newsletter; get the latest; get breaking news; get the day's top; get the best of; get unlimited
            access; click here to; tap here to; download our app; download the app; support our journalism; support
            independent journalism; become a member; enjoying this article; want to know more about this; this story
            is part of our; you have reached your limit; you've reached your limit; unlock this article; create a free
            account
        """,
        Reason.OTHER_STORIES: """
            read more:; read more |; now reading; for more information on this; read also:; read also |; also read:;
            also read |; also see:; read next:; read:; see also:; see more:; related:; related article:; related
            story:; more on this:; more on this story:; watch:; watch more:; watch now:; listen to the podcast:; up
            next:; don't miss:; recommended:
        """,
        Reason.BOILERPLATE: """
            copyright ©; copyright (c); all rights reserved; this material may not be published; this site uses
            cookies; this website uses cookies; we use cookies; by continuing to use this; by using this site; the
            views expressed in this article; the views and opinions expressed; the opinions expressed in this; the
            statements, views and opinions expressed; our standards:
        """,
        Reason.CREDIT: """
            originally published; this article was originally published; this story was originally published; this
            article originally appeared; this story originally appeared; this article first appeared; this story first
            appeared; this article was first published; this article is republished; this story has been published
            from a wire; this story has not been edited; with inputs from; with input from; with files from; the
            associated press contributed; associated press writer; associated press writers; associated press
            journalist; associated press journalists; ap writer; ap writers
        """,
    }
)
MAX_OPENING_WORDS = 60

# The same, but a sentence may begin like that too: only where the line holds no figure.
SIGNATURES: tuple[str, ...] = _phrases(
    """
    reporting by; additional reporting by; writing by; editing by; compiled by; translated by; with reporting by;
    source:; sources:
    """
)

# Every word of the line is one of these or a count, with a name of the first table or two acts of the second.
SHARING_NAMES = frozenset(
    _phrases(
        """
        facebook; twitter; whatsapp; telegram; linkedin; reddit; pinterest; e-mail; messenger; threads; bluesky;
        mastodon; flipboard; pocket; viber; vk; weibo; wechat; tumblr; instagram; youtube; tiktok; rss; sms; shares;
        tweets; comments; likes; views; photos; videos; snapchat
        """
    )
)
SHARING_ACTS = frozenset(_phrases("share; tweet; email; mail; print; save; copy; pin; link; listen; comment; reply"))
SHARING_FILLERS = frozenset(_phrases("x; line; messages; this; via; on; or; and; &; +"))

# What may stand in small letters between the names of a byline.
NAME_PARTICLES = frozenset(
    _phrases("and; of; de; da; di; du; la; le; van; von; der; den; bin; ibn; al; el; the; in; at")
)

# Headings over a list of other stories. What follows a strong one to the end of the page is such a list; under a
# weak one only headlines and cut-off teasers are.
STRONG_STORY_HEADINGS = frozenset(
    _phrases(
        """
        more in this category; more in this section; more from this category; more from this section; week's top
        stories; this week's top stories; today's top stories; top stories; most read; most viewed; most popular;
        popular now; popular stories; trending; trending now; trending news; trending stories; trending topics; latest
        news; latest stories; latest headlines; latest posts; latest articles; recent posts; recent articles; recent
        news; recommended for you; recommended stories; recommended articles; you may also like; you might also like;
        you may like; you might like; you may also be interested in; more stories; more news; more top stories; more
        headlines; other stories; other news; in other news; around the web; from around the web; from the web; from
        our partners; editor's picks; editors' picks; editor's choice; don't miss; must read; must reads; what to read
        next; read next; up next; more like this; more from the author; more from author; more from us; more to read
        """
    )
)
WEAK_STORY_HEADINGS = frozenset(
    _phrases(
        """
        related; related stories; related story; related articles; related article; related news; related posts;
        related content; related topics; related coverage; related links; read more; read also; also read; see also;
        more on this; more on this story; more on this topic; keep reading; list of 1 item; list of 2 items; list of 3
        items; list of 4 items; end of list
        """
    )
)
