"""A demolition case from service to archive: studied, answered, lost, appealed, performed."""

import pytest
from django.urls import reverse

from casework.chain import chain
from litigation.models import ActKind, CauseOfLoss, Defect, DisputeField, Proceeding, Seat
from people.roles import Role
from tests.factories.people import DepartmentFactory, StaffMemberFactory

pytestmark = pytest.mark.django_db

NEW = reverse("litigation:new-lawsuit")


@pytest.fixture
def office(client_as):
    return client_as(Role.LEGAL_OFFICE)


@pytest.fixture
def department(db):
    return DepartmentFactory(name="综合行政执法队")


def intake(department, **changes):
    return {
        "came": "first:receive",
        "on": "2025-03-03",
        "filed_on": "2025-02-26",
        "party_name": "张某",
        "party_kind": "natural_person",
        "identity_number": "330302198001010000",
        "title": "强制拆除房屋行为违法",
        "court": "温州市鹿城区人民法院",
        "court_number": "(2025)浙0302行初 107号",
        "role": "defendant",
        "act": "2025年1月10日强制拆除房屋的行为",
        "act_kind": ActKind.objects.get(name="违建拆除").pk,
        "field": DisputeField.objects.get(name="违建拆除").pk,
        "claims": "确认强制拆除行为违法。",
        "department": department.pk,
        **changes,
    }


class Teller:
    """Tells the story through the pages, as somebody of 法制办."""

    def __init__(self, client):
        self.client = client

    def sends(self, name, *args, **answers):
        answer = self.client.post(reverse(f"litigation:{name}", args=args), answers)
        errors = [form.errors for form in answer.context["forms"]] if answer.context else []
        assert answer.status_code == 302, answer.context["form"].errors or errors
        return answer

    def moves(self, case, move, on, **answers):
        self.sends("move-proceeding", case.pk, move, on=on, **answers)
        case.refresh_from_db()

    def hears(self, case, on, *, state, came=(), named=(), row=None):
        seats = {}
        for kind in ("head", "staff", "lawyer"):
            seats[f"{kind}-name"] = f"{kind}某" if kind in came or kind in named else ""
            if state == "held":
                seats[f"{kind}-attended"] = "yes" if kind in came else "no"
        if state == "held" and "head" not in came:
            seats["head-absence"] = "none"
        page = ("edit-hearing", case.pk, row) if row else ("new-hearing", case.pk)
        seen = ""
        if row:
            shown = self.client.get(reverse(f"litigation:{page[0]}", args=page[1:]))
            seen = shown.context["form"]["seen"].value()
        self.sends(*page, on=on, state=state, seen=seen, **seats)


def test_a_demolition_case_from_service_to_archive_in_two_instances(office, department):
    teller = Teller(office)
    leader = StaffMemberFactory(name="胡某", department=department)
    assert office.post(NEW, intake(department)).status_code == 302
    first = Proceeding.objects.get()
    assert first.court_number == "（2025）浙0302行初107号"

    teller.sends(
        "new-meeting",
        first.pk,
        kind="study",
        on="2025-03-05",
        chair=leader.pk,
        risk="high",
        facts="拆除前没有认定",
    )
    first.refresh_from_db()
    assert (first.matter.stage, first.risk) == ("answering", "high")

    teller.moves(first, "answer", "2025-03-17", way="direct")
    assert first.matter.deadlines.get(code="answer").met_on.isoformat() == "2025-03-17"

    teller.sends(
        "new-case-mediation",
        first.pk,
        title="安置补偿",
        department=department.pk,
        phase="during",
        leader=leader.pk,
        begun_on="2025-03-20",
        result="failed",
        ended_on="2025-04-02",
        agreement="差额过大，原告不同意。",
    )
    mediation = first.matter.mediations.get()
    teller.sends("new-round", mediation.pk, on="2025-03-25", content="面谈一次")

    teller.hears(first, "2025-04-15", state="fixed", named=("staff", "lawyer"))
    hearing = first.hearings.get()
    assert hearing.empty_seats == ["负责人"]
    teller.hears(first, "2025-04-15", state="held", came=("staff", "lawyer"), row=hearing.pk)
    assert Seat.objects.get(hearing=hearing, kind="head").absence == "none"

    causes = CauseOfLoss.objects.filter(name__in=["缺少认定环节", "未进行证据提存"])
    teller.moves(
        first,
        "judgment",
        "2025-05-06",
        outcome="J07",
        causes=[cause.pk for cause in causes],
        responsible=department.pk,
    )
    teller.moves(first, "judgment_served", "2025-05-08", party="张某")
    assert {
        (due.code, due.party, str(due.due_on))
        for due in first.matter.deadlines.filter(met_on=None, code__contains="appeal")
    } == {("our_appeal", "", "2025-05-21"), ("appeal", "张某", "2025-05-23")}
    teller.moves(first, "appeal", "2025-05-20")

    office.post(
        NEW,
        intake(
            department,
            came="second:file_appeal",
            on="2025-05-20",
            filed_on="2025-05-28",
            earlier="（2025）浙0302行初107号",
            court="温州市中级人民法院",
            court_number="（2025）浙03行终290号",
            title="强制拆除房屋行为违法（二审）",
        ),
    )
    second = Proceeding.objects.get(instance="second")
    assert second.parties.get().party == first.parties.get().party
    teller.sends(
        "new-meeting", second.pk, kind="study", on="2025-05-22", chair=leader.pk, risk="high"
    )
    teller.hears(second, "2025-07-01", state="held", came=("head", "staff", "lawyer"))
    teller.moves(
        second,
        "second_judgment",
        "2025-08-05",
        outcome="A01",
        lost="yes",
        causes=[causes[0].pk],
        responsible=department.pk,
    )

    teller.moves(first, "appeal_closed", "2025-08-05", result="维持原判")
    teller.moves(first, "oblige", "2025-08-06", party="重新处理补偿", by="2025-10-05")
    teller.moves(first, "perform", "2025-09-30", party="重新处理补偿", proof="补偿决定")
    for case in (first, second):
        teller.moves(
            case,
            "archive",
            "2025-10-10",
            archive_number=f"2025-{case.pk}",
            papers=["complaint", "answer", "verdict"],
            kept_for="30",
        )
    assert (first.matter.stage, first.matter.outcome) == ("archived", "J07")
    assert Defect.objects.filter(matter=first.matter).count() == 2
    assert office.get(reverse("litigation:evidence", args=[first.pk])).status_code == 200

    tree = chain(second.matter, office.user, second.matter.received_on)
    assert [(node.depth, node.matter.number, node.is_here) for node in tree] == [
        (0, first.matter.number, False),
        (1, second.matter.number, True),
    ]
    page = office.get(first.get_absolute_url())
    assert 'id="chain"' in page.text
    assert second.matter.number in page.text
