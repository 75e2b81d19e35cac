"""The menu on the left."""

from portal.context import Group, Item

MENU: tuple[Group, ...] = (
    Group("", (Item("home", "工作台", "speedometer2"),)),
    Group("业务台账", ()),
    Group("统计与报告", ()),
    Group("系统管理", ()),
)
