"""The time limits of 信访 (《信访工作条例》) and 行政处罚、强制 (《行政处罚法》《行政强制法》)."""

from timelimits.common import catalogue
from timelimits.limits import Limit
from timelimits.periods import backward_workdays, months, plain_days, workdays

# The regulation on petitions says nothing of a last day that is off: it does not roll, and the
# working day before it is shown as the safe one.
PETITION_NOTICE = Limit(
    code="petition_notice",
    label="告知受理情况期限",
    period=plain_days(15),
    basis="《信访工作条例》第二十三条第二款、第三款",
)

OBJECTION = Limit(
    code="objection",
    label="对转送、交办提出异议期限",
    period=workdays(5),
    basis="《信访工作条例》第二十三条第三款",
    is_duty=False,
)

HANDLING = Limit(
    code="handling",
    label="办理期限",
    period=plain_days(60),
    longest_extension=30,
    basis="《信访工作条例》第三十四条",
)

REVIEW_REQUEST = Limit(
    code="review_request",
    label="信访人请求复查期限",
    period=plain_days(30),
    basis="《信访工作条例》第三十五条",
    is_duty=False,
)

# The organ above decides: the office waits, and is not late.
REVIEW = Limit(
    code="review",
    label="复查期限",
    period=plain_days(30),
    basis="《信访工作条例》第三十五条",
    is_duty=False,
)

SECOND_REVIEW_REQUEST = Limit(
    code="second_review_request",
    label="信访人请求复核期限",
    period=plain_days(30),
    basis="《信访工作条例》第三十六条",
    is_duty=False,
)

SECOND_REVIEW = Limit(
    code="second_review",
    label="复核期限",
    period=plain_days(30),
    basis="《信访工作条例》第三十六条（听证所需时间不计入）",
    is_duty=False,
)

# Whether the provincial regulation of 2016 outlived the national one of 2022 was not verified
# (law.md 9): offered to whoever wants the stricter day, used by no matter.
LOCAL_NOTICE = Limit(
    code="local_petition_notice",
    label="决定是否受理（本省较严）",
    period=workdays(5),
    basis="《浙江省信访条例》第二十条",
    note="该条例在 2022 年《信访工作条例》施行后是否仍适用未经核实，仅供从严掌握时参考。",
)
LOCAL_HANDLING = Limit(
    code="local_handling",
    label="办结信访事项（本省较严）",
    period=plain_days(30),
    longest_extension=60,
    basis="《浙江省信访条例》第二十三条",
    note=LOCAL_NOTICE.note,
)

# 《行政处罚法》第八十五条 makes working days of "二、三、五、七日" only: 90 and 15 are natural.
DECISION = Limit(
    code="penalty_decision",
    label="作出处罚决定期限",
    period=plain_days(90),
    basis="《行政处罚法》第六十条",
)

PRESERVATION = Limit(
    code="preservation",
    label="先行登记保存处理期限",
    period=workdays(7),
    basis="《行政处罚法》第五十六条、第八十五条",
)

HEARING_REQUEST = Limit(
    code="hearing_request",
    label="当事人要求听证期限",
    period=workdays(5),
    basis="《行政处罚法》第六十四条、第八十五条",
    is_duty=False,
)

HEARING_NOTICE = Limit(
    code="hearing_notice",
    label="听证前通知期限",
    period=backward_workdays(7),
    basis="《行政处罚法》第六十四条、第八十五条",
)

SERVICE = Limit(
    code="service",
    label="送达处罚决定书期限",
    period=workdays(7),
    basis="《行政处罚法》第六十一条、第八十五条",
)

PAYMENT = Limit(
    code="payment",
    label="当事人缴纳罚款期限",
    period=plain_days(15),
    basis="《行政处罚法》第六十七条",
    is_duty=False,
)

WITHDRAWAL = Limit(
    code="withdrawal",
    label="撤回公开的处罚决定期限",
    period=workdays(3),
    basis="《行政处罚法》第四十八条、第八十五条",
)

SEIZURE = Limit(
    code="seizure",
    label="查封、扣押期限",
    period=plain_days(30),
    longest_extension=30,
    basis="《行政强制法》第二十五条",
)

REMINDER = Limit(
    code="reminder",
    label="催告后等待履行",
    period=workdays(10),
    basis="《行政强制法》第五十四条、第六十九条",
    is_duty=False,
)

COURT_APPLICATION = Limit(
    code="court_application",
    label="申请法院强制执行期限",
    period=months(3),
    basis="《行政强制法》第五十三条",
)

catalogue.offer(
    "信访",
    PETITION_NOTICE,
    OBJECTION,
    HANDLING,
    REVIEW_REQUEST,
    REVIEW,
    SECOND_REVIEW_REQUEST,
    SECOND_REVIEW,
    LOCAL_NOTICE,
    LOCAL_HANDLING,
)
catalogue.offer(
    "行政处罚、强制",
    DECISION,
    PRESERVATION,
    HEARING_REQUEST,
    HEARING_NOTICE,
    SERVICE,
    PAYMENT,
    WITHDRAWAL,
    SEIZURE,
    REMINDER,
    COURT_APPLICATION,
)
