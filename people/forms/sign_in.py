"""Forms for signing in and for one's own password."""

from crispy_forms.layout import Layout
from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, UsernameField

from portal.forms import LaidOutForm


class SignInForm(LaidOutForm, AuthenticationForm):
    """One sentence for an unknown account, a wrong password and a disabled account."""

    username = UsernameField(
        label="账号", max_length=150, widget=forms.TextInput(attrs={"autofocus": True})
    )
    error_messages = dict.fromkeys(
        ["invalid_login", "inactive"],
        "账号或密码不正确。请检查大小写；连续多次不正确将暂停登录。",
    )

    layout = Layout("username", "password")


class OwnPasswordForm(LaidOutForm, PasswordChangeForm):
    field_order = ["old_password", "new_password1", "new_password2"]

    layout = Layout("old_password", "new_password1", "new_password2")

    def clean(self) -> dict[str, object]:
        given = super().clean()
        new = given.get("new_password1")
        if new and new == given.get("old_password"):
            self.add_error("new_password1", "新密码不能与原密码相同。")
        return given
