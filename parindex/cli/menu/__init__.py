"""``parindex menu``: the officer's jobs by numbers; each choice is one of the other commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parindex.cli.options import Lang, LangOption


def menu(
    place: Annotated[
        Path | None,
        typer.Argument(
            metavar="[THƯ-MỤC|TỆP]",
            help="Thư mục làm việc, tệp số liệu hoặc biểu mẫu; không ghi thì thư mục hiện tại.",
            show_default=False,
        ),
    ] = None,
    ascii_: Annotated[
        bool, typer.Option("--ascii", help="In chữ không dấu, cho cửa sổ lệnh không hiện được chữ Việt.")
    ] = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Danh sách việc chọn bằng số: lập biểu mẫu, đọc biểu mẫu, kiểm tra, chấm, báo cáo, nộp."""
    from parindex.cli.menu.loop import open_menu

    raise typer.Exit(open_menu(place, lang.value, unmarked=ascii_))
