"""Pages about people: accounts, departments, the roster, legal counsel."""

from django.urls import path

from people.views import accounts, counsel, departments, staff

app_name = "people"

urlpatterns = [
    path("accounts/", accounts.AccountListView.as_view(), name="accounts"),
    path("accounts/new/", accounts.AccountCreateView.as_view(), name="new-account"),
    path("accounts/<int:pk>/", accounts.AccountView.as_view(), name="account"),
    path(
        "accounts/<int:pk>/disable/",
        accounts.AccountDisableView.as_view(),
        name="disable-account",
    ),
    path("accounts/<int:pk>/enable/", accounts.AccountEnableView.as_view(), name="enable-account"),
    path(
        "accounts/<int:pk>/reset-password/",
        accounts.PasswordResetView.as_view(),
        name="reset-password",
    ),
    path("departments/", departments.DepartmentListView.as_view(), name="departments"),
    path("departments/new/", departments.DepartmentCreateView.as_view(), name="new-department"),
    path(
        "departments/<int:pk>/edit/",
        departments.DepartmentEditView.as_view(),
        name="edit-department",
    ),
    path("charges/", departments.ChargeListView.as_view(), name="charges"),
    path("charges/new/", departments.ChargeCreateView.as_view(), name="new-charge"),
    path("charges/<int:pk>/edit/", departments.ChargeEditView.as_view(), name="edit-charge"),
    path("deputyships/", staff.DeputyshipListView.as_view(), name="deputyships"),
    path("deputyships/new/", staff.DeputyshipCreateView.as_view(), name="new-deputyship"),
    path(
        "deputyships/<int:pk>/edit/",
        staff.DeputyshipEditView.as_view(),
        name="edit-deputyship",
    ),
    path("staff/", staff.StaffListView.as_view(), name="staff"),
    path("staff/new/", staff.StaffMemberCreateView.as_view(), name="new-staff-member"),
    path("staff/<int:pk>/", staff.StaffMemberView.as_view(), name="staff-member"),
    path("staff/<int:pk>/edit/", staff.StaffMemberEditView.as_view(), name="edit-staff-member"),
    path(
        "staff/<int:member>/certificates/new/",
        staff.CertificateCreateView.as_view(),
        name="new-certificate",
    ),
    path(
        "certificates/<int:pk>/edit/",
        staff.CertificateEditView.as_view(),
        name="edit-certificate",
    ),
    path("counsel/", counsel.CounselListView.as_view(), name="all-counsel"),
    path("counsel/new/", counsel.CounselCreateView.as_view(), name="new-counsel"),
    path("counsel/<int:pk>/", counsel.CounselView.as_view(), name="counsel"),
    path("counsel/<int:pk>/edit/", counsel.CounselEditView.as_view(), name="edit-counsel"),
    path(
        "counsel/<int:counsel>/engagements/new/",
        counsel.EngagementCreateView.as_view(),
        name="new-engagement",
    ),
    path(
        "engagements/<int:pk>/edit/",
        counsel.EngagementEditView.as_view(),
        name="edit-engagement",
    ),
]
