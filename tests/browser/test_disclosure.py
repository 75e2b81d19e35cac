"""A request for information in the browser, from registration to reply, by the proper roles."""

import zipfile
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from disclosure.models import DisclosureRequest
from timelimits.calendar import current_calendar


def workdays_ago(count: int) -> str:
    """Return a day so many working days before today, as a date field wants it."""
    day, calendar = timezone.localdate(), current_calendar()
    while count:
        day -= timedelta(days=1)
        count -= calendar.is_workday(day)
    return day.isoformat()


def make(page: Page, move: str, **answers: str) -> None:
    """Make a move on a matter's page: open its form, answer what it asks for, send it."""
    page.get_by_role("navigation", name="办理").get_by_role("link", name=move, exact=True).click()
    for name, value in answers.items():
        field = page.locator(f"[name={name}]")
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
            field.dispatch_event("change")
    page.locator("form.form").get_by_role("button", name=move).click()


def letter(page: Page, name: str) -> str:
    """Write a letter, download it, and return its text."""
    page.get_by_role("button", name=f"生成{name}").click()
    with page.expect_download() as download:
        page.locator("#documents").get_by_role("link", name=name).first.click()
    with zipfile.ZipFile(download.value.path()) as container:
        return container.read("word/document.xml").decode()


def test_a_request_goes_from_receipt_to_reply(sign_in):
    office = sign_in("fazhi")
    office.get_by_role("link", name="登记申请").click()
    office.get_by_label("申请方式").select_option("in_person")
    office.locator("[name=on]").fill(workdays_ago(9))
    office.locator("[name=on]").dispatch_event("change")
    expect(office.locator("form.form .preview").first).to_contain_text("答复期限")
    office.locator("[name=applicant]").fill("张某")
    office.locator("[name=phone]").fill("13800001234")
    office.locator("[name=title]").fill("房屋征收补偿方案")
    office.locator("[name=content]").fill("申请公开房屋征收补偿方案及分户情况。")
    office.locator("[name=department]").select_option(label="征收拆迁办公室")
    office.get_by_role("button", name="登记", exact=True).click()
    expect(office.get_by_role("heading", level=1)).to_have_text("房屋征收补偿方案")
    address = office.url

    make(
        office,
        "告知补正",
        on=workdays_ago(7),
        items="请明确地块名称。",
        correct_by=(timezone.localdate() + timedelta(days=10)).isoformat(),
    )
    expect(office.locator("#deadlines")).to_contain_text("中止")
    assert "请明确地块名称。" in letter(office, "补正告知书")

    make(office, "收到补正", on=workdays_ago(6))
    make(office, "征求意见", on=workdays_ago(5), party="李某", consulted="third_party")
    assert "征求第三方意见书" in letter(office, "征求第三方意见书")
    make(office, "收到意见", on=workdays_ago(3), opinion="refuse")
    approver = office_member(office, "胡某1")
    make(
        office, "延长答复期限", on=workdays_ago(2), days="10", approver=approver, reasons="卷宗较多"
    )
    assert "延长10个工作日" in letter(office, "延期答复告知书").replace("<w:t>", "")
    why = office.locator("#deadlines .deadline", has_text="答复期限").first
    why.get_by_text("为什么是").click()
    expect(why).to_contain_text("收到补正，次日起算20个工作日")
    expect(why).to_contain_text("延长10个工作日")

    officer = sign_in("zhengshou")
    officer.goto(address)
    make(officer, "提交答复稿", on=workdays_ago(1), result="3.4", content="第三方不同意公开。")
    expect(officer.get_by_role("navigation", name="办理")).to_have_count(0)

    leader = sign_in("fenguan")
    leader.goto(address)
    make(leader, "审签同意", on=workdays_ago(1))

    office.goto(address)
    make(
        office,
        "作出答复",
        on=timezone.localdate().isoformat(),
        result="3.4",
        way="post",
        tracking="1234567890123",
    )
    expect(office.locator(".steps .done").last).to_have_text("答复")
    reply = letter(office, "答复书")
    assert "应当先自收到本答复书之日起60日内向鹿城区人民政府申请行政复议" in reply
    assert "第三方不同意公开。" in reply

    request = DisclosureRequest.objects.get()
    assert (request.matter.stage, request.matter.outcome) == ("replied", "3.4")
    assert request.matter.documents.count() == 4


def office_member(page: Page, name: str) -> str:
    """Return the value under which a member of staff stands in the forms."""
    page.get_by_role("link", name="延长答复期限").click()
    option = page.locator("[name=approver] option", has_text=name)
    value = option.get_attribute("value")
    page.go_back()
    return value
