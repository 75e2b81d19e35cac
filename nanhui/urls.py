"""All addresses of the portal."""

from django.urls import include, path

from casework.views import HomeView

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.forbidden"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("", include("people.sign_in_urls")),
    path("people/", include("people.urls")),
    path("", include("portal.urls")),
    path("casework/", include("casework.urls")),
    path("calendar/", include("timelimits.urls")),
    path("", include("reports.urls")),
    path("disclosure/", include("disclosure.urls")),
    path("litigation/", include("litigation.urls")),
    path("publicity/", include("publicity.urls")),
    path("governance/", include("governance.urls")),
    path("legalreview/", include("legalreview.urls")),
]
