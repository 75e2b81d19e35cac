"""Pages of 行政诉讼 and 行政复议."""

from django.urls import path

from litigation.views import proceedings, registers, rows

app_name = "litigation"

urlpatterns = [
    path("lawsuits/", proceedings.LawsuitListView.as_view(), name="lawsuits"),
    path("lawsuits/new/", proceedings.LawsuitCreateView.as_view(), name="new-lawsuit"),
    path(
        "lawsuits/new/preview/",
        proceedings.LawsuitIntakePreviewView.as_view(),
        name="preview-lawsuit",
    ),
    path(
        "reconsiderations/",
        proceedings.ReconsiderationListView.as_view(),
        name="reconsiderations",
    ),
    path(
        "reconsiderations/new/",
        proceedings.ReconsiderationCreateView.as_view(),
        name="new-reconsideration",
    ),
    path(
        "reconsiderations/new/preview/",
        proceedings.ReconsiderationIntakePreviewView.as_view(),
        name="preview-reconsideration",
    ),
    path("parties/", proceedings.KnownPartiesView.as_view(), name="known-parties"),
    path("<int:pk>/", proceedings.ProceedingDetailView.as_view(), name="proceeding"),
    path("<int:pk>/edit/", proceedings.ProceedingUpdateView.as_view(), name="edit-proceeding"),
    path(
        "<int:pk>/move/<slug:move>/",
        proceedings.ProceedingMoveView.as_view(),
        name="move-proceeding",
    ),
    path(
        "<int:pk>/move/<slug:move>/preview/",
        proceedings.ProceedingPreviewView.as_view(),
        name="preview-move",
    ),
    path("<int:pk>/parties/new/", rows.PartyView.as_view(), name="new-party"),
    path("<int:pk>/parties/<int:row>/", rows.PartyView.as_view(), name="edit-party"),
    path(
        "<int:pk>/parties/<int:row>/reveal/<slug:field>/",
        rows.PartyRevealView.as_view(),
        name="reveal-party",
    ),
    path("<int:pk>/meetings/new/", rows.MeetingView.as_view(), name="new-meeting"),
    path("<int:pk>/meetings/<int:row>/", rows.MeetingView.as_view(), name="edit-meeting"),
    path(
        "<int:pk>/communications/new/", rows.CommunicationView.as_view(), name="new-communication"
    ),
    path(
        "<int:pk>/communications/<int:row>/",
        rows.CommunicationView.as_view(),
        name="edit-communication",
    ),
    path("<int:pk>/hearings/new/", rows.HearingView.as_view(), name="new-hearing"),
    path("<int:pk>/hearings/<int:row>/", rows.HearingView.as_view(), name="edit-hearing"),
    path("<int:pk>/mediations/new/", rows.CaseMediationView.as_view(), name="new-case-mediation"),
    path("<int:pk>/defects/new/", rows.CaseDefectView.as_view(), name="new-case-defect"),
    path("<int:pk>/evidence/", rows.EvidenceView.as_view(), name="evidence"),
    path("<int:pk>/merge/", rows.MergeView.as_view(), name="merge"),
    path("hearings/", registers.HearingListView.as_view(), name="hearings"),
    path("mediations/", registers.MediationListView.as_view(), name="mediations"),
    path("mediations/new/", registers.MediationCreateView.as_view(), name="new-mediation"),
    path("mediations/<int:pk>/", registers.MediationUpdateView.as_view(), name="edit-mediation"),
    path("mediations/<int:pk>/rounds/new/", registers.RoundCreateView.as_view(), name="new-round"),
    path("defects/", registers.DefectListView.as_view(), name="defects"),
    path("defects/new/", registers.DefectCreateView.as_view(), name="new-defect"),
    path("defects/<int:pk>/", registers.DefectUpdateView.as_view(), name="edit-defect"),
    path("terms/<slug:table>/", registers.TermListView.as_view(), name="terms"),
    path("terms/<slug:table>/new/", registers.TermCreateView.as_view(), name="new-term"),
    path("terms/<slug:table>/<int:pk>/", registers.TermUpdateView.as_view(), name="edit-term"),
]
