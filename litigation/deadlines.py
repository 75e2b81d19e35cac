"""The time limits of 行政诉讼 and 行政复议, each with its article; old and new law side by side."""

from datetime import date

from timelimits.common import catalogue
from timelimits.limits import Limit
from timelimits.periods import (
    backward_days,
    backward_workdays,
    days,
    months,
    plain_days,
    plain_months,
    set_by_authority,
    workdays,
    years,
)

# The office's own duties.
ANSWER = Limit(
    "answer",
    "提交答辩状、证据和依据",
    days(15),
    "《行政诉讼法》第六十七条、第三十四条",
)
ANSWER_SET = Limit(
    "answer",
    "法院指定的举证期限",
    set_by_authority(),
    "法释〔2018〕1号第一百零四条（不超过十五日）",
)
APPEAL_ANSWER = Limit("appeal_answer", "对上诉状提出答辩", days(15), "法释〔2018〕1号第一百零八条")
RETRIAL_ANSWER = Limit(
    "retrial_answer", "对再审申请书提交意见", days(15), "法释〔2018〕1号第一百一十一条"
)
DELAYED_EVIDENCE = Limit("delayed_evidence", "延期提供证据", days(15), "法释〔2018〕1号第三十四条")
OUR_APPEAL = Limit("our_appeal", "本机关对判决上诉", days(15), "《行政诉讼法》第八十五条")
OUR_APPEAL_RULING = Limit(
    "our_appeal_ruling", "本机关对裁定上诉", days(10), "《行政诉讼法》第八十五条"
)
SUGGESTION = Limit("suggestion", "回复司法建议", days(60), "法释〔2018〕1号第一百四十九条")
PERFORMANCE = Limit(
    "performance",
    "履行期限",
    set_by_authority(),
    "裁判文书、复议决定书、调解书或者意见书确定；逾期对负责人按日处五十元至一百元罚款"
    "（《行政诉讼法》第九十六条第（二）项）",
)
ENFORCEMENT_APPLICATION = Limit(
    "enforcement_application",
    "申请法院强制执行",
    months(3),
    "《行政强制法》第五十三条，法释〔2018〕1号第一百五十六条",
)
ENFORCEMENT_CHALLENGE = Limit(
    "enforcement_challenge",
    "对不予受理、不予执行裁定申请复议",
    days(15),
    "《行政强制法》第五十六条、第五十八条，法释〔2018〕1号第一百五十五条、第一百六十一条",
    is_duty=False,
)

# What the office may do, or what binds others: shown, never an alarm.
OBJECTION = Limit("objection", "管辖异议", days(15), "法释〔2018〕1号第十条", is_duty=False)
EVIDENCE_REQUEST = Limit(
    "evidence_request",
    "书面申请延期举证",
    days(15),
    "《行政诉讼法》第三十六条，法释〔2018〕1号第三十四条",
    is_duty=False,
)
APPEAL = Limit("appeal", "当事人对判决上诉", days(15), "《行政诉讼法》第八十五条", is_duty=False)
APPEAL_RULING = Limit(
    "appeal_ruling", "当事人对裁定上诉", days(10), "《行政诉讼法》第八十五条", is_duty=False
)
RETRIAL = Limit(
    "retrial",
    "当事人申请再审",
    months(6),
    "《行政诉讼法》第九十条、第九十一条，法释〔2018〕1号第一百一十条",
    is_duty=False,
)
EXECUTION = Limit(
    "execution", "申请强制执行生效裁判", years(2), "法释〔2018〕1号第一百五十三条", is_duty=False
)
TRIAL = Limit("trial", "一审审理期限", plain_months(6), "《行政诉讼法》第八十一条", is_duty=False)
SUMMARY_TRIAL = Limit(
    "trial", "一审审理期限（简易程序）", plain_days(45), "《行政诉讼法》第八十三条", is_duty=False
)
SECOND_TRIAL = Limit(
    "second_trial", "二审审理期限", plain_months(3), "《行政诉讼法》第八十八条", is_duty=False
)
RETRIAL_REVIEW = Limit(
    "retrial_review",
    "再审审查期限",
    plain_months(6),
    "法释〔2018〕1号第一百一十二条",
    is_duty=False,
)
URGING = Limit(
    "urging",
    "催告后等待履行",
    workdays(10),
    "《行政强制法》第五十四条、第六十九条",
    is_duty=False,
)
ENFORCEMENT_ACCEPTANCE = Limit(
    "enforcement_acceptance",
    "法院受理强制执行申请",
    workdays(5),
    "《行政强制法》第五十六条、第六十九条",
    is_duty=False,
)
ENFORCEMENT_RULING = Limit(
    "enforcement_ruling",
    "法院作出执行裁定",
    workdays(7),
    "《行政强制法》第五十七条、第六十九条",
    is_duty=False,
)
HEARING_NOTICE = Limit(
    "hearing_notice",
    "开庭、负责人出庭通知",
    backward_days(3),
    "法释〔2018〕1号第七十一条，法释〔2020〕3号第五条",
    is_duty=False,
)
SUIT = Limit("suit", "直接起诉", months(6), "《行政诉讼法》第四十六条", is_duty=False)
SUIT_NOT_INFORMED = Limit(
    "suit_not_informed",
    "未告知起诉期限的最长起诉期限",
    years(1),
    "法释〔2018〕1号第六十四条",
    is_duty=False,
)
SUIT_AFTER_RECONSIDERATION = Limit(
    "suit_after_reconsideration",
    "不服复议决定起诉",
    days(15),
    "《行政诉讼法》第四十五条，《行政复议法》第三十四条",
    is_duty=False,
)

