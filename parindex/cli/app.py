"""All commands. Only the one that is asked for is imported: the others are known by name and one line of help."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from importlib import import_module
from typing import Any

import typer

from parindex import __version__

COMMANDS: Mapping[str, tuple[str, str]] = {
    "menu": ("menu.menu", "Danh sách việc chọn bằng số, cho người không gõ lệnh."),
    "new": ("new.app", "Tạo kho, đơn vị, bộ tiêu chí, kế hoạch, mẫu Word; chép ví dụ."),
    "form": ("form.app", "Biểu mẫu Excel để nhập số liệu: xuất ra và đọc vào."),
    "score": ("score.score", "Chấm điểm một đơn vị và cho xem cách tính."),
    "check": ("check.check", "Kiểm tra tệp, minh chứng và số liệu; chỉ rõ cách sửa."),
    "explain": ("explain.explain", "Giải thích một mã chẩn đoán và cách sửa."),
    "advise": ("advise.advise", "Gợi ý việc cần làm để đạt thêm điểm, còn kịp hạn không."),
    "report": ("report.report", "Viết báo cáo, tờ trình, quyết định bằng Word."),
    "submit": ("submit.submit", "Nộp hồ sơ tự chấm: chốt số liệu, minh chứng, phiếu điểm."),
    "appraise": ("appraise.app", "Thẩm định: chia tệp, tổng hợp, giải trình, điểm cuối cùng."),
    "verify": ("verify.verify", "Kiểm tra hồ sơ, PDF đã ký: còn nguyên không, khác ở đâu."),
    "survey": ("survey.app", "Khảo sát mức độ hài lòng: cỡ mẫu và kết quả."),
    "batch": ("batch.batch", "Chấm điểm và xếp hạng mọi đơn vị của một kho."),
    "rank": ("rank.rank", "Xếp hạng từ các phiếu điểm đã lưu."),
    "compare": ("compare.compare", "So sánh hai đơn vị, hai năm, hoặc trước và sau khi sửa."),
    "plan": ("plan.app", "Xem kế hoạch CCHC: chỉ tiêu, nhiệm vụ, thời hạn, tiến độ."),
    "criteria": ("criteria.app", "Xem, kiểm tra và so sánh các bộ tiêu chí."),
    "schema": ("schema.schema", "In JSON Schema của các loại tệp."),
}
"""By name: where the command stands in this folder, and what it does in a line that no terminal cuts."""


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The program as far as a command line needs it; completion in a shell needs all of it."""
    if "_PARINDEX_COMPLETE" in os.environ:
        return program()
    if arguments and arguments[0] in COMMANDS:
        return program(whole=arguments[:1], named=arguments[:1])  # nobody will see the list of commands
    return program(whole=[word for word in arguments if word in COMMANDS][:1])


def program(whole: Collection[str] = COMMANDS.keys(), named: Collection[str] = COMMANDS.keys()) -> typer.Typer:
    """The program with some commands ``whole``, and the others that are ``named`` by name and help alone."""
    app = typer.Typer(
        name="parindex",
        help="Chấm điểm Chỉ số cải cách hành chính theo quy tắc khai báo, có minh chứng và cách tính.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_top)
    for name in named:
        place, help_ = COMMANDS[name]
        if name not in whole:
            app.command(name, help=help_)(_elsewhere)
            continue
        module, _, attribute = place.partition(".")
        command: Any = getattr(import_module(f"parindex.cli.{module}"), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def _version(show: bool) -> None:
    if show:
        typer.echo(f"parindex {__version__}")
        raise typer.Exit


def _top(
    _show: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="In phiên bản rồi dừng."),
) -> None:
    pass


def _elsewhere() -> None:
    """Stands for a command that is not asked for."""
