"""Who may do what, and when: one table of roles, one table of transitions, and a check for every act.

A check raises `Refused` with the sentence that the editor reads; `reason_against` turns it into that sentence, or into
an empty one, so that a button and the act behind it can never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import ParamSpec

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from factsheet.models import WAITING, Act, Activity, ApiToken, Citation, Decision, Edition, Fact, FactSheet

State = FactSheet.State
Outcome = Decision.Outcome
AnyUser = User | AnonymousUser
Checked = ParamSpec("Checked")


class May(StrEnum):
    """What roles differ in, by the name of the permission."""

    SEE = "factsheet.view_factsheet"
    TAKE_IN = "articles.take_in_article"
    SORT = "factsheet.sort_evidence"
    OPEN = "factsheet.add_factsheet"
    SETTLE = "factsheet.settle_fact"
    SUBMIT = "factsheet.submit_factsheet"
    APPROVE = "factsheet.approve_factsheet"
    PUBLISH = "factsheet.publish_factsheet"
    # In the admin alone.
    CHOOSE = "factsheet.change_policychoice"
    WORD = "factsheet.change_phrase"
    ISSUE = "factsheet.add_apitoken"
    NAME = "auth.change_user"


READ = ("articles.view_source", "articles.view_article", "articles.view_claim", May.SEE)
PROPOSE = (*READ, May.TAKE_IN, May.SORT)
SETTLE = (*PROPOSE, May.OPEN, May.SETTLE, May.SUBMIT)
PUBLISH = (*SETTLE, May.APPROVE, May.PUBLISH)

# An administrator also holds every permission of the two rooms and over accounts, as the migration that makes the
# groups says; roles are groups, so that a newsroom may cut its own.
ROLES: Mapping[str, tuple[str, ...]] = {
    "Reporter": PROPOSE,
    "Editor": SETTLE,
    "Publisher": PUBLISH,
    "Administrator": PUBLISH,
}

# From which states an act may start, and where it leads.
TRANSITIONS: Mapping[str, tuple[frozenset[str], str]] = {
    # What was withdrawn may turn out to have been right.
    "submit": (frozenset({State.DRAFT, State.WITHDRAWN}), State.IN_REVIEW),
    "send_back": (frozenset({State.IN_REVIEW, State.APPROVED}), State.DRAFT),
    "approve": (frozenset({State.IN_REVIEW}), State.APPROVED),
    "publish": (frozenset({State.APPROVED}), State.PUBLISHED),
    "correct": (frozenset({State.APPROVED}), State.CORRECTED),
    # At once and from wherever the sheet is: what is wrong is out there meanwhile.
    "withdraw": (frozenset(State.values) - {State.WITHDRAWN}, State.WITHDRAWN),
    # What was reviewed is no longer what stands there, so a change always leads back to a draft.
    "change": (frozenset(State.values), State.DRAFT),
}

# Which act makes an edition, by its kind; the first has none.
PUBLISHING: Mapping[str, str] = {
    "": "publish",
    Edition.Kind.UPDATE: "publish",
    Edition.Kind.CORRECTION: "correct",
    Edition.Kind.CLARIFICATION: "correct",
    Edition.Kind.WITHDRAWAL: "withdraw",
}

# What one must be allowed, at the least, to leave each act in the log. An act that follows from others, such as a fact
# that is proposed for a claim, may come of whatever brought the claim.
ACTS: Mapping[Act, str] = {
    Act.SHEET_CREATED: May.OPEN,
    Act.SHEET_CHANGED: May.OPEN,
    Act.SHEET_CONFIDED: May.OPEN,
    Act.SHEET_OPENED: May.OPEN,
    Act.MEMBER_ADDED: May.OPEN,
    Act.MEMBER_REMOVED: May.OPEN,
    Act.ARTICLE_ADDED: May.TAKE_IN,
    Act.ARTICLE_REVISED: May.TAKE_IN,
    Act.ARTICLE_SEPARATED: May.TAKE_IN,
    Act.ARTICLE_DESCRIBED: May.TAKE_IN,
    Act.ARTICLE_DATED: May.TAKE_IN,
    Act.ARTICLE_TRACED: May.SETTLE,
    Act.ARTICLE_TRIMMED: May.TAKE_IN,
    Act.ARTICLE_RESTORED: May.TAKE_IN,
    Act.FACT_CREATED: May.SORT,
    Act.FACT_CHANGED: May.SETTLE,
    Act.FACT_MOVED: May.SETTLE,
    Act.FACT_SPLIT: May.SETTLE,
    Act.FACT_MERGED: May.SETTLE,
    Act.FACT_ASSIGNED: May.SETTLE,
    Act.FACT_COMMENTED: May.SORT,
    Act.COMMENT_WITHDRAWN: May.SORT,
    Act.FACT_SETTLED: May.SETTLE,
    Act.FACT_DISPUTED: May.SETTLE,
    Act.FACT_NOT_ESTABLISHED: May.SETTLE,
    Act.FACT_LEFT_OUT: May.SETTLE,
    Act.FACT_REOPENED: May.SETTLE,
    Act.FACT_CHALLENGED: May.TAKE_IN,
    Act.FACT_KEPT: May.SETTLE,
    Act.CLAIM_MADE: May.SORT,
    Act.CLAIM_CORRECTED: May.SORT,
    Act.CLAIM_ACCEPTED: May.SORT,
    Act.CLAIM_PLACED: May.SORT,
    Act.CLAIM_REJECTED: May.SORT,
    Act.CLAIM_RESTORED: May.SORT,
    Act.EVIDENCE_WEIGHED: May.SETTLE,
    Act.SHEET_SUBMITTED: May.SUBMIT,
    Act.SHEET_SENT_BACK: May.APPROVE,
    Act.SHEET_APPROVED: May.APPROVE,
    Act.SHEET_PUBLISHED: May.PUBLISH,
    Act.LINES_APPROVED: May.APPROVE,
    Act.SHEET_WITHDRAWN: May.PUBLISH,
    Act.PERSON_PSEUDONYMISED: May.NAME,
    Act.PASSWORD_GIVEN: May.NAME,
    Act.POLICY_CHOSEN: May.CHOOSE,
    Act.PHRASE_CHANGED: May.WORD,
    Act.TOKEN_CREATED: May.ISSUE,
    Act.TOKEN_REVOKED: May.ISSUE,
}

# Of nothing but one's own account, which everybody may leave in the log.
OF_ONESELF = frozenset(
    {
        Act.PERSON_SIGNED_IN,
        Act.PERSON_SIGNED_OUT,
        Act.PERSON_REFUSED,
        Act.SESSIONS_ENDED,
        Act.PASSWORD_CHANGED,
        Act.FACTORS_CHANGED,
        Act.PROVIDER_CHANGED,
    }
)

# States in which a fact has an answer to print.
ANSWERED = (Fact.State.SETTLED, Fact.State.DISPUTED)

# Acts besides a decision that change what an edition prints: its words, what is said to speak against an answer, what
# its notes tell of an article, and how many origins stand behind a figure.
REWORDING = (
    Act.SHEET_CHANGED,
    Act.FACT_CHANGED,
    Act.FACT_SPLIT,
    Act.FACT_MERGED,
    Act.EVIDENCE_WEIGHED,
    Act.ARTICLE_DATED,
    Act.ARTICLE_DESCRIBED,
    Act.ARTICLE_TRACED,
    Act.CLAIM_CORRECTED,
)

# By which claims are sorted; whoever may sort may undo them.
SORTING = frozenset({Act.CLAIM_ACCEPTED, Act.CLAIM_PLACED, Act.CLAIM_REJECTED, Act.CLAIM_RESTORED})

# Acts of one kind follow upon each other: only the newest of them on a fact, a claim or a sheet can be undone.
KINDS: tuple[frozenset[Act], ...] = (
    SORTING,
    frozenset(
        {
            Act.FACT_CREATED,
            Act.FACT_SETTLED,
            Act.FACT_DISPUTED,
            Act.FACT_NOT_ESTABLISHED,
            Act.FACT_LEFT_OUT,
            Act.FACT_REOPENED,
            Act.FACT_KEPT,
        }
    ),
    frozenset({Act.FACT_SPLIT, Act.FACT_MERGED}),
    frozenset({Act.ARTICLE_REVISED, Act.ARTICLE_SEPARATED}),
    frozenset({Act.FACT_COMMENTED, Act.COMMENT_WITHDRAWN}),
    *(frozenset({act}) for act in (Act.FACT_CHANGED, Act.FACT_MOVED, Act.FACT_ASSIGNED, Act.EVIDENCE_WEIGHED)),
)

# What `actions.undo` can undo: a comment that was taken back is written anew, and claims can be sorted one by one.
UNDOABLE = frozenset().union(*KINDS) - {Act.COMMENT_WITHDRAWN, Act.ARTICLE_SEPARATED}

# Where a decision leaves its fact.
STATE_AFTER: Mapping[str, str] = {
    Outcome.SETTLED: Fact.State.SETTLED,
    Outcome.DISPUTED: Fact.State.DISPUTED,
    Outcome.NOT_ESTABLISHED: Fact.State.NOT_ESTABLISHED,
    Outcome.LEFT_OUT: Fact.State.LEFT_OUT,
    Outcome.REOPENED: Fact.State.OPEN,
}


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """An act that may not be done; its text says why and what to do."""


class NotPermitted(Refused):
    """The person's role does not allow the act."""


