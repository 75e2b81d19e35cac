"""The demonstration: an office with people of every role and requests at every stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import Group
from django.db import transaction

from casework import process
from disclosure.forms import RequestForm
from disclosure.models import DisclosureRequest
from legalreview import opinions
from legalreview.forms import ContractForm, ReviewForm
from legalreview.models import CounselService, Review, ReviewKind
from litigation import cases
from litigation.forms.intake import ProceedingForm
from litigation.models import (
    ActKind,
    CauseOfLoss,
    Communication,
    Defect,
    DisputeField,
    EvidenceItem,
    Hearing,
    HearingState,
    Mediation,
    Meeting,
    Proceeding,
    Seat,
    SeatKind,
)
from people.models import (
    Charge,
    CounselEngagement,
    Department,
    LegalCounsel,
    StaffMember,
    User,
)
from people.roles import Role
from timelimits.calendar import current_calendar

ITEM = opinions.Item("违约责任条款不明确", "《民法典》第五百七十七条", "补充违约金的计算方法和上限")
GRAVE_ITEM = opinions.Item(
    "缺少违法建筑认定", "《行政处罚法》第四十条", "取得规划部门认定意见后再实施", is_grave=True
)
PASSWORD = "Nanhui-2026"  # noqa: S105 - of the demonstration only, which DEBUG alone may load

DEPARTMENTS = (
    ("党工委、办事处领导", "领导"),
    ("党政办公室", "党政办"),
    ("综合行政执法队", "执法队"),
    ("征收拆迁办公室", "征收办"),
    ("社会事务办公室", "社事办"),
    ("城市建设管理办公室", "城建办"),
    ("财政管理所", "财政所"),
    ("便民服务中心", "便民中心"),
)


@dataclass(frozen=True)
class Account:
    """An account of the demonstration, and who holds it."""

    username: str
    name: str
    department: str
    post: str
    roles: tuple[Role, ...]


ACCOUNTS = (
    Account("fazhi", "林某1", "党政办公室", "法治联络员", (Role.LEGAL_OFFICE,)),
    Account("fazhi2", "叶某1", "党政办公室", "党政办副主任", (Role.LEGAL_OFFICE,)),
    Account("zhengshou", "王某1", "征收拆迁办公室", "科员", (Role.OFFICER,)),
    Account("zhifa", "郑某1", "综合行政执法队", "科员", (Role.OFFICER,)),
    Account("kezhang", "谢某1", "征收拆迁办公室", "主任", (Role.DEPARTMENT_HEAD,)),
    Account("fenguan", "胡某1", "党工委、办事处领导", "办事处副主任", (Role.DEPUTY_LEADER,)),
    Account("zhuren", "朱某1", "党工委、办事处领导", "办事处主任", (Role.LEADER,)),
    Account("guanli", "陈某1", "党政办公室", "系统管理员", (Role.ADMINISTRATOR,)),
    Account("shenji", "周某1", "财政管理所", "审计员", (Role.AUDITOR,)),
)
COUNSEL = Account("guwen", "周律师", "浙江甲律师事务所", "", (Role.COUNSEL,))


def is_loaded() -> bool:
    """Say whether the demonstration is there already."""
    return User.objects.filter(username=ACCOUNTS[0].username).exists()


@transaction.atomic
def load(today: date) -> None:
    """Put the demonstration into an empty portal."""
    load_people(today)
    Requests(today).load()
    Proceedings(today).load()
    Reviews(today).load()


def load_people(today: date) -> None:
    """Put departments, staff of every role, and a lawyer into an empty portal."""
    departments = {
        name: Department.objects.create(name=name, short_name=short, position=i)
        for i, (name, short) in enumerate(DEPARTMENTS, start=1)
    }
    for account in ACCOUNTS:
        member = StaffMember.objects.create(
            name=account.name,
            department=departments[account.department],
            post=account.post,
            is_liaison=account.username == "fazhi",
        )
        open_account(account, staff_member=member)
    lawyer = LegalCounsel.objects.create(
        name=COUNSEL.name, firm=COUNSEL.department, licence_number="13303201010000000"
    )
    CounselEngagement.objects.create(counsel=lawyer, since=date(today.year, 1, 1))
    open_account(COUNSEL, counsel=lawyer)
    leader = StaffMember.objects.get(account__username="fenguan")
    for name in ("征收拆迁办公室", "综合行政执法队", "党政办公室"):
        Charge.objects.create(
            leader=leader, department=departments[name], since=date(today.year, 1, 1)
        )


def open_account(account: Account, **owner) -> None:
    user = User.objects.create_user(
        account.username, password=PASSWORD, must_change_password=False, **owner
    )
    user.groups.set(Group.objects.filter(name__in=account.roles))


class Requests:
    """Requests for information that came in so many working days ago, each at another stage."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.calendar = current_calendar()
        self.office = User.objects.get(username="fazhi")
        self.second = User.objects.get(username="fazhi2")
        self.officer = User.objects.get(username="zhengshou")
        self.department = Department.objects.get(name="征收拆迁办公室")

    def workdays_ago(self, count: int) -> date:
        day = self.today
        while count:
            day -= timedelta(days=1)
            count -= self.calendar.is_workday(day)
        return day

    def load(self) -> None:
        self.new(18, "张某2", "房屋征收补偿方案及分户补偿情况", "post_signed")
        late = self.new(23, "吴某2", "旧城改造项目审批文件", "in_person")
        self.move(late, 21, "consult", party="李某2", consulted="third_party")
        self.move(late, 14, "opinion", party="李某2", opinion="refuse", reasons="涉及家庭住址")
        asked = self.new(
            5, "某置业有限公司", "划龙桥地块拆除现场执法记录", "post_signed", "business"
        )
        correct_by = (self.today + timedelta(days=14)).isoformat()
        self.move(
            asked, 2, "ask_correction", items="请明确拆除的时间和地点。", correct_by=correct_by
        )
        waiting = self.new(9, "朱某2", "安置房选房结果", "in_person")
        self.move(
            waiting,
            4,
            "consult",
            party="安置户代表",
            consulted="third_party",
            letter_received_on=self.workdays_ago(3).isoformat(),
        )
        drafted = self.new(12, "陈某2", "过渡费发放标准", "in_person")
        self.move(
            drafted,
            1,
            "draft",
            by=self.officer,
            result="1",
            content="《过渡费发放标准》复印件一份，随本答复书提供。",
        )
        self.new(0, "黄某2", "违法建筑认定依据", "internet")
        done = self.new(30, "徐某2", "某某路道路改造工程合同", "in_person")
        self.move(
            done, 16, "draft", by=self.officer, result="2", content="合同价款以外的内容公开。"
        )
        self.move(done, 15, "approve", by=self.second)
        self.move(done, 14, "reply", result="2", way="post", tracking="1234567890123")

    def new(
        self, ago: int, applicant: str, title: str, channel: str, kind: str = "natural_person"
    ) -> DisclosureRequest:
        form = RequestForm(
            {
                "channel": channel,
                "on": self.workdays_ago(ago).isoformat(),
                "applicant": applicant,
                "applicant_kind": kind,
                "representative": "" if kind == "natural_person" else "孙某2",
                "identity_number": "330302198001010000",
                "phone": f"1380577{1000 + ago:04d}",
                "address": "浙江省温州市鹿城区南汇街道某路1号",
                "title": title,
                "content": f"申请公开：{title}。",
                "wanted_form": "paper",
                "department": self.department.pk,
                "handler": self.officer.staff_member_id,
            }
        )
        if not form.is_valid():
            raise ValueError(form.errors.as_text())
        return form.open(by=self.office, today=self.today)

    def move(self, request: DisclosureRequest, ago: int, code: str, *, by=None, **detail) -> None:
        process.record(
            request.matter,
            code,
            on=self.workdays_ago(ago),
            by=by or self.office,
            today=self.today,
            detail=detail,
        )


