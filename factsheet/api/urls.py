"""Addresses of the JSON API."""

from __future__ import annotations

from django.urls import path, re_path

from factsheet.api import changes, views

app_name = "api"

urlpatterns = [
    path("sheets/<slug:slug>/edition.json", views.newest_edition, name="newest-edition"),
    path("sheets/<slug:slug>/editions.json", views.editions, name="editions"),
    path("sheets/<slug:slug>/editions/<int:number>.json", views.edition, name="edition"),
    path("sheets/<slug:slug>/editions/compare.json", changes.compare, name="edition-compare"),
    path("corrections.json", changes.corrections, name="corrections"),
    path("schemas/<slug:name>.json", views.schema, name="schema"),
    re_path("^(?P<rest>.*)$", views.nowhere, name="nowhere"),
]
