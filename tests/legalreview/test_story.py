"""Two stories told through the pages: a contract to its signature, a demolition to the suit."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from casework.models import Document, Matter
from legalreview.models import Contract, Review, ReviewKind
from people.roles import Role
from tests.factories.legalreview import counsel_in_term
from tests.factories.people import (
    ChargeFactory,
    DepartmentFactory,
    StaffMemberFactory,
)

TXT = "合同草案第一条\n合同草案第二条\n".encode()


@pytest.fixture
def people(client_as):
    """The browsers of everybody in the two stories, the department's staff in one department."""
    department = DepartmentFactory(name="城市建设管理办公室")
    officer, head = (
        client_as(role, staff_member=StaffMemberFactory(department=department))
        for role in (Role.OFFICER, Role.DEPARTMENT_HEAD)
    )
    leader = client_as(Role.DEPUTY_LEADER)
    ChargeFactory(leader=leader.user.staff_member, department=department)
    return {
        "department": department,
        "officer": officer,
        "head": head,
        "leader": leader,
        "office": client_as(Role.LEGAL_OFFICE),
        "second": client_as(Role.LEGAL_OFFICE),
        "counsel": client_as(Role.COUNSEL, counsel=counsel_in_term(name="周律师")),
        "stranger": client_as(Role.OFFICER),
    }


def day(ago=0):
    return (timezone.localdate() - timedelta(days=ago)).isoformat()


def submit(client, kind, **more):
    """Send something for review; return it."""
    client.post(
        reverse("legalreview:new-review"),
        {
            "kind": ReviewKind.objects.get(name=kind).pk,
            "title": "老旧小区改造监理合同",
            "on": day(9),
            "department": client.user.department.pk,
            "handler": client.user.staff_member_id,
            **more,
        },
    )
    return Review.objects.get()


def make(client, review, move, **answers):
    """Send the form of a move as its page does, and return the answer."""
    matter = Matter.objects.get(pk=review.pk)
    return client.post(
        f"{review.get_absolute_url()}move/{move}/",
        {"version": matter.version, "on": day(), **answers},
    )


def items(*problems, grave=()):
    """Return the fields of the items of an opinion."""
    fields = {"items-TOTAL_FORMS": len(problems), "items-INITIAL_FORMS": 0}
    for i, problem in enumerate(problems):
        fields |= {f"items-{i}-problem": problem, f"items-{i}-advice": "修改"}
        if i in grave:
            fields[f"items-{i}-is_grave"] = "on"
    return fields


def stage(review):
    return Matter.objects.get(pk=review.pk).stage_label


def seen_by(people, review):
    """Return who sees the page of a review."""
    roles = ("officer", "head", "leader", "office", "counsel", "stranger")
    address = review.get_absolute_url()
    return [role for role in roles if people[role].get(address).status_code == 200]


def errors(answer):
    return [error for errors in answer.context["form"].errors.values() for error in errors]


