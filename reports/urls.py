"""Pages of figures and of ledgers in."""

from django.urls import path

from reports import annual_views, views

app_name = "reports"

urlpatterns = [
    path("figures/", views.FigureListView.as_view(), name="figures"),
    path("figures/<str:key>/", views.FigureView.as_view(), name="figure"),
    path("figures/<str:key>/export/", views.FigureExportView.as_view(), name="export-figure"),
    path("reports/", annual_views.ReportListView.as_view(), name="reports"),
    path("reports/new/", annual_views.ReportCreateView.as_view(), name="new-report"),
    path("reports/<int:pk>/", annual_views.ReportView.as_view(), name="report"),
    path(
        "reports/<int:pk>/sections/<int:section>/",
        annual_views.SectionEditView.as_view(),
        name="edit-section",
    ),
    path("reports/<int:pk>/override/", annual_views.OverrideView.as_view(), name="override"),
    path("reports/<int:pk>/review/", annual_views.ReviewView.as_view(), name="review"),
    path("reports/<int:pk>/freeze/", annual_views.FreezeView.as_view(), name="freeze"),
    path("reports/<int:pk>/publish/", annual_views.PublishView.as_view(), name="publish"),
    path(
        "reports/<int:pk>/paper/<slug:ending>/",
        annual_views.ReportPaperView.as_view(),
        name="report-paper",
    ),
    path("ledgers/", views.UploadCreateView.as_view(), name="new-upload"),
    path("ledgers/<slug:code>/template/", views.LedgerTemplateView.as_view(), name="template"),
    path("ledgers/<slug:code>/export/", views.LedgerExportView.as_view(), name="export-ledger"),
    path("ledgers/<int:pk>/", views.UploadView.as_view(), name="upload"),
]
