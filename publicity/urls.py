"""Pages of 普法."""

from django.urls import path

from casework.registers import terms
from casework.registers import views as register_views
from publicity import registers, views
from publicity.models import Audience

app_name = "publicity"

urlpatterns = [
    *(page for register in registers.REGISTERS for page in register_views.pages(register)),
    *terms.pages(app_name, "audience", "audiences", Audience),
    path("nodes/", views.NodeCalendarView.as_view(), name="nodes"),
    path("nodes/new/", views.NodeCreateView.as_view(), name="new-node"),
    path("nodes/<int:pk>/edit/", views.NodeEditView.as_view(), name="edit-node"),
    path("nodes/<int:pk>/dates/", views.NodeDatesView.as_view(), name="node-dates"),
]
