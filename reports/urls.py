"""Pages of figures and of ledgers in."""

from django.urls import path

from reports import views

app_name = "reports"

urlpatterns = [
    path("figures/", views.FigureListView.as_view(), name="figures"),
    path("figures/<str:key>/", views.FigureView.as_view(), name="figure"),
    path("figures/<str:key>/export/", views.FigureExportView.as_view(), name="export-figure"),
    path("ledgers/", views.UploadCreateView.as_view(), name="new-upload"),
    path("ledgers/<slug:code>/template/", views.LedgerTemplateView.as_view(), name="template"),
    path("ledgers/<slug:code>/export/", views.LedgerExportView.as_view(), name="export-ledger"),
    path("ledgers/<int:pk>/", views.UploadView.as_view(), name="upload"),
]
