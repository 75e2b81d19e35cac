"""The pages about people, by subject."""

from people.views.sign_in import locked_out

__all__ = ["locked_out"]
