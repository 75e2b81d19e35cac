"""The course of a contract after it was signed: payments, duties, amendments, breach, end."""

from enum import StrEnum

from casework.workflow import Ask, AskKind, Move, Weight, Workflow, at, register
from legalreview.deadlines import DUTY
from legalreview.workflow import KEEPERS, OFFICE, RETENTION

KIND = "contract"


class Stage(StrEnum):
    NEW = "new"
    PERFORMING = "performing"
    ENDED = "ended"


SIDES = (("ours", "本单位"), ("theirs", "相对方"))
SORTS = (("payment", "付款"), ("income", "收款"), ("duty", "其他义务"))
ENDINGS = (
    ("performed", "履行完毕"),
    ("rescinded", "协议解除"),
    ("terminated", "单方解除"),
    ("expired", "期满终止"),
)
BREACH_OF = "《民法典》第五百七十七条"

MOVES = (
    Move(
        "sign",
        "登记合同",
        at(Stage.NEW),
        Stage.PERFORMING,
        by=KEEPERS,
        receives=True,
        on_label="签订日期",
    ),
    Move(
        "owe",
        "登记付款或者义务",
        at(Stage.PERFORMING),
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        sets=((DUTY, "due_by"),),
        on_label="约定日期",
        on_help="合同签订或者补充协议约定的日期。",
        asks=(
            Ask("party", "付款或者义务名称", longest=100, help="如：第一期进度款、竣工验收。"),
            Ask("sort", "类型", AskKind.CHOICE, choices=SORTS),
            Ask("side", "履行方", AskKind.CHOICE, choices=SIDES),
            Ask("due_by", "应当履行至", AskKind.DATE),
            Ask("amount", "金额", AskKind.AMOUNT, required=False),
        ),
        explanation="到期前 7、3、1 日和当日自动提醒；同一名称再次登记的，以新的日期为准。",
        weight=Weight.PRIMARY,
    ),
    Move(
        "perform",
        "登记履行",
        at(Stage.PERFORMING),
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        meets=(DUTY,),
        on_label="履行日期",
        asks=(
            Ask("party", "付款或者义务名称"),
            Ask("amount", "实际金额", AskKind.AMOUNT, required=False),
            Ask("result", "履行情况", AskKind.LONG_TEXT, required=False),
        ),
        weight=Weight.PRIMARY,
    ),
    Move(
        "amend",
        "变更、补充协议",
        at(Stage.PERFORMING),
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        on_label="签订日期",
        asks=(
            Ask("content", "变更内容", AskKind.LONG_TEXT, help="重大变更须另行送审。"),
            Ask("amount", "变更后金额", AskKind.AMOUNT, required=False),
        ),
    ),
    Move(
        "breach",
        "登记违约",
        at(Stage.PERFORMING),
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        on_label="发现日期",
        asks=(
            Ask("side", "违约方", AskKind.CHOICE, choices=SIDES, basis=BREACH_OF),
            Ask("facts", "违约情况", AskKind.LONG_TEXT),
            Ask("handling", "处理措施", AskKind.LONG_TEXT, required=False),
        ),
        weight=Weight.APART,
    ),
    Move(
        "end",
        "合同终止",
        at(Stage.PERFORMING),
        Stage.ENDED,
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        settles="ending",
        on_label="终止日期",
        asks=(
            Ask("ending", "终止原因", AskKind.CHOICE, choices=ENDINGS),
            Ask("result", "结算和争议情况", AskKind.LONG_TEXT, required=False),
        ),
        weight=Weight.APART,
    ),
    Move(
        "archive",
        "归档",
        at(Stage.ENDED),
        by=KEEPERS,
        own_department=True,
        or_by=OFFICE,
        once="本合同已经归档。",
        on_label="归档日期",
        asks=(
            Ask("file", "归档号"),
            Ask("retention", "保管期限", AskKind.CHOICE, choices=RETENTION),
        ),
    ),
)

WORKFLOW = register(
    Workflow(
        kind=KIND,
        label="合同履行",
        number="{office}合〔{year}〕{serial}号",
        initial=Stage.NEW,
        stages={
            Stage.NEW: "待登记",
            Stage.PERFORMING: "履行中",
            Stage.ENDED: "已终止",
        },
        moves=MOVES,
        opens=("sign",),
        closed_at=at(Stage.ENDED),
        strip=((Stage.PERFORMING, "履行"), (Stage.ENDED, "终止")),
        page="legalreview:contract",
    )
)
