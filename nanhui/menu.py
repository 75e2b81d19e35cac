"""The menu on the left."""

from portal.context import Group, Item

MENU: tuple[Group, ...] = (
    Group(
        "",
        (
            Item("home", "工作台", "speedometer2"),
            Item("casework:tasks", "待办", "check2-square"),
            Item("casework:matters", "全部事项", "collection"),
            Item("casework:notices", "消息", "bell"),
        ),
    ),
    Group(
        "业务台账",
        (
            Item("disclosure:requests", "依申请公开", "envelope-open"),
            Item("people:staff", "人员名册", "people"),
            Item("people:all-counsel", "法律顾问", "briefcase"),
            Item("timelimits:trial", "期限试算", "calculator"),
        ),
    ),
    Group(
        "普法",
        (
            Item("publicity:activities", "普法活动", "megaphone"),
            Item("publicity:nodes", "普法节点", "calendar-heart"),
            Item("publicity:plan-items", "年度计划", "list-check"),
            Item("publicity:teaching-duties", "责任清单", "person-lines-fill"),
            Item("publicity:satisfactions", "法治满意度", "emoji-smile"),
            Item("publicity:volunteer-counts", "普法力量", "people-fill"),
        ),
    ),
    Group("统计与报告", ()),
    Group(
        "系统管理",
        (
            Item("people:accounts", "账号", "person-badge"),
            Item("people:departments", "科室", "diagram-3"),
            Item("people:charges", "分管", "person-check"),
            Item("people:deputyships", "代理", "person-up"),
            Item("publicity:audiences", "普法对象", "tags"),
            Item("timelimits:year", "工作日历", "calendar3"),
            Item("portal:audit", "审计日志", "journal-text"),
        ),
    ),
)