def reason_against(check: Callable[Checked, None], *args: Checked.args, **kwargs: Checked.kwargs) -> str:
    """Why the check refuses, or an empty text when the act is allowed."""
    try:
        check(*args, **kwargs)
    except Refused as refused:
        return str(refused)
    return ""


def check_permission(user: AnyUser, permission: str) -> None:
    """Refuse unless the user holds the permission.

    Raises:
        NotPermitted: with a sentence that says whom to ask.
    """
    if not user.has_perm(permission):
        raise NotPermitted(_("Your role does not allow this. Ask an administrator if it should."))


def check_transition(sheet: FactSheet, act: str) -> None:
    """Refuse an act that does not start from the sheet's state.

    Raises:
        Refused: naming the state.
    """
    sources, _target = TRANSITIONS[act]
    if sheet.state not in sources:
        words = _("This sheet is now “%(state)s”, so that cannot be done.")
        raise Refused(words % {"state": sheet.get_state_display()})


def check_nothing_open(sheet: FactSheet) -> None:
    """Refuse while an open fact is in conflict or in tension, a decided one is challenged or rests on nothing any more,
    or nothing is decided.

    Raises:
        Refused: with the counts, so that the editor knows where to go on.
    """
    reasons = []
    if sheet.facts_in_conflict:
        reasons.append(
            ngettext("%(n)s fact is in conflict", "%(n)s facts are in conflict", sheet.facts_in_conflict)
            % {"n": sheet.facts_in_conflict}
        )
    if sheet.facts_challenged:
        reasons.append(
            ngettext("%(n)s fact is challenged", "%(n)s facts are challenged", sheet.facts_challenged)
            % {"n": sheet.facts_challenged}
        )
    if bare := _count_bare(sheet):
        reasons.append(
            ngettext("%(n)s answer lost all that it cites", "%(n)s answers lost all that they cite", bare) % {"n": bare}
        )
    if reasons:
        words = _("%(reasons)s. That has to be settled, or left out, first.")
        raise Refused(words % {"reasons": _(" and ").join(reasons)})
    if not sheet.facts_decided:
        raise Refused(_("No fact is settled yet, so there is nothing to publish."))


