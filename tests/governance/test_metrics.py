"""Every figure of the registers, with a record just inside the span and one just outside."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from casework.metrics import Span, metrics
from casework.phrases import phrases
from governance.models.oversight import EnforcementItem
from people.models.staff import CertificateKind
from publicity.models import Audience
from tests.factories.casework import moved
from tests.factories.governance import open_penalty, open_petition
from tests.factories.people import (
    CertificateFactory,
    CounselEngagementFactory,
    StaffMemberFactory,
)
from tests.factories.registers import (
    ActivityFactory,
    BacklogFactory,
    ChannelCountFactory,
    DutyReportFactory,
    EnforcementFigureFactory,
    ExaminationFactory,
    HonourFactory,
    IndicatorFactory,
    InspectionFactory,
    MajorDecisionFactory,
    MeetingFactory,
    PlanItemFactory,
    PublicationChannelFactory,
    PublicationFactory,
    ReceptionFactory,
    RuleFactory,
    RuleReviewFactory,
    SatisfactionFactory,
    StudyActivityFactory,
    SuggestionFactory,
    VolunteerCountFactory,
    YearlyTaskFactory,
)

pytestmark = pytest.mark.django_db

SPAN = Span(date(2022, 1, 1), date(2022, 12, 31))
EDGES = (SPAN.first, SPAN.last)
OUTSIDE = (SPAN.first - timedelta(days=1), SPAN.last + timedelta(days=1))
FAR = date(2020, 1, 2)

ENFORCEMENT = {"kind": "enforcement"}
STUDY_KINDS = {
    "governance.study_activities": ("other", 1),
    "governance.study_persons": ("other", 12),
    "governance.central_group_study": ("central_group", 1),
    "governance.first_topic_study": ("first_topic", 1),
    "governance.collective_study": ("before_meeting", 1),
    "governance.trainings": ("lecture", 1),
    "governance.training_persons": ("certificate", 12),
    "governance.training_hours": ("training", 4),
    "governance.enforcement_trainings": ("enforcement", 1),
    "governance.enforcement_training_persons": ("certificate", 12),
    "governance.court_hearings_attended": ("court_hearing", 1),
    "governance.court_hearing_persons": ("court_hearing", 12),
    "governance.discussions": ("branch", 1),
    "governance.trained_of_expected": ("training", 12),
    "governance.expected_at_trainings": ("training", 20),
}
MEETING_KINDS = {
    "governance.meetings": ("other", 1),
    "governance.meetings_on_rule_of_law": ("joint", 1),
    "governance.items_on_rule_of_law": ("committee", 2),
    "governance.reports_heard": ("report", 1),
    "governance.rule_of_law_committee_meetings": ("rule_of_law_committee", 1),
    "governance.enforcement_meetings": ("enforcement", 1),
    "governance.court_meetings": ("court", 1),
}


def audience(*names):
    def make(on):
        for_whom = [Audience.objects.get(name=name) for name in names]
        ActivityFactory(on=on).audiences.set(for_whom)

    return make


def through_channel(kind):
    def make(on):
        PublicationFactory(on=on).channels.add(PublicationChannelFactory(kind=kind))

    return make


def petition(*course, source="visit"):
    """Return a maker of petitions received or moved along on a day."""

    def make(on):
        matter = open_petition(received_on=on, source=source).matter
        for move, detail in course:
            moved(matter, move, on, **detail)

    return make


ACCEPT = ("accept", {"how": "平台"})
REPLY = ("reply", {"result": "partly"})
SETTLE = ("settle", {"agreement": "签订协议"})
DROP = ("drop", {"reasons": "违法事实不成立"})


def penalty(*course):
    def make(on):
        matter = open_penalty(filed_on=on).matter
        for move, detail in course:
            moved(matter, move, on, **detail)

    return make


def made(factory, **changes):
    return lambda on: factory(on=on, **changes)


def dated(field, factory, **changes):
    """Return a maker of records that are old but for one day."""
    return lambda on: factory(**{"on": FAR, **changes, field: on})


ON_A_DAY = {
    **{
        key: (
            made(StudyActivityFactory, kind=kind, hours=4, expected=20),
            value,
        )
        for key, (kind, value) in STUDY_KINDS.items()
    },
    **{
        key: (made(MeetingFactory, kind=kind), value)
        for key, (kind, value) in MEETING_KINDS.items()
    },
    "governance.lectures_by_leaders": (
        made(StudyActivityFactory, speaker_level="section_head"),
        1,
    ),
    "governance.examination_expected": (made(ExaminationFactory), 95),
    "governance.examination_sat": (made(ExaminationFactory), 90),
    "governance.examination_passed": (made(ExaminationFactory), 88),
    "governance.examination_excellent": (made(ExaminationFactory), 45),
    "governance.appointment_examination_sat": (made(ExaminationFactory, kind="appointment"), 90),
    "governance.enforcement_examination_sat": (made(ExaminationFactory, **ENFORCEMENT), 90),
    "governance.enforcement_examination_passed": (made(ExaminationFactory, **ENFORCEMENT), 88),
    "governance.enforcement_examination_leaders": (
        made(ExaminationFactory, leaders=3, **ENFORCEMENT),
        3,
    ),
    "governance.meetings_chaired_by_principal": (
        made(MeetingFactory, chaired_by_principal=True),
        1,
    ),
    "governance.meetings_with_counsel": (made(MeetingFactory, counsel_sat_in=True), 1),
    "governance.meetings_with_judicial_office": (
        made(MeetingFactory, judicial_office_sat_in=True),
        1,
    ),
    "governance.rules_issued": (made(RuleFactory), 1),
    "governance.normative_documents_issued": (made(RuleFactory, kind="normative"), 1),
    "governance.normative_documents_filed": (
        lambda on: RuleFactory(on=on, kind="normative", filed_on=on),
        1,
    ),
    "governance.normative_documents_repealed": (
        dated("repealed_on", RuleFactory, kind="normative"),
        1,
    ),
    "governance.party_documents_issued": (made(RuleFactory, kind="party"), 1),
    "governance.office_documents_issued": (made(RuleFactory, kind="office"), 1),
    "governance.reception_days": (made(ReceptionFactory), 1),
    "governance.visitors_received": (made(ReceptionFactory, persons=4), 4),
    "governance.receptions_resolved": (made(ReceptionFactory, resolution="closed"), 1),
    "governance.backlog_cases_resolved": (dated("resolved_on", BacklogFactory), 1),
    "governance.petitions": (petition(), 1),
    "governance.petition_letters": (petition(source="letter"), 1),
    "governance.petitions_closed": (petition(SETTLE), 1),
    "governance.petitions_notified": (petition(ACCEPT), 1),
    "governance.petitions_notified_in_time": (petition(ACCEPT), 1),
    "governance.petitions_handled": (petition(ACCEPT, REPLY), 1),
    "governance.petitions_handled_in_time": (petition(ACCEPT, REPLY), 1),
    "governance.penalty_cases_filed": (penalty(), 1),
    "governance.penalty_cases_closed": (penalty(DROP), 1),
    "governance.suggestions": (made(SuggestionFactory), 1),
    "governance.suggestions_replied": (dated("replied_on", SuggestionFactory), 1),
    "governance.suggestions_replied_in_time": (dated("replied_on", SuggestionFactory), 1),
    "governance.inspections": (made(InspectionFactory), 1),
    "governance.inspection_findings": (made(InspectionFactory), 5),
    "governance.inspection_findings_corrected": (made(InspectionFactory), 3),
    "publicity.events": (made(ActivityFactory, sessions=2), 2),
    "publicity.persons_reached": (made(ActivityFactory), 20),
    "publicity.materials_distributed": (made(ActivityFactory), 30),
    "publicity.consultations": (made(ActivityFactory, consultations=7), 7),
    "publicity.online_views": (made(ActivityFactory, online_views=900), 900),
    "publicity.events_at_schools": (audience("学生", "未成年人"), 1),
    "publicity.students_reached": (audience("学生", "未成年人"), 20),
    "publicity.events_for_the_elderly": (audience("老年人"), 1),
    "publicity.events_for_businesses": (audience("商户"), 1),
    "publicity.events_explaining_cases": (made(ActivityFactory, explains_cases=True), 1),
    "publicity.counsel_lectures": (made(ActivityFactory, speaker_kind="community_counsel"), 1),
    "publicity.vice_head_lectures": (made(ActivityFactory, speaker_kind="vice_head"), 1),
    "publicity.broadcasts": (made(ActivityFactory, kind="broadcast"), 1),
    "publicity.broadcast_views": (
        made(ActivityFactory, kind="broadcast", online_views=900),
        900,
    ),
    "publicity.events_unconfirmed": (made(ActivityFactory, confirmed_at=None), 1),
    "disclosure.publications": (made(PublicationFactory), 1),
    "disclosure.publications_site": (through_channel("site"), 1),
    "disclosure.publications_new_media": (through_channel("new_media"), 1),
    "disclosure.publications_other": (through_channel("other"), 1),
    "disclosure.publications_withdrawn": (dated("withdrawn_on", PublicationFactory), 1),
    "disclosure.publications_with_limit": (
        made(PublicationFactory, due_on=date(2023, 6, 1)),
        1,
    ),
    "disclosure.publications_in_time": (made(PublicationFactory, due_on=date(2023, 6, 1)), 1),
    "people.new_enforcement_certificates": (
        lambda on: CertificateFactory(since=on, until=None),
        1,
    ),
    "people.enforcement_certificates_expiring": (
        lambda on: CertificateFactory(since=FAR, until=on),
        1,
    ),
    "people.new_enforcers": (lambda on: StaffMemberFactory(joined_on=on, is_enforcer=True), 1),
    "people.departed_enforcers": (
        lambda on: StaffMemberFactory(left_on=on, is_enforcer=True),
        1,
    ),
}

DUTY_REPORTS = {"governance.duty_reports": 1, "governance.duty_report_persons": 1}
REVIEWS = {"governance.documents_reviewed": 1, "governance.documents_kept": 1}
ON_A_DAY |= {key: (made(DutyReportFactory), value) for key, value in DUTY_REPORTS.items()}
ON_A_DAY |= {key: (made(RuleReviewFactory), value) for key, value in REVIEWS.items()}
ON_A_DAY["governance.honours"] = (made(HonourFactory), 1)


@pytest.mark.parametrize("key", ON_A_DAY)
@pytest.mark.parametrize("on", EDGES, ids=["first day", "last day"])
def test_a_figure_counts_what_lies_just_inside_the_span(key, on):
    make, value = ON_A_DAY[key]
    make(on)

    assert metrics[key].value(SPAN) == value


@pytest.mark.parametrize("key", ON_A_DAY)
@pytest.mark.parametrize("on", OUTSIDE, ids=["day before", "day after"])
def test_a_figure_leaves_out_what_lies_just_outside_the_span(key, on):
    make, _ = ON_A_DAY[key]
    make(on)

    assert metrics[key].value(SPAN) == 0


def volunteers(kind):
    return lambda year: VolunteerCountFactory(year=year, kind=kind, communities=5)


IN_A_YEAR = {
    "governance.major_decisions": (lambda year: MajorDecisionFactory(year=year), 1),
    "governance.major_decisions_through_all_steps": (
        lambda year: MajorDecisionFactory(
            year=year,
            needs_experts=False,
            participation_on=FAR,
            risk_on=FAR,
            reviewed_on=FAR,
            discussed_on=FAR,
        ),
        1,
    ),
    "governance.opinions_on_decisions": (
        lambda year: MajorDecisionFactory(year=year, opinions=8),
        8,
    ),
    "governance.tasks": (lambda year: YearlyTaskFactory(year=year), 1),
    "governance.tasks_done": (
        lambda year: YearlyTaskFactory(year=year, progress="done", done_on=FAR),
        1,
    ),
    "governance.tasks_carried_over": (
        lambda year: YearlyTaskFactory(year=year, carried_from=YearlyTaskFactory(year=2019)),
        1,
    ),
    "governance.tasks_next_year": (lambda year: YearlyTaskFactory(year=year + 1), 1),
    "governance.indicators": (lambda year: IndicatorFactory(year=year), 1),
    "publicity.satisfaction": (lambda year: SatisfactionFactory(year=year), 85.5),
    "publicity.volunteers": (volunteers("other"), 30),
    "publicity.law_knowers": (volunteers("knower"), 30),
    "publicity.law_leaders": (volunteers("leader"), 30),
    "publicity.grid_publicists": (volunteers("grid"), 30),
    "publicity.teams": (volunteers("team"), 30),
    "publicity.community_counsel": (volunteers("community_counsel"), 30),
    "publicity.mediators": (volunteers("mediator"), 30),
    "publicity.communities_with_liaison": (volunteers("liaison"), 5),
    "publicity.communities_with_counsel": (volunteers("community_counsel"), 5),
    "publicity.plan_items": (lambda year: PlanItemFactory(year=year), 1),
    "publicity.plan_items_done": (lambda year: PlanItemFactory(year=year, done_on=FAR), 1),
    "disclosure.channel_counts": (
        lambda year: ChannelCountFactory(year=year, month=12 if year < 2022 else 1),
        15,
    ),
}
IN_A_YEAR |= {
    f"governance.enforcement_{item.value}": (
        lambda year, item=item: EnforcementFigureFactory(year=year, item=item),
        100,
    )
    for item in EnforcementItem
}
AMOUNTS = [key for key, _ in metrics.items() if key.endswith("_amount")]
AMOUNTS = [key for key in AMOUNTS if key.startswith("governance.enforcement_")]


def amount_of(key):
    item = key.removeprefix("governance.enforcement_").removesuffix("_amount")
    return lambda year: EnforcementFigureFactory(year=year, item=item, amount=5000)


IN_A_YEAR |= {key: (amount_of(key), 5000) for key in AMOUNTS}


@pytest.mark.parametrize("key", IN_A_YEAR)
def test_a_yearly_figure_counts_its_own_year_and_no_other(key):
    make, value = IN_A_YEAR[key]
    for year in (2021, 2022, 2023):
        make(year)

    assert float(metrics[key].value(SPAN)) == value


def test_a_record_not_yet_confirmed_or_voided_counts_nowhere():
    ActivityFactory(confirmed_at=None)
    ActivityFactory(voided_at="2022-12-31T00:00Z")

    values = {
        key: metrics[key].value(SPAN)
        for key in ("publicity.events", "publicity.materials_distributed")
    }

    assert values == {"publicity.events": 0, "publicity.materials_distributed": 0}


def test_a_record_that_reaches_out_of_the_span_belongs_where_it_begins():
    ActivityFactory(on=date(2021, 12, 30), until=date(2022, 1, 3))
    ActivityFactory(on=date(2022, 12, 30), until=date(2023, 1, 3))

    assert metrics["publicity.events"].value(SPAN) == 1


def test_months_that_lie_only_partly_in_the_span_are_not_counted():
    for month in (1, 2, 11, 12):
        ChannelCountFactory(year=2022, month=month)

    cut = Span(date(2022, 1, 2), date(2022, 12, 30))

    assert metrics["disclosure.channel_counts"].value(cut) == 30


def test_documents_in_force_are_those_neither_repealed_nor_lapsed_on_the_last_day():
    RuleFactory(kind="normative", on=SPAN.last)
    RuleFactory(kind="normative", on=FAR, valid_until=SPAN.last)
    RuleFactory(kind="normative", on=FAR, repealed_on=SPAN.last + timedelta(days=1))
    RuleFactory(kind="normative", on=FAR, valid_until=SPAN.last - timedelta(days=1))
    RuleFactory(kind="normative", on=FAR, repealed_on=SPAN.last)
    RuleFactory(kind="normative", on=SPAN.last + timedelta(days=1))

    assert metrics["governance.normative_documents_in_force"].value(SPAN) == 3


def test_a_backlogged_case_counts_while_it_is_open_and_in_the_year_it_is_resolved():
    BacklogFactory(on=SPAN.last)
    BacklogFactory(on=FAR, resolved_on=SPAN.first)
    BacklogFactory(on=FAR, resolved_on=SPAN.first - timedelta(days=1))
    BacklogFactory(on=SPAN.last + timedelta(days=1))

    assert metrics["governance.backlog_cases"].value(SPAN) == 2


ROSTER_ON = {
    "people.staff": lambda: StaffMemberFactory(joined_on=FAR, left_on=SPAN.last),
    "people.law_majors": lambda: StaffMemberFactory(has_law_degree=True, left_on=SPAN.last),
    "people.liaison_officers": lambda: StaffMemberFactory(is_liaison=True, left_on=SPAN.last),
    "people.enforcers": lambda: StaffMemberFactory(is_enforcer=True, left_on=SPAN.last),
    "people.disclosure_clerks": lambda: StaffMemberFactory(
        is_disclosure_clerk=True, left_on=SPAN.last
    ),
    "people.enforcement_certificate_holders": lambda: CertificateFactory(
        since=FAR, until=SPAN.last
    ),
    "people.legal_qualifications": lambda: CertificateFactory(
        kind=CertificateKind.LEGAL_QUALIFICATION, since=SPAN.last, until=SPAN.last
    ),
    "people.public_lawyers": lambda: CertificateFactory(
        kind=CertificateKind.PUBLIC_LAWYER, since=FAR, until=SPAN.last
    ),
    "people.certified_enforcers": lambda: CertificateFactory(
        holder=StaffMemberFactory(is_enforcer=True), since=FAR, until=SPAN.last
    ),
    "people.legal_counsel": lambda: CounselEngagementFactory(since=FAR, until=SPAN.last),
}


@pytest.mark.parametrize("key", ROSTER_ON)
def test_the_roster_is_read_as_of_the_last_day_of_the_span(key):
    ROSTER_ON[key]()
    next_day = Span(SPAN.first, SPAN.last + timedelta(days=1))

    assert (metrics[key].value(SPAN), metrics[key].value(next_day)) == (1, 0)


def test_the_establishment_leaves_out_who_is_outside_it():
    StaffMemberFactory(establishment="contract")

    assert metrics["people.staff"].value(SPAN) == 0


def test_a_renewed_certificate_is_not_newly_obtained():
    holder = CertificateFactory(since=FAR, until=date(2022, 6, 1)).holder
    CertificateFactory(holder=holder, since=date(2022, 6, 2), until=None)

    assert metrics["people.new_enforcement_certificates"].value(SPAN) == 0
    assert metrics["people.enforcement_certificate_holders"].value(SPAN) == 1


RATES = {
    "governance.training_coverage": (
        lambda: StudyActivityFactory(kind="training", persons=12, expected=16),
        0.75,
    ),
    "governance.examination_rate": (lambda: ExaminationFactory(expected=100), 0.9),
    "governance.pass_rate": (lambda: ExaminationFactory(sat=88, passed=66), 0.75),
    "governance.excellent_rate": (ExaminationFactory, 0.5),
    "governance.filing_rate": (
        lambda: RuleFactory(kind="normative", filed_on=date(2022, 7, 1)),
        1,
    ),
    "governance.backlog_rate": (lambda: BacklogFactory(resolved_on=date(2022, 7, 1)), 1),
    "governance.petition_notice_rate": (lambda: petition(ACCEPT)(date(2022, 7, 1)), 1),
    "governance.petition_handling_rate": (lambda: petition(ACCEPT, REPLY)(date(2022, 7, 1)), 1),
    "governance.suggestion_rate": (
        lambda: SuggestionFactory(due_on=date(2022, 6, 30), replied_on=date(2022, 7, 1)),
        0,
    ),
    "governance.correction_rate": (InspectionFactory, 0.6),
    "governance.task_rate": (lambda: YearlyTaskFactory(progress="done", done_on=FAR), 1),
    "publicity.plan_rate": (lambda: PlanItemFactory(done_on=FAR), 1),
    "disclosure.publication_on_time_rate": (
        lambda: PublicationFactory(formed_on=FAR, due_on=date(2020, 2, 7)),
        0,
    ),
    "people.enforcer_certificate_rate": (lambda: StaffMemberFactory(is_enforcer=True), 0),
}


@pytest.mark.parametrize("key", RATES)
def test_a_rate_has_its_sides_and_none_over_nothing(key):
    make, value = RATES[key]
    before = metrics[key].value(SPAN)

    make()

    assert (before, float(metrics[key].value(SPAN))) == (None, value)


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("governance.penalty_execution_rate", "executed"),
        ("governance.enforcement_in_time_rate", "in_time"),
        ("governance.penalty_publication_rate", "published"),
    ],
)
def test_a_rate_of_enforcement_is_of_the_decisions(key, part):
    EnforcementFigureFactory(item="decisions", number=200)
    EnforcementFigureFactory(item=part, number=150)

    assert float(metrics[key].value(SPAN)) == 0.75


OTHER = {
    "governance.normative_documents_in_force",
    "governance.backlog_cases",
    "governance.penalty_execution_rate",
    "governance.enforcement_in_time_rate",
    "governance.penalty_publication_rate",
}


def test_no_figure_of_the_registers_is_left_without_a_test():
    tested = {*ON_A_DAY, *IN_A_YEAR, *ROSTER_ON, *RATES, *OTHER}
    declared = {
        key
        for key, _ in metrics.items()
        if key.partition(".")[0] in {"publicity", "governance", "people"}
        or key.startswith(("disclosure.publication", "disclosure.channel"))
    }

    assert declared == tested


def test_the_records_of_every_figure_can_be_narrowed_to_what_a_person_may_see():
    nobody = AnonymousUser()

    seen = {
        key: metrics[key].records(SPAN).visible_to(nobody).count()
        for key in {*ON_A_DAY, *IN_A_YEAR, *ROSTER_ON, *RATES, *OTHER}
    }

    assert set(seen.values()) == {0}


def test_studied_topics_titles_and_tasks_are_told_in_words():
    StudyActivityFactory(on=date(2022, 7, 22), topic="党内法规制度")
    StudyActivityFactory(on=date(2022, 3, 18), topic="学习纲要")
    RuleFactory(title="采购管理制度")
    YearlyTaskFactory(year=2023, area="源头治理", title="先研判后实施")
    YearlyTaskFactory(year=2023, area="源头治理", title="自查纠偏")
    YearlyTaskFactory(year=2023, area="法治教育", title="执法证考试")

    assert phrases["governance.study_topics"].words(SPAN) == "学习纲要和党内法规制度"
    assert phrases["governance.rules_titles"].words(SPAN) == "《采购管理制度》"
    assert phrases["governance.next_tasks"].words(SPAN) == (
        "一是源头治理：先研判后实施；自查纠偏。二是法治教育：执法证考试。"
    )
