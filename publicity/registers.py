"""The registers of 普法 as they are declared."""

from casework.cells import day, name, one_of, whole, yes
from casework.ledger import Column
from casework.registers.declaration import Register, Shown, words_of
from casework.registers.ledgers import register
from publicity import forms
from publicity.models import ActivityKind, SpeakerKind, VolunteerKind

DEPARTMENT = Column("department", "责任科室", name)
REMARK = Column("remark", "备注")
YEAR = Column("year", "年度", whole)

ACTIVITIES = Register(
    app="publicity",
    one="activity",
    many="activities",
    form=forms.ActivityForm,
    filter=forms.ActivityFilter,
    line=("on", "name", "theme", "kind", "place", "audiences", "persons", "materials"),
    shown=(
        Shown("活动名称", "name", "name"),
        Shown("形式", "kind", "kind"),
        Shown("地点", "place"),
        Shown("对象", "audiences"),
        Shown("受教育人次", "persons", "persons", is_number=True),
        Shown("资料份数", "materials", "materials", is_number=True),
    ),
    sums=("sessions", "persons", "materials", "consultations"),
    columns=(
        Column(
            "on",
            "活动日期",
            day,
            required=True,
            synonyms=("日期", "开始日期"),
            example="2022-01-07",
        ),
        Column(
            "name",
            "活动名称",
            required=True,
            synonyms=("名称",),
            example="国家安全教育日集中宣传",
            width=30,
        ),
        Column("theme", "主题", example="国家安全"),
        Column(
            "kind",
            "活动形式",
            one_of(words_of(ActivityKind.choices), required=True),
            synonyms=("形式",),
            example="集中宣传",
        ),
        Column("place", "地点", example="锦春社区"),
        Column("audiences", "对象", synonyms=("受众",), example="社区居民"),
        Column("department", "主办科室", name, synonyms=("责任科室",), example="党政办公室"),
        Column("persons", "受教育人次", whole, synonyms=("受众人次", "参加人次"), example="42"),
        Column("materials", "发放资料份数", whole, synonyms=("资料份数", "发放资料"), example="60"),
        Column("remark", "备注"),
        Column("until", "结束日期", day),
        Column("community", "社区"),
        Column("node", "普法节点"),
        Column("laws", "宣传的法律"),
        Column("sessions", "场次", whole),
        Column("consultations", "解答咨询人次", whole),
        Column("online_views", "线上阅读观看量", whole),
        Column("partners", "参与单位"),
        Column("joint_departments", "参与科室"),
        Column("speaker", "讲师"),
        Column("speaker_kind", "讲师类别", one_of(words_of(SpeakerKind.choices))),
        Column("explains_cases", "以案释法", yes),
    ),
    identity=("on", "name"),
)
PLAN_ITEMS = Register(
    app="publicity",
    one="plan-item",
    many="plan-items",
    form=forms.PlanItemForm,
    filter=forms.PlanItemFilter,
    line=("month", "title", "node", "audience", "measure", "department"),
    shown=(
        Shown("工作安排", "title"),
        Shown("月份", "month", "month", is_number=True),
        Shown("节点", "node"),
        Shown("形式和措施", "measure"),
        Shown("完成日期", "done_on", "done_on"),
    ),
    columns=(
        YEAR,
        Column("title", "工作安排", required=True, width=30),
        Column("month", "计划月份", whole),
        Column("node", "普法节点"),
        Column("audience", "对象"),
        Column("measure", "形式和措施"),
        DEPARTMENT,
        Column("done_on", "完成日期", day),
        REMARK,
    ),
    identity=("year", "title"),
)
TEACHING_DUTIES = Register(
    app="publicity",
    one="teaching-duty",
    many="teaching-duties",
    form=forms.TeachingDutyForm,
    filter=forms.TeachingDutyFilter,
    line=("department", "laws", "audience", "measure", "person"),
    shown=(
        Shown("宣传的法律法规", "laws"),
        Shown("重点对象", "audience"),
        Shown("责任措施", "measure"),
        Shown("责任人", "person"),
    ),
    columns=(
        YEAR,
        DEPARTMENT,
        Column("laws", "宣传的法律法规", required=True, width=30),
        Column("audience", "重点对象"),
        Column("measure", "责任措施"),
        Column("person", "责任人"),
        REMARK,
    ),
    identity=("year", "department", "laws"),
    explanation="“谁执法谁普法”责任清单：每个科室宣传哪些法律、对谁宣传、怎样宣传。",
)
SATISFACTIONS = Register(
    app="publicity",
    one="satisfaction",
    many="satisfactions",
    form=forms.SatisfactionForm,
    line=("round", "score", "rank", "among", "source", "department"),
    shown=(
        Shown("轮次", "round", "round", is_number=True),
        Shown("得分", "score", "score", is_number=True),
        Shown("位次", "rank", "rank", is_number=True),
        Shown("参评单位数", "among", is_number=True),
        Shown("来源", "source"),
    ),
    columns=(
        YEAR,
        Column("round", "轮次", whole, required=True),
        Column("score", "得分", required=True),
        Column("rank", "位次", whole),
        Column("among", "参评单位数", whole),
        Column("source", "来源"),
        DEPARTMENT,
        REMARK,
    ),
    identity=("year", "round"),
)
VOLUNTEER_COUNTS = Register(
    app="publicity",
    one="volunteer-count",
    many="volunteer-counts",
    form=forms.VolunteerCountForm,
    filter=forms.VolunteerCountFilter,
    line=("kind", "number", "communities", "trained", "department"),
    shown=(
        Shown("类别", "kind", "kind"),
        Shown("数量", "number", "number", is_number=True),
        Shown("覆盖社区数", "communities", is_number=True),
        Shown("培训人次", "trained", is_number=True),
    ),
    sums=("number",),
    columns=(
        YEAR,
        Column("kind", "普法力量类别", one_of(words_of(VolunteerKind.choices), required=True)),
        Column("number", "数量", whole, required=True),
        Column("communities", "覆盖社区数", whole),
        Column("trained", "本年培训人次", whole),
        DEPARTMENT,
        REMARK,
    ),
    identity=("year", "kind"),
)

REGISTERS = (ACTIVITIES, PLAN_ITEMS, TEACHING_DUTIES, SATISFACTIONS, VOLUNTEER_COUNTS)
register(*REGISTERS)
