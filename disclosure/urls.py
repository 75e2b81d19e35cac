"""Pages of 依申请公开 and 主动公开."""

from django.urls import path

from casework.registers import terms
from casework.registers import views as register_views
from disclosure import registers, views
from disclosure.models import PublicationCategory, PublicationChannel

app_name = "disclosure"

urlpatterns = [
    *(page for register in registers.REGISTERS for page in register_views.pages(register)),
    *terms.pages(app_name, "channel", "channels", PublicationChannel, "kind"),
    *terms.pages(app_name, "category", "categories", PublicationCategory),
    path("", views.RequestListView.as_view(), name="requests"),
    path("new/", views.RequestCreateView.as_view(), name="new-request"),
    path("new/preview/", views.ReceiptPreviewView.as_view(), name="preview-request"),
    path("new/similar/", views.SimilarRequestsView.as_view(), name="similar-requests"),
    path("<int:pk>/", views.RequestDetailView.as_view(), name="request"),
    path("<int:pk>/edit/", views.RequestUpdateView.as_view(), name="edit-request"),
    path("<int:pk>/move/<slug:move>/", views.RequestMoveView.as_view(), name="move-request"),
    path(
        "<int:pk>/move/<slug:move>/preview/",
        views.RequestPreviewView.as_view(),
        name="preview-move",
    ),
    path("<int:pk>/reveal/<slug:field>/", views.RequestRevealView.as_view(), name="reveal-request"),
]
