"""The check settings of a project: which diagnostics are asked for, how grave they are, and what is excepted."""

from typing import Annotated, Literal

from parindex.values.fields import (
    EMPTY_DICT,
    EMPTY_LIST,
    Model,
    Text,
    text,
    whole,
)

CodePrefix = Annotated[str, text(pattern=r"^[EW]\d{0,3}$")]
"""A diagnostic's code, or the beginning of several: ``W509``, ``W5``, ``E``."""

PathPattern = Annotated[str, text(pattern=r"^[^/\\~:][^\\:]*$", max_length=400)]
"""A path inside the repository with forward slashes; ``*`` stands for anything within a name, ``**`` for folders."""


class CheckException(Model):
    """Findings that somebody has looked at and accepts, with the reason."""

    path: PathPattern
    """Tệp, tính từ parindex.yaml | File, relative to parindex.yaml"""
    line: Annotated[int, whole(ge=1)] | None = None
    """Dòng; trống: cả tệp | Line; none: the whole file"""
    code: CodePrefix
    """Mã chẩn đoán | Code of the diagnostic"""
    reason: Text
    """Lý do chấp nhận | Why it is accepted"""


class CheckSettings(Model):
    """How ``parindex check`` judges a repository."""

    select: list[CodePrefix] = EMPTY_LIST
    """Chỉ kiểm tra các mã này; trống: tất cả | Only these codes; none: all"""
    ignore: list[CodePrefix] = EMPTY_LIST
    """Bỏ qua các mã này | Codes that are left out"""
    severities: dict[CodePrefix, Literal["error", "warning", "note"]] = EMPTY_DICT
    """Đổi mức độ theo mã | Other severities, by code"""
    exceptions: list[CheckException] = EMPTY_LIST
    """Ngoại lệ có lý do | Accepted findings, each with its reason"""
