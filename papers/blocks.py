"""What an official paper is made of: values that say what stands in it, never how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Title:
    """The title 标题; a line end in its text divides it over lines."""

    text: str


@dataclass(frozen=True)
class DocumentNumber:
    """The number 发文字号, under or over the title."""

    text: str


@dataclass(frozen=True)
class Addressee:
    """Whom the paper is sent to 主送, written with its colon."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading of the first, second or third level, written with its own 一、（一）or 1."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        """Refuse a level that the renderer has no style for."""
        if self.level not in {1, 2, 3}:
            raise ValueError(f"标题只有一至三级，没有第 {self.level} 级。")


@dataclass(frozen=True)
class Paragraph:
    """Text of the body 正文; each line of it is a paragraph of its own."""

    text: str
    indent: bool = True
    bold: bool = False


@dataclass(frozen=True)
class Table:
    """A table with one row of column titles, as wide as the type area unless widths are given."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths_mm: Sequence[float] | None = None
    header_repeats: bool = True

    def __post_init__(self) -> None:
        """Refuse a ragged table: a cell too many would vanish from the paper."""
        if not self.columns:
            raise ValueError("表格至少要有一列。")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"表格每一行都应当有 {len(self.columns)} 格。")
        if self.widths_mm is not None and len(self.widths_mm) != len(self.columns):
            raise ValueError(f"表格的列宽应当有 {len(self.columns)} 个。")


@dataclass(frozen=True)
class FactTable:
    """A form of labels and values 登记表; a last pair alone has the whole row."""

    pairs: Sequence[tuple[str, str]]
    columns: int = 2

    def __post_init__(self) -> None:
        """Refuse more pairs beside each other than A4 has room for."""
        if self.columns not in {1, 2}:
            raise ValueError("登记表每行一项或者两项。")

    @property
    def rows(self) -> list[Sequence[tuple[str, str]]]:
        """The pairs that stand beside each other."""
        starts = range(0, len(self.pairs), self.columns)
        return [self.pairs[start : start + self.columns] for start in starts]


@dataclass(frozen=True)
class Attachments:
    """The list of attachments 附件说明, numbered when there is more than one."""

    names: Sequence[str]


@dataclass(frozen=True)
class Signature:
    """The organ that signs 署名 over the date of the paper 成文日期, with room for the seal."""

    organ: str
    on: date


Block = (
    Title
    | DocumentNumber
    | Addressee
    | Heading
    | Paragraph
    | Table
    | FactTable
    | Attachments
    | Signature
)


@dataclass(frozen=True)
class Paper:
    """A whole paper; the print mark says on every page who printed it, when, under which number."""

    blocks: Sequence[Block]
    footer_page_numbers: bool = True
    print_mark: str = ""

    @property
    def title(self) -> str:
        """The text of its first title, by which a file of it is called."""
        return next((block.text for block in self.blocks if isinstance(block, Title)), "")