def _count_bare(sheet: FactSheet) -> int:
    """How many answers cite only what was since rejected or moved; each line of an edition shows its evidence."""
    cited = Citation.objects.filter(decision=OuterRef("decision"), evidence__fact=OuterRef("pk"))
    return Fact.objects.filter(~Exists(cited), sheet=sheet, state__in=ANSWERED).count()


def check_no_questions(sheet: FactSheet) -> None:
    """Refuse while a fact waits for a source that has yet to be asked.

    Raises:
        Refused: with the count; the button says it.
    """
    if n := Fact.objects.filter(WAITING, sheet=sheet).count():
        raise Refused(ngettext("Publish: %(n)s open question", "Publish: %(n)s open questions", n) % {"n": n})


def check_can_submit(user: AnyUser, sheet: FactSheet) -> None:
    """Refuse to submit a sheet for review."""
    check_permission(user, May.SUBMIT)
    check_transition(sheet, "submit")
    check_nothing_open(sheet)


def check_can_send_back(user: AnyUser, sheet: FactSheet) -> None:
    """Refuse to send a sheet back to its editors."""
    check_permission(user, May.APPROVE)
    check_transition(sheet, "send_back")


def check_can_approve(user: AnyUser, sheet: FactSheet) -> None:
    """Refuse to approve; which lines somebody may approve is asked of each (`factsheet.reviewing`)."""
    check_permission(user, May.APPROVE)
    check_transition(sheet, "approve")
    check_nothing_open(sheet)