class Proceedings:
    """Suits and reconsiderations at several stages, two of them one dispute."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.office = User.objects.get(username="fazhi")
        self.officer = User.objects.get(username="zhifa")
        self.leader = User.objects.get(username="fenguan").staff_member
        self.department = Department.objects.get(name="综合行政执法队")
        self.counsel = LegalCounsel.objects.get()

    def ago(self, count: int) -> date:
        return self.today - timedelta(days=count)

    def load(self) -> None:
        self.lost_and_appealed()
        self.to_be_heard()
        self.new("行政处罚决定", "某餐饮有限公司", 3, act="行政处罚", kind="organisation")
        self.new("房屋安置结算款支付", "李某3", 12, act="结算支付")
        self.reconsideration()
        Mediation.objects.create(
            title="某小区外立面改造噪声争议",
            department=self.department,
            phase="before",
            leader=self.leader,
            begun_on=self.ago(20),
            plan="由社区和执法队共同约谈施工单位，限定作业时间。",
        )
        Defect.objects.create(
            cause=CauseOfLoss.objects.get(name="未进行证据提存"),
            department=self.department,
            found_on=self.ago(40),
            description="自查发现两件拆除案卷缺少现场物品清单。",
            cure="拆除前逐件清点并由公证人员在场。",
            due_on=self.ago(-20),
        )

    def lost_and_appealed(self) -> None:
        first = self.new("强制拆除房屋行为违法", "张某3", 200, act="违建拆除", number="1021")
        self.study(first, 195, "high")
        self.move(first, 188, "answer", way="post", tracking="1234567890123")
        self.hear(first, 150, came=("staff", "lawyer"))
        self.decide(
            first, 100, "judgment", causes=("缺少认定环节", "未进行证据提存"), outcome="J07"
        )
        self.move(first, 99, "judgment_served", party="张某3")
        self.move(first, 88, "appeal")
        second = self.new(
            "强制拆除房屋行为违法（二审）",
            "张某3",
            88,
            act="违建拆除",
            came="second:file_appeal",
            earlier=first.matter.number,
            court="温州市中级人民法院",
        )
        self.study(second, 80, "high")
        self.hear(second, -6, named=("staff", "lawyer"))

    def to_be_heard(self) -> None:
        case = self.new("责令限期拆除决定", "王某3", 40, act="违建拆除", number="1044")
        self.study(case, 37, "raised")
        self.move(case, 28, "answer", way="direct")
        self.hear(case, -3, named=("head", "staff", "lawyer"))
        Mediation.objects.create(
            matter=case.matter,
            title=case.matter.title,
            department=self.department,
            leader=self.leader,
            begun_on=self.ago(15),
            plan="自行拆除，给予一个月搬迁时间。",
        )
        Communication.objects.create(
            proceeding=case,
            on=self.ago(10),
            counterpart_kind="court",
            counterpart="行政庭承办法官",
            content="沟通调解意向，法官同意延期一周开庭。",
        )
        for position, (name, purpose) in enumerate(
            (
                ("责令限期拆除决定书及送达回证", "决定已经依法送达"),
                ("现场勘查笔录、照片", "建筑物未取得规划许可"),
                ("认定函", "主管部门认定为违法建筑"),
            ),
            start=1,
        ):
            EvidenceItem.objects.create(
                proceeding=case, position=position, name=name, purpose=purpose, source="执法卷宗"
            )

    def reconsideration(self) -> None:
        request = DisclosureRequest.objects.filter(matter__outcome="2").first()
        self.new(
            "不服政府信息公开答复",
            "徐某2",
            6,
            act="信息公开",
            came="reconsideration:receive_summary",
            earlier=request.matter.number if request else "",
            court="鹿城区人民政府",
        )

    def new(
        self,
        title: str,
        plaintiff: str,
        ago: int,
        *,
        act: str,
        came: str = "first:receive",
        kind: str = "natural_person",
        number: str = "",
        earlier: str = "",
        court: str = "温州市鹿城区人民法院",
    ) -> Proceeding:
        is_review = came.startswith("reconsideration")
        received = self.ago(ago)
        field = DisputeField.objects.filter(name=act).first()
        form = ProceedingForm(
            {
                "came": came,
                "on": received.isoformat(),
                "earlier": earlier,
                "party_name": plaintiff,
                "party_kind": kind,
                "representative": "" if kind == "natural_person" else "孙某3",
                "identity_number": f"33030219800101{1000 + ago:04d}",
                "phone": f"1390577{2000 + ago:04d}",
                "title": title,
                "court": court,
                "court_number": f"（{received.year}）浙0302行初{number}号" if number else "",
                "role": "respondent" if is_review else "defendant",
                "act": title,
                "act_kind": ActKind.objects.get(name=act).pk,
                "field": (field or DisputeField.objects.get(name="行政执法")).pk,
                "claims": "1.确认被诉行为违法；2.诉讼费用由被告承担。",
                "leader": self.leader.pk,
                "counsel": self.counsel.pk,
                "department": self.department.pk,
                "handler": self.officer.staff_member_id,
            },
            kind="reconsideration" if is_review else "lawsuit",
            user=self.office,
            today=self.today,
        )
        if not form.is_valid():
            raise ValueError(form.errors.as_text())
        return form.open(by=self.office, today=self.today)

    def study(self, case: Proceeding, ago: int, risk: str) -> None:
        meeting = Meeting(
            proceeding=case,
            on=self.ago(ago),
            chair=self.leader,
            participants="法制办、执法队、周律师",
            facts="拆除前已经现场勘查。",
            evidence="缺少主管部门的认定意见。",
            procedure="催告和决定送达齐全。",
            risk=risk,
        )
        cases.hold(meeting, by=self.office, today=self.today)

    def hear(
        self,
        case: Proceeding,
        ago: int,
        *,
        named: tuple[str, ...] = (),
        came: tuple[str, ...] = (),
    ) -> None:
        hearing = Hearing.objects.create(
            proceeding=case,
            on=self.ago(ago),
            place="第三法庭",
            state=HearingState.HELD if came else HearingState.FIXED,
        )
        names = {"head": self.leader.name, "staff": "郑某1", "lawyer": self.counsel.name}
        for kind in SeatKind.values:
            Seat.objects.create(
                hearing=hearing,
                kind=kind,
                name=names[kind] if kind in named + came else "",
                attended=kind in came if came else None,
                absence="none" if came and kind not in came else "",
            )

    def move(self, case: Proceeding, ago: int, code: str, **detail) -> None:
        process.record(
            case.matter, code, on=self.ago(ago), by=self.office, today=self.today, detail=detail
        )

    def decide(
        self, case: Proceeding, ago: int, code: str, *, causes: tuple[str, ...], **detail
    ) -> None:
        cases.decide(
            case.matter,
            code,
            on=self.ago(ago),
            by=self.office,
            today=self.today,
            detail=detail,
            causes=CauseOfLoss.objects.filter(name__in=causes),
        )


class Reviews:
    """Contracts, documents and acts under review, each at another stage."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.calendar = current_calendar()
        self.accounts = {user.username: user for user in User.objects.all()}
        self.lawyer = self.accounts["guwen"].counsel

    def workdays_ago(self, count: int) -> date:
        day = self.today
        while count:
            day -= timedelta(days=1)
            count -= self.calendar.is_workday(day)
        return day

    def load(self) -> None:
        self.new(1, "合同", "某某路路灯维护合同", amount="18.6万")
        self.accept(self.new(3, "安置协议", "划龙桥地块产权调换协议", party="夏某2"), 3)
        answered = self.issued(12, "合同", "老旧小区改造监理合同", amount="45.2万")
        self.answer(answered, 8)
        self.issued(9, "信访答复", "违法建筑举报答复", party="")
        act = self.issued(20, "重大行政行为", "划龙桥地块违法建筑拆除", party="", item=GRAVE_ITEM)
        self.answer(act, 15)
        self.move(
            act,
            12,
            "meet",
            street="办事处、征收办、执法队",
            district="区综合执法局",
            conclusion="go",
            summary="完善认定和催告手续后依法实施。",
        )
        self.contract()
        CounselService.objects.create(
            counsel=self.lawyer,
            on=self.workdays_ago(6),
            sort="sitting_in",
            subject="列席征收补偿方案研判会",
        )

    def contract(self) -> None:
        """A contract that was found lawful and signed, with a payment that is due soon."""
        review = self.new(16, "合同", "安置小区物业服务合同", amount="125000")
        self.accept(review, 16)
        self.advise(review, 14, "lawful", [])
        self.move(review, 11, "sign", by="zhengshou")
        form = ContractForm(
            {
                "title": review.matter.title,
                "counterparty": review.counterparty,
                "amount": "125000",
                "subject": "物业服务一年，按季付款。",
            },
            review=review,
        )
        form.full_clean()
        contract = form.open(by=self.accounts["zhengshou"], today=self.today)
        process.record(
            contract.matter,
            "owe",
            on=self.workdays_ago(11),
            by=self.accounts["zhengshou"],
            today=self.today,
            detail={
                "party": "第一季度物业费",
                "sort": "payment",
                "side": "ours",
                "due_by": (self.today + timedelta(days=3)).isoformat(),
                "amount": "31250.00",
            },
        )

    def new(
        self, ago: int, kind: str, title: str, *, amount: str = "", party: str = "某某建设有限公司"
    ) -> Review:
        found, officer = ReviewKind.objects.get(name=kind), self.accounts["zhengshou"]
        form = ReviewForm(
            {
                "kind": found.pk,
                "title": title,
                "on": self.workdays_ago(ago).isoformat(),
                "department": officer.department.pk,
                "handler": officer.staff_member_id,
                "counterparty": party,
                "amount": amount,
                "materials": found.material_list,
            },
            user=officer,
        )
        if not form.is_valid():
            raise ValueError(form.errors.as_text())
        return form.open(by=officer, today=self.today)

    def accept(self, review: Review, ago: int) -> None:
        self.move(review, ago, "accept")
        process.assign_counsel(
            review.matter, self.lawyer, by=self.accounts["fazhi"], on=self.workdays_ago(0)
        )

    def issued(self, ago: int, kind: str, title: str, *, item=None, **more) -> Review:
        review = self.new(ago, kind, title, **more)
        self.accept(review, ago)
        self.advise(review, ago - 3, "amend", [item or ITEM])
        return review

    def advise(self, review: Review, ago: int, conclusion: str, items: list[opinions.Item]) -> None:
        detail = {"conclusion": conclusion}
        who = {"sort": "counsel", "reviewer": self.lawyer.name}
        opinions.give(review, self.made(ago, "guwen"), items, detail=detail | who)
        opinions.consolidate(review, self.made(ago, "fazhi"), items, detail=detail)
        opinions.issue(review, self.made(ago, "fazhi2"), detail={})
        review.matter.refresh_from_db()

    def answer(self, review: Review, ago: int) -> None:
        answers = [opinions.Answer(item, "adopted") for item in review.issued_items()]
        opinions.answer(review, self.made(ago, "zhengshou"), answers)
        review.matter.refresh_from_db()

    def made(self, ago: int, account: str) -> opinions.Made:
        return opinions.Made(on=self.workdays_ago(ago), by=self.accounts[account], today=self.today)

    def move(self, review: Review, ago: int, code: str, *, by: str = "fazhi", **detail) -> None:
        told = opinions.told(review, review.matter.workflow.move(code), detail)
        self.made(ago, by).record(review, code, {**detail, **told})
        review.matter.refresh_from_db()
