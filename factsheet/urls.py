"""Every address of the site."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from factsheet.views import (
    accounts,
    annotating,
    articles,
    deciding,
    desk,
    discussion,
    draft,
    editions,
    everywhere,
    facts,
    inbox,
    matrix,
    members,
    notices,
    presence,
    review,
)

handler400 = "factsheet.limits.answer_bad_request"
handler500 = "factsheet.refusals.answer_error"

sheet_urls = [
    path("", matrix.show, name="matrix"),
    path("facts/agreed/", matrix.settle_agreed, name="facts-agreed"),
    path("facts/new/", facts.new, name="fact-new"),
    path("facts/<int:pk>/", facts.show, name="fact"),
    path("facts/<int:pk>/change/", facts.change, name="fact-change"),
    path("facts/<int:pk>/move/", facts.move, name="fact-move"),
    path("facts/<int:pk>/settle/", deciding.settle, name="fact-settle"),
    path("facts/<int:pk>/keep/", deciding.keep, name="fact-keep"),
    path("facts/<int:pk>/reopen/", deciding.reopen, name="fact-reopen"),
    path("facts/<int:pk>/weigh/", deciding.weigh, name="fact-weigh"),
    path("facts/<int:pk>/split/", deciding.split, name="fact-split"),
    path("facts/<int:pk>/merge/", deciding.merge, name="fact-merge"),
    path("facts/<int:pk>/undo/", deciding.undo, name="fact-undo"),
    path("facts/<int:pk>/assign/", discussion.assign, name="fact-assign"),
    path("facts/<int:pk>/comments/", discussion.comment, name="fact-comment"),
    path("inbox/", inbox.show, name="inbox"),
    path("inbox/sort/", inbox.sort, name="inbox-sort"),
    path("articles/", articles.index, name="article-list"),
    path("articles/add/", articles.add, name="article-add"),
    path("articles/<int:pk>/", articles.show, name="article"),
    path("articles/<int:pk>/describe/", articles.describe_article, name="article-describe"),
    path("articles/<int:pk>/origin/", articles.correct_origin, name="article-origin"),
    path("articles/<int:pk>/date/", articles.set_date, name="article-date"),
    path("articles/<int:pk>/changes/", articles.compare, name="article-changes"),
    path("articles/<int:pk>/part/", annotating.change_part, name="article-part"),
    path("articles/<int:pk>/claims/new/", annotating.make_claim, name="article-claim"),
    path("articles/<int:pk>/claims/<int:claim>/", annotating.correct_claim, name="article-reading"),
    path("draft/", draft.check, name="draft"),
    path("review/", review.show, name="review"),
    path("review/submit/", review.submit, name="sheet-submit"),
    path("review/send-back/", review.send_back, name="sheet-send-back"),
    path("review/approve/", review.approve, name="sheet-approve"),
    path("review/approve/line/", review.approve_line, name="sheet-approve-line"),
    path("review/publish/", review.publish, name="sheet-publish"),
    path("review/withdraw/", review.withdraw, name="sheet-withdraw"),
    path("members/", members.show, name="members"),
    path("members/change/", members.change, name="member-change"),
    path("editions/", editions.index, name="edition-list"),
    path("editions/compare/", editions.compare, name="edition-compare"),
    path("editions/<int:number>/", editions.show, name="edition"),
    path("activity/", desk.activity, name="activity"),
    path("watch/", notices.watch, name="sheet-watch"),
    path("present/", presence.here, name="sheet-present"),
    path("activity/undo/", desk.undo, name="activity-undo"),
    path("activity.csv", desk.export_activity, {"form": "csv"}, name="activity-csv"),
    path("activity.jsonl", desk.export_activity, {"form": "jsonl"}, name="activity-jsonl"),
]

urlpatterns = [
    path("", desk.show, name="desk"),
    path("health/", everywhere.health, name="health"),
    path("find/", everywhere.find, name="find"),
    path("keys/", everywhere.switch_keys, name="keys"),
    path("theme/", everywhere.switch_theme, name="theme"),
    path("language/", everywhere.switch_language, name="language"),
    path("sheets/new/", desk.new, name="sheet-new"),
    path("corrections/", editions.list_corrections, name="corrections"),
    path("sheets/<slug:slug>/", include(sheet_urls)),
    path("sign-in/", accounts.sign_in, name="sign-in"),
    path("sign-out/", accounts.sign_out, name="sign-out"),
    path("notices/", notices.show, name="notices"),
    path("notices/read/", notices.read, name="notices-read"),
    path("notices/mail/", notices.choose_mail, name="notices-mail"),
    path("account/", accounts.show, name="account"),
    path("account/password/", accounts.change_password, name="account-password"),
    path("account/sessions/end/", accounts.end_sessions, name="account-sessions"),
    path("api/", include("factsheet.api.urls")),
    path("admin/", admin.site.urls),
]
if settings.MFA or settings.SSO:
    from factsheet.identity.urls import urlpatterns as identity_urls

    urlpatterns = [*identity_urls, *urlpatterns]
