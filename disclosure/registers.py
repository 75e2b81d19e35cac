"""The registers of 主动公开 as they are declared."""

from django.utils import timezone

from casework.cells import day, name, one_of, whole
from casework.ledger import Column
from casework.registers.declaration import Register, Shown
from casework.registers.ledgers import register
from disclosure import register_forms as forms

# Imported so that a change of the calendar finds it.
from disclosure.publications import refresh_publications
from portal.views import Tab

__all__ = ["REGISTERS", "refresh_publications"]

MONTHS = {f"{number}{word}": str(number) for number in range(1, 13) for word in ("月", "")}

PUBLICATIONS = Register(
    app="disclosure",
    one="publication",
    many="publications",
    form=forms.PublicationForm,
    filter=forms.PublicationFilter,
    line=("formed_on", "on", "title", "category", "channels", "document_number", "department"),
    shown=(
        Shown("标题", "title", "title"),
        Shown("信息类别", "category"),
        Shown("公开渠道", "channels"),
        Shown("文号", "document_number"),
        Shown("形成日期", "formed_on", "formed_on"),
        Shown("最迟公开", "deadline", "due_on", is_number=True),
    ),
    tabs=(
        Tab("awaiting", "待公开", lambda q: q.awaiting()),
        Tab("overdue", "逾期未公开", lambda q: q.overdue(timezone.localdate())),
    ),
    columns=(
        Column("on", "公开日期", day, synonyms=("发布日期",)),
        Column("title", "标题", required=True, synonyms=("信息标题",), width=40),
        Column("category", "信息类别", name, required=True, synonyms=("类别", "栏目")),
        Column("channels", "公开渠道", synonyms=("发布渠道",)),
        Column("document_number", "文号"),
        Column("index_number", "索引号"),
        Column("department", "责任科室", name),
        Column("formed_on", "形成日期", day),
        Column("source_document", "来源文件"),
        Column("address", "公开网址"),
        Column("corrected_on", "更正日期", day),
        Column("withdrawn_on", "撤回日期", day),
        Column("reason", "更正、撤回原因"),
        Column("remark", "备注"),
    ),
    identity=("on", "title"),
    explanation="自形成或者变更之日起 20 个工作日内公开（《政府信息公开条例》第二十六条）。",
)
CHANNEL_COUNTS = Register(
    app="disclosure",
    one="channel-count",
    many="channel-counts",
    form=forms.ChannelCountForm,
    line=("month", "channel", "number", "department"),
    shown=(
        Shown("月份", "month", "month"),
        Shown("公开渠道", "channel"),
        Shown("条数", "number", "number", is_number=True),
    ),
    sums=("number",),
    columns=(
        Column("year", "年度", whole),
        Column("month", "月份", one_of(MONTHS, required=True), required=True),
        Column("channel", "公开渠道", name, required=True),
        Column("number", "条数", whole, required=True),
        Column("department", "责任科室", name),
        Column("remark", "备注"),
    ),
    identity=("year", "month", "channel"),
    explanation="不逐条登记的渠道，按月填写条数；与逐条登记的分开统计。",
)

REGISTERS = (PUBLICATIONS, CHANNEL_COUNTS)
register(*REGISTERS)
