"""Registers without a course: each is a model, a form and a declaration; the rest is shared."""
