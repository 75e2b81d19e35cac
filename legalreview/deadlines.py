"""The time limits of 合法性审查 and of the contracts that follow, with the rules they rest on.

How long a review takes is told by the kind of what is reviewed: see `kinds`.
"""

from timelimits.common import catalogue
from timelimits.limits import Limit
from timelimits.periods import plain_days, set_by_authority, workdays

# No text binds this office to a number of days: five working days are the practice of another
# sub-district (玉环市坎门街道), and the catalogue of kinds can say otherwise (law.md 7).
REVIEW = Limit(
    code="review",
    label="审查期限",
    period=workdays(5),
    longest_extension=10,
    basis="本单位审查制度（默认 5 个工作日，可在事项类别目录中调整）",
)

DOCUMENT_REVIEW = Limit(
    code="document_review",
    label="行政规范性文件合法性审核（最长）",
    period=workdays(15),
    basis="国办发〔2018〕115号",
    note="天数未与原文核对",
)

DOCUMENT_LEAST = Limit(
    code="document_least",
    label="行政规范性文件合法性审核（一般不少于）",
    period=workdays(5),
    basis="国办发〔2018〕115号",
    note="天数未与原文核对",
    is_duty=False,
)

DECISION_LEAST = Limit(
    code="decision_least",
    label="重大行政决策合法性审查（一般不少于）",
    period=workdays(7),
    basis="《重大行政决策程序暂行条例》第二十六条第二款",
    is_duty=False,
)

# In a matter the shortest time is one limit, whose length and article the kind tells.
LEAST = Limit(
    code="least",
    label="审查时间（一般不少于）",
    period=workdays(7),
    basis=DECISION_LEAST.basis,
    is_duty=False,
)

COMMENTS = Limit(
    code="comments",
    label="公开征求意见（一般不少于）",
    period=plain_days(30),
    basis="《重大行政决策程序暂行条例》第十五条",
    is_duty=False,
)

# The fifteen days are read from a rule of Huzhou; the provincial rule (省政府令第372号) was not at
# hand. They do not roll, which is the earlier reading.
FILING = Limit(
    code="filing",
    label="报送备案期限",
    period=plain_days(15),
    basis="浙江省行政规范性文件管理办法（省政府令第372号），天数参照湖州市规定第四条",
    note="天数未与原文核对",
)

COMPLETION = Limit(
    code="completion",
    label="补正材料期限",
    period=set_by_authority(),
    basis="《重大行政决策程序暂行条例》第二十六条第一款（由法制办在一次性补正清单中确定）",
)

FEEDBACK = Limit(
    code="feedback",
    label="反馈采纳情况期限",
    period=set_by_authority(),
    basis="由法制办签发审查意见书时确定",
)

DUTY = Limit(
    code="duty",
    label="合同履行期限",
    period=set_by_authority(),
    basis="《民法典》第五百零九条第一款（按照约定全面履行）",
)

catalogue.offer(
    "合法性审查", REVIEW, DOCUMENT_REVIEW, DOCUMENT_LEAST, DECISION_LEAST, COMMENTS, FILING
)
