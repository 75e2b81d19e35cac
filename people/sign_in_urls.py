"""Signing in and out, and one's own password."""

from django.urls import path

from people.views.sign_in import PasswordView, SignInView, SignOutView

urlpatterns = [
    path("sign-in/", SignInView.as_view(), name="sign-in"),
    path("sign-out/", SignOutView.as_view(), name="sign-out"),
    path("password/", PasswordView.as_view(), name="password"),
]
