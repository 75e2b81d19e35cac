"""Figures of governance: of its registers and of the roster."""

from governance.metrics import registers, roster

__all__ = ["registers", "roster"]
