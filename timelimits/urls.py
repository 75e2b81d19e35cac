"""Pages of the calendar and of 期限试算."""

from django.urls import path

from timelimits import views

app_name = "timelimits"

urlpatterns = [
    path("years/", views.YearView.as_view(), name="year"),
    path("years/<int:year>/", views.YearView.as_view(), name="year"),
    path(
        "years/<int:year>/<int:month>/<int:day>/edit/",
        views.DayEditView.as_view(),
        name="edit-day",
    ),
    path("years/import/", views.NoticeImportView.as_view(), name="import-notice"),
    path("years/changes/<int:pk>/", views.AmendmentView.as_view(), name="amendment"),
    path("trial/", views.TrialView.as_view(), name="trial"),
]
