"""Pages that any matter has, and those over all registers."""

from django.urls import path

from casework import views

app_name = "casework"

urlpatterns = [
    path("search/", views.SearchView.as_view(), name="search"),
    path("matters/", views.MatterListView.as_view(), name="matters"),
    path("tasks/", views.TaskListView.as_view(), name="tasks"),
    path("notices/", views.NoticeListView.as_view(), name="notices"),
    path("matters/<int:pk>/void/", views.MatterVoidView.as_view(), name="void"),
    path("matters/<int:pk>/assign/", views.MatterAssignView.as_view(), name="assign"),
    path("matters/<int:pk>/follow/", views.FollowView.as_view(), name="follow"),
    path("matters/<int:pk>/log/", views.MatterLogView.as_view(), name="log"),
    path("matters/<int:pk>/tasks/new/", views.TaskCreateView.as_view(), name="new-task"),
    path("matters/<int:pk>/tasks/<int:task>/", views.TaskAnswerView.as_view(), name="answer-task"),
    path(
        "matters/<int:pk>/tasks/<int:task>/withdraw/",
        views.TaskWithdrawView.as_view(),
        name="withdraw-task",
    ),
    path("matters/<int:pk>/links/new/", views.LinkCreateView.as_view(), name="new-link"),
    path("matters/<int:pk>/documents/new/", views.AttachView.as_view(), name="attach"),
    path(
        "matters/<int:pk>/letters/<slug:letter>/<int:entry>/",
        views.LetterWriteView.as_view(),
        name="write",
    ),
    path(
        "matters/<int:pk>/timeline/<int:entry>/correct/",
        views.EntryCorrectView.as_view(),
        name="correct",
    ),
    path("documents/<int:pk>/", views.DocumentView.as_view(), name="document"),
    path(
        "documents/<int:pk>/replace/", views.DocumentReplaceView.as_view(), name="replace-document"
    ),
    path(
        "documents/<int:pk>/compare/<int:earlier>/",
        views.DocumentCompareView.as_view(),
        name="compare-documents",
    ),
]
