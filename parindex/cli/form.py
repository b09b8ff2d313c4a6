"""``parindex form``: the Excel form of a unit, out and back in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parindex.cli.exits import FINDINGS, OK, USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption
from parindex.cli.output import exit_code, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.forms import Exported
    from parindex.jobs.forms_import import Imported
    from parindex.values.findings import Finding

app = typer.Typer(no_args_is_help=True, help="Biểu mẫu Excel để nhập số liệu: xuất ra và đọc vào.")


@app.command("export")
def export(
    source: Annotated[
        Path | None,
        typer.Argument(metavar="[UNIT.yaml|THƯ-MỤC]", help="Tệp của một đơn vị, hoặc cả kho.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="TỆP", help="Tệp .xlsx; với cả kho là thư mục.", show_default=False),
    ] = None,
    unit: Annotated[
        str,
        typer.Option("--unit", metavar="MÃ", help="Mã đơn vị trong kho, hoặc đơn vị chưa có tệp.", show_default=False),
    ] = "",
    name: Annotated[str, typer.Option("--name", metavar="TÊN", help="Tên đơn vị.", show_default=False)] = "",
    kind: Annotated[str, typer.Option("--type", metavar="LOẠI", help="xã, phường …", show_default=False)] = "",
    criteria: Annotated[
        str, typer.Option("--criteria", metavar="MÃ", help="Bộ tiêu chí (mặc định: của kho).", show_default=False)
    ] = "",
    plans: Annotated[
        list[str] | None, typer.Option("--plan", metavar="MÃ", help="Kế hoạch áp dụng (dùng nhiều lần được).")
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Xuất biểu mẫu Excel của một đơn vị, hoặc của mọi đơn vị trong một kho."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.forms import NotKnown, export_folder, export_known, export_unit

    if (source is None) == (not unit):
        raise typer.BadParameter(say("form_source", lang))
    findings: Sequence[Finding] = ()
    try:
        if source is None:
            done: list[Exported] = [export_known(unit, output, name, kind, criteria, plans or [], force=force)]
        elif source.is_dir():
            done, findings = export_folder(source, output or Path("bieu-mau"), force=force)
            if not done and not findings:
                raise typer.BadParameter(say("no_units", lang, folder=source))
        else:
            done = [export_unit(source, output, force=force)]
    except NotKnown:
        raise typer.BadParameter(say("form_new", lang)) from None
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    tell(findings, lang)
    for each in done:
        typer.echo(say("form_written", lang, path=each.path))
    raise typer.Exit(exit_code(findings))


@app.command("import")
def import_(
    form: Annotated[
        Path, typer.Argument(metavar="BIỂU-MẪU.xlsx|THƯ-MỤC", help="Biểu mẫu đã nhập, hoặc cả thư mục biểu mẫu.")
    ],
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="UNIT.yaml",
            help="Tệp của đơn vị (mặc định: cạnh biểu mẫu, hoặc trong kho).",
            show_default=False,
        ),
    ] = None,
    form_wins: Annotated[
        bool, typer.Option("--form-wins", help="Nơi biểu mẫu và tệp đều đã sửa thì lấy theo biểu mẫu.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ cho xem thay đổi, không ghi.")] = False,
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Đọc biểu mẫu vào tệp số liệu của đơn vị; mọi chỗ sai được báo theo trang và ô."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.forms_import import forms_in, import_form

    folder = form.is_dir()
    forms = forms_in(form) if folder else [form]
    if not forms or (folder and into is not None):
        raise typer.BadParameter(say("no_forms" if not forms else "form_into", lang, folder=form))
    worst, results = OK, []
    for each in forms:
        try:
            result = import_form(each, into, dry_run=dry_run, form_wins=form_wins)
        except Unusable as problem:
            tell(problem.findings, lang)
            worst = FINDINGS if folder else USAGE
            continue
        tell(result.findings, lang)
        results.append(result)
        code = exit_code(result.findings)
        worst = max(worst, code)
        if code == FINDINGS and not json:
            typer.echo(say("form_refused", lang, path=result.path), err=True)
        elif not json:
            _told(result, dry_run, lang)
    if json and (results or folder):
        _json([_found(each) for each in results] if folder else _found(results[0]))
    raise typer.Exit(worst)


def _told(result: Imported, dry_run: bool, lang: Lang) -> None:
    from parindex.reports.forms.cells import shown

    for change in result.changes:
        before, after = (shown(change.kind, text) or "–" for text in (change.before, change.after))
        typer.echo(f"{change.where}: {before} → {after}")
    key = "form_same" if not result.changes and not result.created else "form_dry" if dry_run else "form_read"
    typer.echo(say(key, lang, path=result.path, count=len(result.changes)))
    if not result.remembered:
        typer.echo(say("form_open", lang), err=True)


def _found(result: Imported) -> dict[str, object]:
    changes = [{"cell": each.where, "before": each.before, "after": each.after} for each in result.changes]
    return {
        "file": result.path.as_posix(),
        "created": result.created,
        "written": result.written,
        "changes": changes,
        "findings": [{"code": each.code, "where": each.file} for each in result.findings],
    }


def _json(found: object) -> None:
    import json

    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
