"""Pages of the portal itself."""

from django.urls import path

from portal.audit_page import AuditView

app_name = "portal"

urlpatterns = [
    path("audit/", AuditView.as_view(), name="audit"),
]
