"""Fixed days of the yearly reports and of the constitution's week, with the rules they rest on."""

from datetime import date

from timelimits.limits import Limit
from timelimits.periods import fixed

# The rule speaks of governments and departments; a sub-district reports by analogy, and its
# district may set an earlier day, which then goes before.
TO_SUPERIOR = Limit(
    code="rol_report_to_superior",
    label="向上级报告年度法治政府建设情况",
    period=fixed(),
    basis="《法治政府建设与责任落实督察工作规定》第二十四条（每年3月1日之前）",
    note="街道比照执行，区里另有更早要求的从其要求",
)

# Whether the day named by 之前 belongs to it is not defined: the day before is safe either way.
TO_PUBLIC = Limit(
    code="rol_report_publish",
    label="向社会公开年度法治政府建设情况报告",
    period=fixed(),
    basis="《法治政府建设与责任落实督察工作规定》年度报告章（每年4月1日之前）",
    note="街道比照执行",
)


def report_to_superior_on(year: int) -> date:
    """Return the day by which the report of a year goes to the superior."""
    return date(year + 1, 3, 1)


def report_published_by(year: int) -> date:
    """Return the day by which the report of a year is published."""
    return date(year + 1, 3, 31)


def constitution_week(year: int) -> tuple[date, date]:
    """Return first and last day of the 宪法宣传周, which a year's notice may extend."""
    return date(year, 12, 1), date(year, 12, 7)
