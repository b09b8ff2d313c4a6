"""Options that several commands share, declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Lang(StrEnum):
    """Language of messages."""

    vi = "vi"
    en = "en"


UnitFile = Annotated[Path, typer.Argument(metavar="UNIT.yaml", help="Tệp số liệu của đơn vị.", show_default=False)]
LangOption = Annotated[
    Lang,
    typer.Option("--lang", envvar="PARINDEX_LANG", help="Ngôn ngữ thông báo.", show_default=True, case_sensitive=False),
]
JsonOption = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Coi cảnh báo như lỗi (mã thoát 1).")]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="KỲ", help="Kỳ số liệu: Q2 (2023-Q2), 6m, 9m hoặc year.", show_default=False),
]
