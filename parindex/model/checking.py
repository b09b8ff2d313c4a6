"""The check settings of a project: which diagnostics are asked for, how grave they are, and what is excepted."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from parindex.values.fields import Model, Text, doc

CodePrefix = Annotated[str, StringConstraints(pattern=r"^[EW]\d{0,3}$")]
"""A diagnostic's code, or the beginning of several: ``W509``, ``W5``, ``E``."""

PathPattern = Annotated[str, Field(pattern=r"^[^/\\~:][^\\:]*$", max_length=400)]
"""A path inside the repository with forward slashes; ``*`` stands for anything within a name, ``**`` for folders."""


class CheckException(Model):
    """Findings that somebody has looked at and accepts, with the reason."""

    path: Annotated[PathPattern, doc("Tệp, tính từ parindex.yaml", "File, relative to parindex.yaml")]
    line: Annotated[int | None, doc("Dòng; trống: cả tệp", "Line; none: the whole file"), Field(ge=1)] = None
    code: Annotated[CodePrefix, doc("Mã chẩn đoán", "Code of the diagnostic")]
    reason: Annotated[Text, doc("Lý do chấp nhận", "Why it is accepted")]


class CheckSettings(Model):
    """How ``parindex check`` judges a repository."""

    select: Annotated[
        list[CodePrefix], doc("Chỉ kiểm tra các mã này; trống: tất cả", "Only these codes; none: all")
    ] = []
    ignore: Annotated[list[CodePrefix], doc("Bỏ qua các mã này", "Codes that are left out")] = []
    severities: Annotated[
        dict[CodePrefix, Literal["error", "warning", "note"]],
        doc("Đổi mức độ theo mã", "Other severities, by code"),
    ] = {}
    exceptions: Annotated[
        list[CheckException], doc("Ngoại lệ có lý do", "Accepted findings, each with its reason")
    ] = []
