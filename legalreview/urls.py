"""Pages of 合法性审查."""

from django.urls import path

from legalreview import views

app_name = "legalreview"

urlpatterns = [
    path("reviews/", views.ReviewListView.as_view(), name="reviews"),
    path("reviews/new/", views.ReviewCreateView.as_view(), name="new-review"),
    path("reviews/new/materials/", views.MaterialsView.as_view(), name="materials"),
    path("reviews/discover/", views.DiscoveryView.as_view(), name="discover"),
    path("reviews/items/", views.ItemRowView.as_view(), name="item-row"),
    path("reviews/<int:pk>/", views.ReviewDetailView.as_view(), name="review"),
    path("reviews/<int:pk>/edit/", views.ReviewUpdateView.as_view(), name="edit-review"),
    path("reviews/<int:pk>/counsel/", views.EntrustView.as_view(), name="entrust"),
    path("reviews/<int:pk>/steps/<slug:step>/", views.ActStepView.as_view(), name="act-step"),
    path("reviews/<int:pk>/contract/", views.ContractCreateView.as_view(), name="new-contract"),
    path("reviews/<int:pk>/move/opine/", views.OpineView.as_view(), name="opine"),
    path("reviews/<int:pk>/move/accept/", views.AcceptView.as_view(), name="accept"),
    path("reviews/<int:pk>/move/consolidate/", views.ConsolidateView.as_view(), name="consolidate"),
    path("reviews/<int:pk>/move/issue/", views.IssueView.as_view(), name="issue"),
    path("reviews/<int:pk>/move/adopt/", views.AdoptView.as_view(), name="adopt"),
    path("reviews/<int:pk>/move/<slug:move>/", views.ReviewMoveView.as_view(), name="move-review"),
    path(
        "reviews/<int:pk>/move/<slug:move>/preview/",
        views.ReviewPreviewView.as_view(),
        name="preview-move",
    ),
    path("contracts/", views.ContractListView.as_view(), name="contracts"),
    path("contracts/<int:pk>/", views.ContractDetailView.as_view(), name="contract"),
    path("contracts/<int:pk>/edit/", views.ContractUpdateView.as_view(), name="edit-contract"),
    path(
        "contracts/<int:pk>/move/<slug:move>/",
        views.ContractMoveView.as_view(),
        name="move-contract",
    ),
    path(
        "contracts/<int:pk>/move/<slug:move>/preview/",
        views.ContractPreviewView.as_view(),
        name="preview-contract-move",
    ),
    path("kinds/", views.KindListView.as_view(), name="kinds"),
    path("kinds/new/", views.KindCreateView.as_view(), name="new-kind"),
    path("kinds/<int:pk>/", views.KindEditView.as_view(), name="edit-kind"),
    path("services/", views.ServiceListView.as_view(), name="services"),
    path("services/new/", views.ServiceCreateView.as_view(), name="new-service"),
    path("services/<int:pk>/", views.ServiceEditView.as_view(), name="edit-service"),
    path("counsel/", views.WorkloadView.as_view(), name="workload"),
    path("evaluations/new/", views.EvaluationCreateView.as_view(), name="new-evaluation"),
    path("evaluations/<int:pk>/", views.EvaluationEditView.as_view(), name="edit-evaluation"),
]
