"""Records of registers for tests: confirmed by default, with fixed dates."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from disclosure.models import ChannelCount, Publication, PublicationCategory, PublicationChannel
from governance.models import (
    Backlog,
    DutyReport,
    EnforcementFigure,
    Examination,
    Honour,
    Indicator,
    Inspection,
    MajorDecision,
    Meeting,
    Reception,
    Rule,
    RuleReview,
    StudyActivity,
    Suggestion,
    YearlyTask,
)
from governance.models.meetings import MeetingKind
from governance.models.oversight import EnforcementItem, InspectionKind, SuggestionKind
from governance.models.study import StudyKind
from publicity.models import (
    Activity,
    PlanItem,
    PublicityNode,
    Satisfaction,
    TeachingDuty,
    VolunteerCount,
)
from tests.factories.people import DepartmentFactory, UserFactory

CONFIRMED_AT = datetime(2022, 12, 31, tzinfo=UTC)


class RegisterRecordFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    department = factory.SubFactory(DepartmentFactory)
    entered_by = factory.SubFactory(UserFactory)
    confirmed_at = CONFIRMED_AT


class DatedFactory(RegisterRecordFactory):
    class Meta:
        abstract = True

    on = date(2022, 6, 15)


class YearlyFactory(RegisterRecordFactory):
    class Meta:
        abstract = True

    year = 2022


class ActivityFactory(DatedFactory):
    class Meta:
        model = Activity

    name = factory.Sequence(lambda n: f"专题宣传（{n}）")
    theme = "宪法"
    persons = 20
    materials = 30


class PublicityNodeFactory(DjangoModelFactory):
    class Meta:
        model = PublicityNode

    name = factory.Sequence(lambda n: f"节点{n}")
    month = 12
    day = 4


class PlanItemFactory(YearlyFactory):
    class Meta:
        model = PlanItem

    title = "宪法宣传周集中宣传"


class SatisfactionFactory(YearlyFactory):
    class Meta:
        model = Satisfaction

    round = 1
    score = "85.5"


class VolunteerCountFactory(YearlyFactory):
    class Meta:
        model = VolunteerCount

    kind = "knower"
    number = 30


class StudyActivityFactory(DatedFactory):
    class Meta:
        model = StudyActivity

    kind = StudyKind.CENTRAL_GROUP
    topic = "《习近平法治思想学习纲要》"
    persons = 12


class ExaminationFactory(DatedFactory):
    class Meta:
        model = Examination

    name = "年度学法考试"
    expected = 95
    sat = 90
    passed = 88
    excellent = 45


class MeetingFactory(DatedFactory):
    class Meta:
        model = Meeting

    kind = MeetingKind.SPECIAL
    title = "法治建设专题会议"
    items = 2


class RuleFactory(DatedFactory):
    class Meta:
        model = Rule

    title = factory.Sequence(lambda n: f"采购管理制度{n}")


class MajorDecisionFactory(YearlyFactory):
    class Meta:
        model = MajorDecision

    title = "老旧小区改造方案"


class ReceptionFactory(DatedFactory):
    class Meta:
        model = Reception

    leader = "吴某1"
    visitor = "黄某6"


class BacklogFactory(DatedFactory):
    class Meta:
        model = Backlog

    title = "安置房交付"
    leader = "朱某1"


class SuggestionFactory(DatedFactory):
    class Meta:
        model = Suggestion

    kind = SuggestionKind.JUDICIAL
    title = "规范拆除程序"


class InspectionFactory(DatedFactory):
    class Meta:
        model = Inspection

    kind = InspectionKind.RULE_OF_LAW
    title = "法治督察"
    findings = 5
    corrected = 3


class EnforcementFigureFactory(YearlyFactory):
    class Meta:
        model = EnforcementFigure

    item = EnforcementItem.SIMPLE
    number = 100


class YearlyTaskFactory(YearlyFactory):
    class Meta:
        model = YearlyTask

    area = "源头治理"
    title = "重大行为先研判后实施"


class IndicatorFactory(YearlyFactory):
    class Meta:
        model = Indicator

    name = factory.Sequence(lambda n: f"网格数{n}")
    value = 63
    unit = "个"


class PublicationChannelFactory(DjangoModelFactory):
    class Meta:
        model = PublicationChannel

    name = factory.Sequence(lambda n: f"平台{n}")


class PublicationCategoryFactory(DjangoModelFactory):
    class Meta:
        model = PublicationCategory

    name = factory.Sequence(lambda n: f"类别{n}")


class PublicationFactory(DatedFactory):
    class Meta:
        model = Publication

        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"工作总结（{n}）")
    category = factory.SubFactory(PublicationCategoryFactory)

    @factory.post_generation
    def through(self, create: bool, wanted: bool | None, **_rest) -> None:
        if wanted:
            self.channels.add(PublicationChannelFactory())


class ChannelCountFactory(YearlyFactory):
    class Meta:
        model = ChannelCount

    month = 1
    channel = factory.SubFactory(PublicationChannelFactory)
    number = 15


class DutyReportFactory(DatedFactory):
    class Meta:
        model = DutyReport

    person = "朱某1"


class RuleReviewFactory(DatedFactory):
    class Meta:
        model = RuleReview

    title = "采购管理制度"
    result = "kept"


class HonourFactory(DatedFactory):
    class Meta:
        model = Honour

    title = "法治建设先进单位"


class TeachingDutyFactory(YearlyFactory):
    class Meta:
        model = TeachingDuty

    laws = "《行政处罚法》"
