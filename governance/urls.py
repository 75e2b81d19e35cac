"""Pages of 法治建设."""

from django.urls import path

from casework.registers import views as register_views
from governance import registers, views

app_name = "governance"

TASKS = registers.TASKS

urlpatterns = [
    path("tasks/", views.TaskListView.as_view(register=TASKS), name="tasks"),
    path("tasks/<int:year>/carry/", views.TaskCarryView.as_view(), name="carry-tasks"),
    *(
        page
        for register in registers.REGISTERS
        for page in register_views.pages(register)
        if page.name != "tasks"
    ),
    path("reception-days/", views.ReceptionCalendarView.as_view(), name="reception-days"),
    path(
        "reception-plans/new/", views.ReceptionPlanCreateView.as_view(), name="new-reception-plan"
    ),
    path(
        "reception-plans/<int:pk>/edit/",
        views.ReceptionPlanEditView.as_view(),
        name="edit-reception-plan",
    ),
    path("petitions/", views.PetitionListView.as_view(), name="petitions"),
    path("petitions/new/", views.PetitionCreateView.as_view(), name="new-petition"),
    path("petitions/<int:pk>/", views.PetitionDetailView.as_view(), name="petition"),
    path("petitions/<int:pk>/edit/", views.PetitionUpdateView.as_view(), name="edit-petition"),
    path(
        "petitions/<int:pk>/move/<slug:move>/",
        views.PetitionMoveView.as_view(),
        name="move-petition",
    ),
    path(
        "petitions/<int:pk>/move/<slug:move>/preview/",
        views.PetitionPreviewView.as_view(),
        name="preview-petition",
    ),
    path(
        "petitions/<int:pk>/reveal/<slug:field>/",
        views.PetitionRevealView.as_view(),
        name="reveal-petition",
    ),
    path("penalties/", views.PenaltyListView.as_view(), name="penalties"),
    path("penalties/new/", views.PenaltyCreateView.as_view(), name="new-penalty"),
    path("penalties/<int:pk>/", views.PenaltyDetailView.as_view(), name="penalty"),
    path("penalties/<int:pk>/edit/", views.PenaltyUpdateView.as_view(), name="edit-penalty"),
    path(
        "penalties/<int:pk>/move/<slug:move>/",
        views.PenaltyMoveView.as_view(),
        name="move-penalty",
    ),
    path(
        "penalties/<int:pk>/move/<slug:move>/preview/",
        views.PenaltyPreviewView.as_view(),
        name="preview-penalty",
    ),
    path(
        "penalties/<int:pk>/reveal/<slug:field>/",
        views.PenaltyRevealView.as_view(),
        name="reveal-penalty",
    ),
]
