"""The limits that are asked for most often, to choose from in 期限试算; in words of their laws."""

from timelimits.limits import Limit
from timelimits.periods import (
    backward_days,
    backward_workdays,
    days,
    months,
    plain_days,
    plain_months,
    workdays,
    years,
)

DISCLOSURE = (
    Limit(
        "ogi-reply",
        "答复政府信息公开申请",
        workdays(20),
        "《政府信息公开条例》第三十三条",
        longest_extension=20,
    ),
    Limit("ogi-correction-notice", "告知补正", workdays(7), "《政府信息公开条例》第三十条"),
    Limit(
        "ogi-opinion",
        "第三方、共同制作机关反馈意见",
        workdays(15),
        "《政府信息公开条例》第三十二条、第三十四条",
    ),
    Limit("ogi-publication", "主动公开", workdays(20), "《政府信息公开条例》第二十六条"),
)
LITIGATION = (
    Limit("lit-answer", "提交答辩状、证据和依据", days(15), "《行政诉讼法》第六十七条"),
    Limit("lit-hearing-notice", "开庭三日前通知", backward_days(3), "法释〔2018〕1号第七十一条"),
    Limit("lit-first-instance", "一审审理期限", plain_months(6), "《行政诉讼法》第八十一条"),
    Limit("lit-appeal-judgment", "对判决上诉", days(15), "《行政诉讼法》第八十五条"),
    Limit("lit-appeal-ruling", "对裁定上诉", days(10), "《行政诉讼法》第八十五条"),
    Limit("lit-second-instance", "二审审理期限", plain_months(3), "《行政诉讼法》第八十八条"),
    Limit("lit-retrial", "申请再审", months(6), "法释〔2018〕1号第一百一十条"),
    Limit("lit-execution", "当事人申请强制执行", years(2), "法释〔2018〕1号第一百五十三条"),
    Limit("lit-suit", "直接起诉", months(6), "《行政诉讼法》第四十六条"),
    Limit("lit-suit-after-review", "不服复议决定起诉", days(15), "《行政诉讼法》第四十五条"),
    Limit("lit-suggestion", "回复司法建议", days(60), "法释〔2018〕1号第一百四十九条"),
)
RECONSIDERATION = (
    Limit(
        "rec-reply",
        "提出书面答复（普通程序）",
        workdays(10),
        "《行政复议法》第四十八条、第八十八条第二款",
    ),
    Limit(
        "rec-reply-simplified",
        "提出书面答复（简易程序）",
        workdays(5),
        "《行政复议法》第五十四条、第八十八条第二款",
    ),
    Limit("rec-hearing-notice", "听证前通知", backward_workdays(5), "《行政复议法》第五十一条"),
    Limit(
        "rec-decision",
        "作出复议决定（普通程序）",
        days(60),
        "《行政复议法》第六十二条",
        longest_extension=30,
    ),
    Limit(
        "rec-decision-simplified", "作出复议决定（简易程序）", days(30), "《行政复议法》第六十二条"
    ),
    Limit("rec-application", "申请行政复议", days(60), "《行政复议法》第二十条"),
    Limit("rec-feedback", "反馈行政复议意见书", days(60), "《行政复议法》第七十六条"),
)
ENFORCEMENT = (
    Limit("pen-decision", "作出行政处罚决定", plain_days(90), "《行政处罚法》第六十条"),
    Limit(
        "pen-hearing-request",
        "当事人要求听证",
        workdays(5),
        "《行政处罚法》第六十四条、第八十五条",
    ),
    Limit(
        "pen-hearing-notice",
        "听证前通知",
        backward_workdays(7),
        "《行政处罚法》第六十四条、第八十五条",
    ),
    Limit("pen-service", "送达行政处罚决定书", workdays(7), "《行政处罚法》第六十一条、第八十五条"),
    Limit("enf-reminder", "催告后等待履行", workdays(10), "《行政强制法》第五十四条、第六十九条"),
    Limit("enf-application", "申请法院强制执行", months(3), "《行政强制法》第五十三条"),
)
PETITION = (
    Limit("pet-notice", "告知受理情况", plain_days(15), "《信访工作条例》第二十三条"),
    Limit("pet-objection", "对转送提出异议", workdays(5), "《信访工作条例》第二十三条"),
    Limit(
        "pet-handling",
        "办结信访事项",
        plain_days(60),
        "《信访工作条例》第三十四条",
        longest_extension=30,
    ),
    Limit("pet-review", "复查", plain_days(30), "《信访工作条例》第三十五条"),
    Limit("pet-second-review", "复核", plain_days(30), "《信访工作条例》第三十六条"),
)
REVIEW = (
    Limit(
        "rev-decision",
        "重大行政决策合法性审查（一般不少于）",
        workdays(7),
        "《重大行政决策程序暂行条例》第二十六条",
    ),
    Limit(
        "rev-comments",
        "公开征求意见（一般不少于）",
        plain_days(30),
        "《重大行政决策程序暂行条例》第十五条",
    ),
)

COMMON = {
    "政府信息公开": DISCLOSURE,
    "行政诉讼": LITIGATION,
    "行政复议": RECONSIDERATION,
    "行政处罚、强制": ENFORCEMENT,
    "信访": PETITION,
    "合法性审查": REVIEW,
}
COMMON_BY_CODE = {limit.code: limit for limits in COMMON.values() for limit in limits}
