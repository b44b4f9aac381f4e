"""allauth's own pages stay out of the admin: there its rows could be changed past the log, and secrets be read.

People set up their own; `manage.py remove_factors` takes them away. Django finds this module after those of allauth's
that register them, since `configuration` names this app last.
"""

from __future__ import annotations

from django.apps import apps
from django.contrib import admin

for config in apps.get_app_configs():
    if config.name.startswith("allauth."):
        for model in filter(admin.site.is_registered, config.get_models()):
            admin.site.unregister(model)
