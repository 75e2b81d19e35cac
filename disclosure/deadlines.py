"""The time limits of 依申请公开 and their articles (《政府信息公开条例》, 国务院令第711号)."""

from timelimits.common import catalogue
from timelimits.limits import Limit
from timelimits.periods import fixed, set_by_authority, workdays

CONFIRM = Limit(
    code="confirm",
    label="当日确认收到",
    period=set_by_authority(),
    basis="《政府信息公开条例》第三十一条第（二）、（三）项",
)

REPLY = Limit(
    code="reply",
    label="答复期限",
    period=workdays(20),
    longest_extension=20,
    basis="《政府信息公开条例》第三十三条第二款",
)

# Only a request that is unclear is corrected: the limit bounds a choice, it is no duty of its own.
CORRECTION_NOTICE = Limit(
    code="correction_notice",
    label="补正告知期限",
    period=workdays(7),
    basis="《政府信息公开条例》第三十条",
    is_duty=False,
)

CORRECTION = Limit(
    code="correction",
    label="申请人补正期限",
    period=set_by_authority(),
    basis="《政府信息公开条例》第三十条（由本机关合理指定）",
)

OPINION = Limit(
    code="opinion",
    label="反馈意见期限",
    period=workdays(15),
    basis="《政府信息公开条例》第三十二条、第三十四条",
)

LATER_REPLY = Limit(
    code="reply",
    label="答复期限（延迟答复）",
    period=set_by_authority(),
    basis="《政府信息公开条例》第三十五条（由本机关确定并告知）",
)

RENEWED_REPLY = Limit(
    code="reply",
    label="重新答复期限",
    period=set_by_authority(),
    basis="复议决定或者判决确定的期限",
)

# When a fee is to be paid is read from public practice only; the longer text of the measures was
# not at hand (law.md 3.6), so the day is also shown to the handler before the notice goes out.
FEE_PAYMENT = Limit(
    code="fee_payment",
    label="缴费期限",
    period=workdays(20),
    basis="《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
)

PUBLICATION = Limit(
    code="publication",
    label="主动公开期限",
    period=workdays(20),
    basis="《政府信息公开条例》第二十六条",
)

ANNUAL_REPORT = Limit(
    code="annual_report",
    label="年度报告期限",
    period=fixed(),
    basis="《政府信息公开条例》第四十九条第一款",
)

catalogue.offer("政府信息公开", REPLY, CORRECTION_NOTICE, OPINION, PUBLICATION)