def check_can_publish(user: AnyUser, sheet: FactSheet) -> None:
    """Refuse to publish a sheet that is not approved, or that somebody changed since."""
    check_permission(user, May.PUBLISH)
    check_transition(sheet, "publish")
    check_nothing_open(sheet)
    check_no_questions(sheet)


def check_can_withdraw(user: AnyUser, sheet: FactSheet) -> None:
    """Refuse to withdraw what is not published, or is withdrawn already."""
    check_permission(user, May.PUBLISH)
    newest = sheet.editions.order_by("-number").values_list("kind", flat=True).first()
    if newest is None:
        raise Refused(_("Nothing of this sheet is published, so there is nothing to withdraw."))
    if newest == Edition.Kind.WITHDRAWAL:
        raise Refused(_("The newest edition withdraws this sheet already."))
    check_transition(sheet, "withdraw")


def check_can_settle(user: AnyUser, _fact: Fact | None = None) -> None:
    """Refuse to decide a fact."""
    check_permission(user, May.SETTLE)


def check_can_reopen(user: AnyUser, fact: Fact) -> None:
    """Refuse to reopen a fact that is open."""
    check_permission(user, May.SETTLE)
    if fact.state == Fact.State.OPEN:
        raise Refused(_("This fact is open already."))


def check_can_sort(user: AnyUser) -> None:
    """Refuse to sort claims."""
    check_permission(user, May.SORT)


def check_can_undo(user: AnyUser, activity: Activity) -> None:
    """Refuse to undo what one could not have done. A fact is added by hand, so it is left out by who may settle."""
    check_permission(user, May.SETTLE if activity.act == Act.FACT_CREATED else ACTS[Act(activity.act)])


def check_can_take_in(user: AnyUser) -> None:
    """Refuse to take in articles."""
    check_permission(user, May.TAKE_IN)


def check_can_trace(user: AnyUser) -> None:
    """Refuse to correct where an article comes from."""
    check_permission(user, May.SETTLE)


def colleagues_for(sheet: FactSheet) -> QuerySet[User]:
    """Who may settle facts of a sheet; of a confidential one, its members among them."""
    users = User.objects.with_perm(May.SETTLE).order_by("first_name", "last_name", "username")
    return users.filter(memberships__sheet=sheet) if sheet.confidential else users


def check_can_confide(user: AnyUser, sheet: FactSheet) -> None:
    """Refuse to say who sees a sheet: that is for who opened it, and for those who answer for what is published."""
    if sheet.created_by_id != user.pk or user.pk is None:
        check_permission(user, May.APPROVE)
    check_permission(user, May.OPEN)


def check_can_see_sheets(who: User | ApiToken) -> None:
    """Refuse to let in somebody who sees no sheets at all, or a system whose token is revoked."""
    if isinstance(who, ApiToken):
        if who.revoked_at:
            raise Refused(_("The token of this system is revoked."))
    elif not who.has_perm(May.SEE):
        raise Refused(_("This person has no role that sees sheets, or the account is closed."))


def check_can_create_sheet(user: AnyUser) -> None:
    """Refuse to open a new sheet."""
    check_permission(user, May.OPEN)
