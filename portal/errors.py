"""Pages for what goes wrong: in Chinese, with the request's number, without a trace or a query."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


class ConflictError(Exception):
    """Somebody else changed the record since the page was opened.

    `typed` is what the person had entered, label to text, so that the page can give it back;
    `address` is where the record stands as it is now.
    """

    def __init__(self, message: str, *, typed: dict[str, str] | None = None, address: str = ""):
        super().__init__(message)
        self.typed = typed or {}
        self.address = address


class TooLargeError(Exception):
    """More was sent than is accepted."""


@dataclass(frozen=True)
class Page:
    """The words of one error page: what happened, what was kept, what to do."""

    status: int
    title: str
    what: str
    do: str


PAGES = {
    page.status: page
    for page in (
        Page(
            400,
            "请求有误",
            "服务器看不懂这次请求，没有保存任何内容。",
            "请返回上一页，检查后重试。",
        ),
        Page(
            403,
            "没有权限",
            "您的角色不能使用这一功能，没有保存任何内容。",
            "如工作需要，请联系系统管理员。",
        ),
        Page(
            404,
            "找不到页面",
            "地址有误，或者这条记录不在您的查看范围内。",
            "请从左侧菜单重新进入。",
        ),
        Page(
            409,
            "内容已被他人修改",
            "您打开页面之后，别人修改了同一条记录。",
            "请对照最新内容，把仍需要的改动重新填写一次。",
        ),
        Page(
            413,
            "上传内容过大",
            "单个文件不能超过 50 MB，表单文字不能超过 5 MB，没有保存任何内容。",
            "请压缩或拆分后重新上传。",
        ),
        Page(
            500,
            "系统出错",
            "系统处理时出现意外，本次操作没有保存。",
            "请稍后重试；再次出现时，请把请求编号告诉系统管理员。",
        ),
        Page(
            503,
            "系统暂时不可用",
            "数据库暂时没有响应，本次操作没有保存。",
            "请一分钟后重试；已经保存的内容不会丢失。",
        ),
    )
}


def render(request: HttpRequest, status: int, **more) -> HttpResponse:
    """Return the error page of a status. It uses neither session nor database."""
    context = {"page": PAGES[status], "number": getattr(request, "number", "-"), **more}
    return HttpResponse(render_to_string("error.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, 403, reason=str(exception))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, 403, reason="页面已过期，请刷新后重新提交。")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, 404)


def conflict(request: HttpRequest, error: ConflictError) -> HttpResponse:
    return render(request, 409, reason=str(error), typed=error.typed, address=error.address)


def too_large(request: HttpRequest) -> HttpResponse:
    return render(request, 413)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    response = render(request, 503)
    response["Retry-After"] = "60"
    return response
