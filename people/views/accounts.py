"""Pages for accounts, open to the administrator alone."""

from functools import cached_property

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.generic import CreateView, FormView

from people import accounts
from people.forms.accounts import AccountFilterForm, AccountForm, ConfirmForm, RolesForm
from people.models import User
from portal.back import with_way_back
from portal.pages import FormPage
from portal.views import ListPage


class AccountListView(ListPage):
    model = User
    title = "账号"
    crumbs = (("系统管理", ""),)
    columns = (
        ("账号名", "username"),
        ("姓名", ""),
        ("科室 / 机构", ""),
        ("角色", ""),
        ("状态", ""),
        ("最近登录", "last_login"),
    )
    orders = {"username": ("username",), "last_login": ("last_login",)}
    filter_form = AccountFilterForm
    row_template = "people/_account_row.html"
    new_url_name = "people:new-account"
    new_label = "开通账号"

    def get_base_queryset(self):
        return User.objects.select_related("staff_member__department", "counsel").prefetch_related(
            "groups"
        )


class AccountFormPage(FormPage):
    section = "系统管理"
    list_label = "账号"
    list_url_name = "people:accounts"


class IssuesPasswordMixin:
    """Shows the one-time password that saving has made, in the answer itself and nowhere else.

    A subclass gives `issue(form)`, which returns the account and its password.
    """

    issued: tuple[User, str] | None = None

    def issue(self, form) -> tuple[User, str]:
        raise NotImplementedError

    def save(self, form) -> str:
        self.issued = self.issue(form)
        return self.list_address()

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        if self.issued is None:
            return response
        account, password = self.issued
        context = {**self.get_context_data(form=form), "account": account, "password": password}
        return render(self.request, "people/one_time_password.html", context)


class AccountCreateView(IssuesPasswordMixin, AccountFormPage, CreateView):
    model = User
    form_class = AccountForm
    title = "开通账号"
    submit_label = "开通"
    explanation = "系统生成一次性密码，只显示一次；本人首次登录时必须修改。"
    success_message = "账号已开通。"

    def issue(self, form: AccountForm) -> tuple[User, str]:
        return accounts.open_account(
            username=form.cleaned_data["username"],
            owner=form.owner,
            roles=form.cleaned_data["roles"],
            by=self.request.user,
        )


class OneAccountPage(AccountFormPage, FormView):
    """A page about one account that exists."""

    @cached_property
    def account(self) -> User:
        return get_object_or_404(
            User.objects.select_related("staff_member__department", "counsel"),
            pk=self.kwargs["pk"],
        )

    def heading(self) -> str:
        return f"{self.title}：{self.account.username}（{self.account}）"

    def get_context_data(self, **kwargs) -> dict[str, object]:
        return super().get_context_data(account=self.account, **kwargs)


class AccountView(OneAccountPage):
    template_name = "people/account.html"
    form_class = RolesForm
    title = "账号"
    submit_label = "保存角色"
    success_message = "角色已保存，该账号的登录已全部退出。"

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "account": self.account}

    def save(self, form: RolesForm) -> str:
        accounts.assign_roles(self.account, form.cleaned_data["roles"], by=self.request.user)
        return f"{self.list_address()}#row-{self.account.pk}"


class AccountConfirmPage(OneAccountPage):
    """A page that asks before it does something to an account, and leads back to the account."""

    form_class = ConfirmForm

    def list_address(self) -> str:
        return with_way_back(self.request, reverse("people:account", args=[self.account.pk]))


class AccountDisableView(AccountConfirmPage):
    title = "停用账号"
    submit_label = "停用"
    explanation = "停用后立即退出全部登录，不能再登录；记录和审计保留。"
    success_message = "账号已停用。"

    def save(self, form: ConfirmForm) -> str:
        accounts.disable(self.account, by=self.request.user)
        return self.list_address()


class AccountEnableView(AccountConfirmPage):
    title = "启用账号"
    submit_label = "启用"
    explanation = "启用后可用原密码登录；停用前的登录不会恢复。"
    success_message = "账号已启用。"

    def save(self, form: ConfirmForm) -> str:
        accounts.enable(self.account, by=self.request.user)
        return self.list_address()


class PasswordResetView(IssuesPasswordMixin, AccountConfirmPage):
    title = "重置密码"
    submit_label = "重置密码"
    explanation = "系统生成新的一次性密码，只显示一次；原密码失效，全部登录退出。"
    success_message = "密码已重置。"

    def issue(self, form: ConfirmForm) -> tuple[User, str]:
        return self.account, accounts.reset_password(self.account, by=self.request.user)
