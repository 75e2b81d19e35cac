"""Signing in and out, and one's own password."""

from axes.helpers import get_cool_off
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from people import accounts
from people.forms.sign_in import OwnPasswordForm, SignInForm


class SignInView(LoginView):
    template_name = "people/sign_in.html"
    form_class = SignInForm
    redirect_authenticated_user = True
    extra_context = {"title": "登录"}

    def get_redirect_url(self) -> str:
        address = super().get_redirect_url()
        leads_here = address.partition("?")[0] == self.request.path
        return "" if leads_here else address


def locked_out(request: HttpRequest, *_response_and_credentials: object) -> HttpResponse:
    """Return the sign-in page as it is while an account or an address is paused.

    Axes calls it; the page is the same whether the account exists or not.
    """
    minutes = int(get_cool_off(request).total_seconds() // 60)
    context = {
        "form": SignInForm(request),
        "title": "登录",
        "locked": f"登录失败次数过多，已暂停登录，请 {minutes} 分钟后再试。",
    }
    return render(request, "people/sign_in.html", context, status=429)


class SignOutView(LogoutView):
    pass


class PasswordView(PasswordChangeView):
    template_name = "people/password.html"
    form_class = OwnPasswordForm
    extra_context = {"title": "修改密码", "submit_label": "修改密码"}

    def form_valid(self, form: OwnPasswordForm) -> HttpResponse:
        accounts.change_password(self.request.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(self.request, self.request.user)
        messages.success(self.request, "密码已修改，其他地方的登录已全部退出。")
        return redirect("home")
