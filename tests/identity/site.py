"""The addresses of the site as they are where second factors and a provider's sign-in are switched on."""

from __future__ import annotations

from factsheet import urls
from factsheet.identity.urls import list_urls

handler400, handler500 = urls.handler400, urls.handler500
urlpatterns = [*list_urls(mfa=True, sso=True), *urls.urlpatterns]
