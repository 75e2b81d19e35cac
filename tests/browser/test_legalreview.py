"""A contract under review in the browser: department, 法制办, lawyer on a phone, leader."""

from playwright.sync_api import expect

from legalreview.models import Contract, Review
from tests.browser.test_disclosure import letter, make, workdays_ago


def fill(page, **answers):
    for name, value in answers.items():
        page.locator(f"[name={name}]").fill(value)


def seen(page, address):
    """Say whether a person sees the page of a review."""
    return page.goto(address).status == 200


def submit(officer, draft):
    """Submit a contract with its draft and one of its materials; return its address."""
    officer.get_by_role("link", name="送审", exact=True).click()
    officer.locator("[name=kind]").select_option(label="合同")
    officer.get_by_label("合同（协议）送审稿").check()
    fill(officer, title="安置小区物业服务合同", counterparty="某某物业有限公司", amount="12.5万")
    fill(officer, on=workdays_ago(6))
    officer.locator("[name=file]").set_input_files(str(draft))
    officer.get_by_role("button", name="送审", exact=True).click()
    expect(officer.locator("dl.facts")).to_contain_text("125 000.00 元")
    expect(officer.locator("dl.facts")).to_contain_text("还缺：相对方主体资格材料")
    return officer.url


def accept(office, address):
    """Accept what was submitted and entrust it to the lawyer."""
    office.goto(address)
    office.get_by_role("link", name="受理", exact=True).click()
    office.locator("[name=on]").fill(workdays_ago(5))
    office.locator("[name=on]").dispatch_event("change")
    expect(office.locator("form.form .preview").first).to_contain_text("审查期限")
    office.get_by_label("周律师").check()
    office.wait_for_load_state("networkidle")
    office.locator("form.form").get_by_role("button", name="受理").click()


def advise(counsel, address):
    """Give three pieces of advice on a phone, the last of them grave."""
    assert seen(counsel, address)
    counsel.get_by_role("link", name="提出审查意见").click()
    fill(counsel, on=workdays_ago(4))
    counsel.locator("[name=conclusion]").select_option("amend")
    counsel.locator("[name=items-0-problem]").fill("付款条件与验收衔接不清")
    counsel.locator("[name=items-1-problem]").fill("没有约定解除条件")
    counsel.get_by_role("button", name="再加一条").click()
    counsel.locator("[name=items-2-problem]").fill("缺少授权委托手续")
    counsel.locator("[name=items-2-is_grave]").check()
    counsel.get_by_role("button", name="提出审查意见").click()
    expect(counsel.locator("#opinions li")).to_have_count(3)
    assert counsel.evaluate("document.documentElement.scrollWidth") <= 390


def consolidate(office, address):
    """Make one opinion of the advice; whoever did may not issue it."""
    office.goto(address)
    office.get_by_role("link", name="汇总审查意见").click()
    expect(office.locator("[name=items-2-problem]")).to_have_value("缺少授权委托手续")
    fill(office, on=workdays_ago(3))
    office.locator("[name=conclusion]").select_option("amend")
    office.get_by_role("button", name="汇总审查意见").click()
    expect(office.get_by_role("navigation", name="办理")).not_to_contain_text("签发审查意见书")


def answer(officer, address):
    """Follow all advice but the grave piece, which is followed in part."""
    officer.goto(address)
    officer.get_by_role("link", name="反馈采纳情况").click()
    fill(officer, on=workdays_ago(2))
    for field in officer.locator("select[name^=choice_]").all():
        field.select_option("adopted")
    officer.locator("select[name^=choice_]").last.select_option("partly")
    officer.locator("textarea[name^=reason_]").last.fill("签订后三日内补办")
    officer.get_by_role("button", name="反馈采纳情况").click()


def perform(officer):
    """Take the signed contract into the register of performance, with its first payment."""
    officer.get_by_role("link", name="转入合同履行").click()
    fill(officer, subject="物业服务一年")
    officer.get_by_role("button", name="登记", exact=True).click()
    make(
        officer,
        "登记付款或者义务",
        on=workdays_ago(1),
        party="首期款",
        sort="payment",
        side="ours",
        due_by="2099-01-04",
        amount="3万",
    )
    expect(officer.locator("#deadlines")).to_contain_text("合同履行期限（首期款）")
    expect(officer.locator("#timeline")).to_contain_text("30 000.00 元")


def test_a_contract_goes_from_submission_to_performance(sign_in, tmp_path):
    draft = tmp_path / "合同.txt"
    draft.write_text("第一条 服务内容\n第二条 付款", encoding="utf-8")
    officer, office = sign_in("zhengshou"), sign_in("fazhi")
    counsel = sign_in("guwen", 390, 844)
    address = submit(officer, draft)
    office.goto(address)
    make(office, "退回补正", on=workdays_ago(6), missing="相对方营业执照")
    assert "相对方营业执照" in letter(office, "一次性补正清单")
    officer.goto(address)
    make(officer, "补正、修改后再送审", on=workdays_ago(5), changes="已补执照")
    make(officer, "登记签订（先行签订）", on=workdays_ago(5))
    expect(officer.get_by_role("alert")).to_contain_text("须由领导批准并记录理由")
    assert not seen(counsel, address)

    accept(office, address)
    advise(counsel, address)
    consolidate(office, address)
    second = sign_in("fazhi2")
    second.goto(address)
    make(second, "签发审查意见书", on=workdays_ago(3))
    opinion = letter(second, "审查意见书")
    assert ("缺少授权委托手续" in opinion, "合同.txt" in opinion) == (True, True)

    answer(officer, address)
    leader = sign_in("fenguan")
    leader.goto(address)
    make(leader, "分管领导决定", on=workdays_ago(1), decision="accept", reasons="同意")
    officer.goto(address)
    make(officer, "登记签订", on=workdays_ago(1))
    expect(officer.locator(".steps .done").last).to_have_text("已签订")
    perform(officer)

    review = Review.objects.get()
    assert (review.matter.stage, Contract.objects.get().review) == ("signed", review)
    assert not seen(sign_in("zhifa"), address)


def test_two_versions_of_a_draft_are_compared(sign_in, tmp_path):
    old, new = tmp_path / "合同.txt", tmp_path / "合同二稿.txt"
    old.write_text("第一条\n第二条 预付百分之五十", encoding="utf-8")
    new.write_text("第一条\n第二条 预付百分之三十", encoding="utf-8")
    page = sign_in("zhengshou")
    page.goto("/legalreview/reviews/new/")
    page.locator("[name=kind]").select_option(label="其他")
    fill(page, title="采购方案", on=workdays_ago(1))
    page.locator("[name=file]").set_input_files(str(old))
    page.get_by_role("button", name="送审", exact=True).click()
    page.get_by_role("link", name="替换 合同.txt").click()
    page.locator("[name=file]").set_input_files(str(new))
    page.get_by_role("button", name="上传新版本").click()
    page.locator("#documents").get_by_role("link", name="比较").click()

    expect(page.locator("del")).to_contain_text("预付百分之五十")
    expect(page.locator("ins")).to_contain_text("预付百分之三十")