# 行政复议. The new law of 1 January 2024 has no transitional article (law.md 5): what is triggered
# from that day on runs by the new clock, and where the other reading ends earlier, that is safe.
NEW_LAW = date(2024, 1, 1)
LAST_DAY_OF_OLD_LAW = date(2023, 12, 31)

RECONSIDERATION_REPLY_OLD = Limit(
    "reconsideration_reply",
    "提出书面答复（2017年法）",
    days(10),
    "《行政复议法》（2017）第二十三条、第四十条第二款",
    until=LAST_DAY_OF_OLD_LAW,
    note="按2017年《行政复议法》，十日为自然日；新法2024年1月1日施行，没有过渡条款，以较早的一日为稳妥",
)
RECONSIDERATION_REPLY = Limit(
    "reconsideration_reply",
    "提出书面答复（普通程序）",
    workdays(10),
    "《行政复议法》第四十八条、第八十八条第二款",
    since=NEW_LAW,
)
RECONSIDERATION_REPLY_SUMMARY = Limit(
    "reconsideration_reply_summary",
    "提出书面答复（简易程序）",
    workdays(5),
    "《行政复议法》第五十四条、第八十八条第二款",
    since=NEW_LAW,
)
OPINION_LETTER = Limit(
    "opinion_letter", "反馈行政复议意见书办理情况", days(60), "《行政复议法》第七十六条"
)
# Whether the rules of 2007 were revised since is not verified (law.md 5, row 13).
REDO = Limit(
    "redo",
    "重新作出行政行为（未定期限）",
    days(60),
    "《行政复议法实施条例》（2007）第四十九条",
)
DOCUMENT_REPLY = Limit(
    "document_reply",
    "对规范性文件提出书面答复",
    workdays(10),
    "《行政复议法》第五十八条、第八十八条第二款",
)
FORWARDING = Limit(
    "forwarding",
    "转送当场处罚、电子监控处罚的复议申请",
    workdays(5),
    "《行政复议法》第三十二条、第八十八条第二款",
)
DECISION = Limit(
    "decision",
    "作出复议决定",
    days(60),
    "《行政复议法》第六十二条第一款",
    longest_extension=30,
    is_duty=False,
)
DECISION_SUMMARY = Limit(
    "decision_summary",
    "作出复议决定（简易程序）",
    days(30),
    "《行政复议法》第六十二条第二款",
    is_duty=False,
)
ACCEPTANCE = Limit(
    "acceptance",
    "复议机关审查受理",
    workdays(5),
    "《行政复议法》第三十条、第八十八条第二款",
    is_duty=False,
)
APPLICANT_CORRECTION = Limit(
    "applicant_correction",
    "申请人补正",
    workdays(10),
    "《行政复议法》第三十一条、第八十八条第二款",
    is_duty=False,
)
RECONSIDERATION_HEARING_NOTICE = Limit(
    "reconsideration_hearing_notice",
    "听证通知",
    backward_workdays(5),
    "《行政复议法》第五十一条、第八十八条第二款",
    is_duty=False,
)
APPLICATION = Limit(
    "application", "申请行政复议", days(60), "《行政复议法》第二十条第一款", is_duty=False
)
APPLICATION_NOT_INFORMED = Limit(
    "application_not_informed",
    "未告知申请期限的最长申请期限",
    years(1),
    "《行政复议法》第二十条第三款",
    is_duty=False,
)

# The office's own rule: who sits where is settled this long before a hearing.
SEATS = Limit(
    "seats", "落实出庭人员", backward_workdays(5), "本机关出庭应诉工作制度（开庭五个工作日前）"
)

catalogue.offer(
    "行政诉讼",
    ANSWER,
    APPEAL_ANSWER,
    RETRIAL_ANSWER,
    EVIDENCE_REQUEST,
    DELAYED_EVIDENCE,
    OBJECTION,
    HEARING_NOTICE,
    TRIAL,
    SECOND_TRIAL,
    APPEAL,
    APPEAL_RULING,
    RETRIAL,
    EXECUTION,
    SUIT,
    SUIT_NOT_INFORMED,
    SUIT_AFTER_RECONSIDERATION,
    SUGGESTION,
    ENFORCEMENT_APPLICATION,
)
catalogue.offer(
    "行政复议",
    RECONSIDERATION_REPLY,
    RECONSIDERATION_REPLY_SUMMARY,
    RECONSIDERATION_HEARING_NOTICE,
    DECISION,
    DECISION_SUMMARY,
    APPLICATION,
    OPINION_LETTER,
    DOCUMENT_REPLY,
)