def test_a_contract_is_returned_reviewed_partly_followed_and_signed(people):
    officer, office, counsel = people["officer"], people["office"], people["counsel"]
    review = submit(
        officer,
        "合同",
        counterparty="温州甲物业服务有限公司",
        amount="12.5万",
        materials=["合同（协议）送审稿"],
        file=SimpleUploadedFile("合同.txt", TXT),
    )
    assert "125 000.00 元" in officer.get(review.get_absolute_url()).text
    assert seen_by(people, review) == ["officer", "head", "leader", "office"]

    make(office, review, "return", on=day(8), missing="相对方营业执照", complete_by=day(7))
    again = make(office, review, "return", on=day(8), missing="还有一项")
    assert stage(review) == "待补正"
    assert errors(again) == ["当前环节是“待补正”，不能办理“退回补正”。"]

    make(officer, review, "resubmit", on=day(7), changes="已补营业执照")
    early = make(officer, review, "sign_early")
    assert errors(early) == [
        "审查意见书出具之前不能登记签订；确需先行签订的，须由领导批准并记录理由。"
    ]
    refused = make(people["head"], review, "override", reasons="工期紧")
    assert (refused.status_code, stage(review)) == (403, "待受理")

    make(office, review, "accept", on=day(7), counsel=[counsel.user.counsel.pk])
    assert "counsel" in seen_by(people, review)
    advice = items("付款条件与验收衔接不清", "没有授权委托手续", grave=(1,))
    make(counsel, review, "opine", on=day(5), conclusion="amend", **advice)
    make(office, review, "consolidate", on=day(5), conclusion="amend", **advice)
    oneself = make(office, review, "issue", on=day(4))
    assert errors(oneself) == ["“汇总审查意见”由您本人办理，须由另一人办理“签发审查意见书”。"]
    make(people["second"], review, "issue", on=day(4))
    assert stage(review) == "待反馈采纳"

    draft = Document.objects.get(letter="")
    office.post(
        reverse("casework:replace-document", args=[draft.pk]),
        {"file": SimpleUploadedFile("合同.txt", TXT + "第三条\n".encode())},
    )
    issued = Review.objects.get().last("issue")
    assert draft.checksum[:8] in issued.detail["drafts"]

    answers = {}
    for item, choice in zip(review.issued_items(), ("adopted", "partly"), strict=True):
        answers |= {f"choice_{item.pk}": choice, f"reason_{item.pk}": ""}
    unexplained = make(officer, review, "adopt", on=day(3), **answers)
    assert errors(unexplained) == ["部分采纳和未采纳须说明理由。"]
    explained = {k: v or "委托手续随后补办" for k, v in answers.items()}
    assert make(people["stranger"], review, "adopt", on=day(3), **explained).status_code == 404
    assert make(office, review, "adopt", on=day(3), **explained).status_code == 403
    make(officer, review, "adopt", on=day(3), **explained)
    assert stage(review) == "待分管领导决定"

    make(people["leader"], review, "decide", on=day(2), decision="accept", reasons="同意")
    make(officer, review, "sign", on=day(1))
    assert stage(review) == "已签订"

    officer.post(
        reverse("legalreview:new-contract", args=[review.pk]),
        {
            "title": "老旧小区改造监理合同",
            "counterparty": "温州甲物业服务有限公司",
            "amount": "12.5万元",
            "subject": "监理服务",
        },
    )
    contract = Contract.objects.get()
    officer.post(
        f"{contract.get_absolute_url()}move/owe/",
        {
            "version": contract.matter.version,
            "on": day(1),
            "party": "首期款",
            "sort": "payment",
            "side": "ours",
            "due_by": (timezone.localdate() + timedelta(days=10)).isoformat(),
            "amount": "3万",
        },
    )
    page = officer.get(contract.get_absolute_url()).text
    assert "首期款" in page
    assert "30 000.00 元" in page
    assert f"南汇法审〔{timezone.localdate().year}〕1号" in issued.detail["number"]


def test_a_demolition_goes_its_four_steps_and_answers_for_itself_in_the_suit(people):
    officer, office, counsel = people["officer"], people["office"], people["counsel"]
    review = submit(officer, "重大行政行为", title="划龙桥地块违法建筑拆除")
    make(office, review, "accept", on=day(9), counsel=[counsel.user.counsel.pk])
    advice = items("缺少违法建筑认定", grave=(0,))
    make(counsel, review, "opine", on=day(8), conclusion="amend", **advice)
    make(office, review, "consolidate", on=day(8), conclusion="amend", **advice)
    make(people["second"], review, "issue", on=day(7))
    (item,) = Review.objects.get().issued_items()
    make(officer, review, "adopt", on=day(6), **{f"choice_{item.pk}": "adopted"})
    assert stage(review) == "待联席会议"

    told = {"street": "办事处、执法队", "district": "区综合执法局", "summary": "依法实施"}
    make(officer, review, "meet", on=day(5), conclusion="go", **told)
    assert stage(review) == "可以实施"
    unassessed = make(officer, review, "implement", on=day(4), lead="郑某")
    assert errors(unassessed) == [
        "本类事项须经风险评估，还没有登记，不能办理“开始实施”（见审查事项类别目录）。"
    ]
    make(officer, review, "assess", on=day(4), risk="medium", result="已制定预案")
    make(officer, review, "implement", on=day(4), lead="郑某")

    unproved = make(officer, review, "complete", on=day(3), result="已拆除")
    assert "程序清单还缺：违法事实（违法建筑）认定" in errors(unproved)[0]
    for code in re.findall(r"/steps/(\w+)/", officer.get(review.get_absolute_url()).text):
        officer.post(
            reverse("legalreview:act-step", args=[review.pk, code]),
            {"done_on": day(4), "evidence": "执法案卷第3页"},
        )
    make(officer, review, "complete", on=day(3), result="已拆除")
    assert stage(review) == "已办结"

    office.post(
        reverse("casework:new-link", args=[review.pk]),
        {"relation": "lawsuit", "outside_number": "（2026）浙0302行初1号"},
    )
    page = office.get(review.get_absolute_url()).text
    assert "（2026）浙0302行初1号" in page
    assert "已审查（修改后合法），意见全部采纳，联席会议：可以实施" in page


def test_a_leader_lets_a_contract_be_signed_early_and_the_record_says_so(people):
    officer = people["officer"]
    review = submit(officer, "合同", counterparty="温州甲物业服务有限公司")

    make(people["leader"], review, "override", on=day(8), reasons="防汛抢险")
    make(officer, review, "sign_early", on=day(8))

    assert stage(review) == "待受理"
    assert Review.objects.get().is_signed
    assert "批准先行签订" in people["office"].get(review.get_absolute_url()).text
