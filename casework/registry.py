"""Declarations under unique keys, filled by the record apps when the portal starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Holds declarations of one sort; a key used twice is an error at start."""

    def __init__(self, sort: str) -> None:
        self.sort = sort
        self._declared: dict[str, T] = {}

    def add(self, key: str, declaration: T) -> None:
        if key in self._declared:
            raise ValueError(f"{self.sort} {key!r} is declared twice")
        self._declared[key] = declaration

    def __getitem__(self, key: str) -> T:
        return self._declared[key]

    def get(self, key: str) -> T | None:
        return self._declared.get(key)

    def __contains__(self, key: str) -> bool:
        return key in self._declared

    def __iter__(self) -> Iterator[T]:
        return iter(self._declared.values())

    def items(self) -> list[tuple[str, T]]:
        return list(self._declared.items())
