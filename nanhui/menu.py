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
            Item("litigation:lawsuits", "行政诉讼", "bank"),
            Item("litigation:reconsiderations", "行政复议", "arrow-repeat"),
            Item("litigation:hearings", "开庭和庭前例会", "calendar-event"),
            Item("litigation:mediations", "调解化解", "chat-dots"),
            Item("litigation:defects", "败诉原因和整改", "tools"),
            Item("people:staff", "人员名册", "people"),
            Item("people:all-counsel", "法律顾问", "briefcase"),
            Item("timelimits:trial", "期限试算", "calculator"),
        ),
    ),
    Group(
        "统计与报告",
        (
            Item("reports:figures", "统计数据", "bar-chart"),
            Item("reports:new-upload", "导入台账", "upload"),
        ),
    ),
    Group(
        "系统管理",
        (
            Item("people:accounts", "账号", "person-badge"),
            Item("people:departments", "科室", "diagram-3"),
            Item("people:charges", "分管", "person-check"),
            Item("people:deputyships", "代理", "person-up"),
            Item("timelimits:year", "工作日历", "calendar3"),
            Item("portal:audit", "审计日志", "journal-text"),
        ),
    ),
)
