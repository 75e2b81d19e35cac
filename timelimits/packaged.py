"""The days of 2004 to 2026 as the package chinese_calendar has them, to begin the calendar with."""

from collections.abc import Iterator
from datetime import date

from chinese_calendar import Holiday, constants

from timelimits.days import each_day
from timelimits.workdays import Day, ordinary_day

FIRST_DAY = date(2004, 1, 1)
LAST_DAY = date(2026, 12, 31)

NAMES = {
    Holiday.new_years_day.value: "元旦",
    Holiday.spring_festival.value: "春节",
    Holiday.tomb_sweeping_day.value: "清明节",
    Holiday.labour_day.value: "劳动节",
    Holiday.dragon_boat_festival.value: "端午节",
    Holiday.mid_autumn_festival.value: "中秋节",
    Holiday.national_day.value: "国庆节",
    Holiday.anti_fascist_70th_day.value: "抗战胜利纪念日",
}

NOTICES = {
    2022: "国办发明电〔2021〕11号（2021-10-25）",
    2023: "国办发明电〔2022〕16号（2022-12-08）",
    2024: "国办发明电〔2023〕7号（2023-10-25）",
    2025: "国办发明电〔2024〕12号（2024-11-12）",
    2026: "国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）",
}
PACKAGE = "软件包 chinese_calendar 所载节假日安排"


def packaged_days() -> Iterator[tuple[date, Day]]:
    """Yield every day from the first to the last, ordinary ones included."""
    for day in each_day(FIRST_DAY, LAST_DAY):
        yield day, _packaged_day(day)


def _packaged_day(day: date) -> Day:
    if day in constants.holidays:
        name = NAMES[constants.holidays[day]]
        return Day(working=False, name=name, source=_source(day, name))
    if day in constants.workdays:
        name = NAMES[constants.workdays[day]]
        return Day(working=True, name=f"{name}调休上班", source=_source(day, name))
    return ordinary_day(day, source=_source(day))


def _source(day: date, holiday: str = "") -> str:
    # The notice for a year may begin in the December before it, as that of 2023 did.
    for_next_year = holiday == "元旦" and day.month == 12
    return NOTICES.get(day.year + for_next_year, PACKAGE)
