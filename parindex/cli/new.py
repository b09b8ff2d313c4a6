"""``parindex new``: repositories, units, sets, plans, templates and examples to begin with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import ForceOption, Lang, LangOption
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.files.unusable import Unusable

app = typer.Typer(
    help="Tạo kho, đơn vị, bộ tiêu chí, kế hoạch, mẫu Word mới; chép ví dụ.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

IdArgument = Annotated[str, typer.Argument(metavar="MÃ", help="Chữ thường không dấu, nối bằng -.", show_default=False)]
TitleOption = Annotated[str | None, typer.Option("--title", metavar="TÊN", help="Tên gọi.", show_default=False)]
SetOption = Annotated[str, typer.Option("--criteria", metavar="BỘ", help="Bộ tiêu chí.")]
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@app.command("project")
def project(
    folder: Annotated[Path, typer.Argument(metavar="THƯ MỤC", help="Thư mục của kho.", show_default=False)],
    title: TitleOption = None,
    criteria: SetOption = "cap-xa-2023",
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tạo một kho minh chứng: cài đặt, một đơn vị mẫu, trình soạn thảo, kiểm tra tự động."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.new import library_of, new_project, write_new

    id_ = _id(folder.absolute().name, lang)
    try:
        library = library_of(folder)
        files = new_project(id_, title or f"Chỉ số CCHC: {id_}", library.criteria(criteria), library.indicators)
        write_new(folder, files, force=force)
    except Unusable as problem:
        _refuse(problem, lang)
    typer.echo(say("project_made", lang, folder=folder))


@app.command("unit")
def unit(
    id_: IdArgument,
    name: Annotated[str, typer.Option("--name", metavar="TÊN", help="Tên đơn vị.", show_default=False)],
    kind: Annotated[
        str | None, typer.Option("--type", metavar="LOẠI", help="xã, phường, thị trấn …", show_default=False)
    ] = None,
    set_: Annotated[
        str | None,
        typer.Option("--criteria", metavar="BỘ", help="Bộ tiêu chí; không ghi: của kho, hoặc cap-xa-2023."),
    ] = None,
    plan: Annotated[
        list[str] | None,
        typer.Option("--plan", metavar="MÃ", help="Kế hoạch áp dụng (dùng nhiều lần được); không ghi: của kho."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="TỆP", help="Mặc định: units/MÃ.yaml.", show_default=False),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tạo tệp số liệu của một đơn vị theo cài đặt của kho."""
    from parindex.files.project import open_repository
    from parindex.files.unusable import Unusable
    from parindex.jobs.new import library_of, new_unit, write_new

    path = output or Path("units") / f"{_id(id_, lang)}.yaml"
    try:
        repository = open_repository(Path())
        library = library_of(Path())
        settings = repository.project
        criteria = library.criteria(set_ or (settings.criteria if settings else "cap-xa-2023"))
        for each in plan or ():
            library.path("plan", each)  # told now if there is none
        plans = tuple(plan or (settings.plans if settings else ()))
        depth = max(0, len(path.parts) - 1)
        text = new_unit(id_, name, kind, criteria, library.indicators, plans, depth)
        write_new(path.parent, {path.name: text}, force=force)
    except Unusable as problem:
        _refuse(problem, lang)
    typer.echo(say("file_made", lang, path=path))


@app.command("criteria")
def criteria(
    id_: IdArgument,
    extends: Annotated[str, typer.Option("--extends", metavar="BỘ", help="Bộ tiêu chí gốc.")] = "cap-xa-2023",
    title: TitleOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tạo một bộ tiêu chí mở rộng bộ đã có."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.new import library_of, new_criteria, write_new

    path = Path("criteria") / f"{_id(id_, lang)}.yaml"
    try:
        library = library_of(Path())
        library.refuse_taken("criteria", id_, path)
        text = new_criteria(id_, title or f"Bộ tiêu chí {id_}", library.criteria(extends))
        write_new(path.parent, {path.name: text}, force=force)
    except Unusable as problem:
        _refuse(problem, lang)
    typer.echo(say("file_made", lang, path=path))


@app.command("plan")
def plan(
    id_: IdArgument,
    year: Annotated[int, typer.Option("--year", min=2000, max=2100, help="Năm của kế hoạch.", show_default=False)],
    issuer: Annotated[str, typer.Option("--issuer", metavar="CƠ QUAN", help="Cơ quan ban hành.", show_default=False)],
    level: Annotated[str, typer.Option("--level", help="province, district, agency hoặc commune.")] = "commune",
    title: TitleOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tạo tệp của một kế hoạch để chép chỉ tiêu, nhiệm vụ vào."""
    from typing import get_args

    from parindex.files.unusable import Unusable
    from parindex.jobs.new import library_of, new_plan, write_new
    from parindex.model.plan import Level

    if level not in get_args(Level):
        raise typer.BadParameter(f"{level} is not one of {', '.join(get_args(Level))}.")
    path = Path("plans") / f"{_id(id_, lang)}.yaml"
    try:
        library_of(Path()).refuse_taken("plan", id_, path)
        text = new_plan(id_, title or f"Kế hoạch CCHC năm {year}", issuer, level, year)
        write_new(path.parent, {path.name: text}, force=force)
    except Unusable as problem:
        _refuse(problem, lang)
    typer.echo(say("file_made", lang, path=path))


@app.command("template")
def template(
    kind: Annotated[
        str, typer.Argument(metavar="LOẠI", help="Loại báo cáo: self, periodic, tasks …", show_default=False)
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="TỆP", help="Mặc định: templates/LOẠI.docx, kho tự dùng.", show_default=False
        ),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Chép mẫu Word của một loại báo cáo để sửa cách trình bày."""
    from parindex.files.folders import make_folder
    from parindex.files.library import Library
    from parindex.files.source import read_bytes
    from parindex.files.unusable import Unusable
    from parindex.files.write import write_bytes
    from parindex.jobs.report_kinds import KINDS

    if kind not in KINDS:
        raise typer.BadParameter(say("no_kind", lang, kind=kind, kinds=", ".join(KINDS)))
    path = output or Path("templates") / f"{kind}.docx"
    try:
        make_folder(path.parent)
        write_bytes(path, read_bytes(Library().template(kind)), force=force)
    except Unusable as problem:
        _refuse(problem, lang)
    typer.echo(say("file_made", lang, path=path))


@app.command("example")
def example(
    name: Annotated[str, typer.Argument(metavar="VÍ-DỤ", help="Tên ví dụ.", show_default=False)] = "phu-son-2023",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Mặc định: tên ví dụ.", show_default=False)
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Chép một ví dụ (số liệu giả định, đủ minh chứng) vào thư mục hiện tại để xem và thử."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.new import example as files_of
    from parindex.jobs.new import examples, write_new

    if name not in examples():
        raise typer.BadParameter(say("no_example", lang, name=name, known=", ".join(examples())))
    folder = output or Path(name)
    try:
        write_new(folder, files_of(name), force=force)
    except Unusable as problem:
        _refuse(problem, lang)
    typer.echo(say("example_made", lang, folder=folder))


def _id(text: str, lang: Lang) -> str:
    if not _ID.fullmatch(text) or len(text) > 80:
        raise typer.BadParameter(say("no_id", lang, text=text))
    return text


def _refuse(problem: Unusable, lang: Lang) -> NoReturn:
    from parindex.cli.output import tell

    tell(problem.findings, lang)
    raise typer.Exit(USAGE) from None
