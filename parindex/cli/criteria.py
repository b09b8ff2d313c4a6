"""``parindex criteria``: criteria sets shown as officers know them, proved sound, and compared."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption, StrictOption
from parindex.cli.output import exit_code, show, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.criteria import Checked, CheckedSet, Opened

R = TypeVar("R")

app = typer.Typer(help="Xem, kiểm tra và so sánh các bộ tiêu chí.", no_args_is_help=True, rich_markup_mode=None)

SetArgument = Annotated[str, typer.Argument(metavar="BỘ", help="Mã bộ tiêu chí hoặc tệp .yaml.", show_default=False)]


class Format(StrEnum):
    """Formats of a comparison."""

    text = "text"
    json = "json"
    markdown = "markdown"


@app.command("list")
def list_sets(json: JsonOption = False, lang: LangOption = Lang.vi) -> None:
    """Liệt kê các bộ tiêu chí."""
    from parindex.jobs.criteria import known_sets
    from parindex.reports.criteria.terminal import show_list

    sets, findings = known_sets()
    tell(findings, lang)
    if json:
        keys = ("id", "title", "level", "year", "status", "decision")
        _json({"format": "1", "sets": [{key: getattr(each, key) for key in keys} for each in sets]})
    else:
        show(show_list(sets, lang.value))
    raise typer.Exit(exit_code(findings))


@app.command("show")
def show_set(
    criteria: SetArgument,
    code: Annotated[
        str | None,
        typer.Option("--code", metavar="MÃ", help="Chỉ in tiêu chí này và các tiêu chí con.", show_default=False),
    ] = None,
    json: JsonOption = False,
    docx: Annotated[bool, typer.Option("--docx", help="Viết thành bảng Word.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="TỆP", help="Tệp Word; «-» là đầu ra chuẩn.", show_default=False),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """In một bộ tiêu chí: điểm, cách chấm, ngưỡng, minh chứng, ai chấm, ai thẩm định."""
    from parindex.jobs.criteria import close_code
    from parindex.reports.criteria.view import set_view

    opened = _opened(criteria, lang)
    view = set_view(opened.criteria, _try(lambda: opened.library.indicators, lang), lang.value, code)
    if not view.rows:
        close = close_code(code or "", opened.criteria)
        raise typer.BadParameter(say("no_code", lang, code=code, near=say("near", lang, near=close) if close else ""))
    if output is not None and not docx:
        raise typer.BadParameter(say("needs_docx_table", lang))
    if docx:
        _write(view, output or Path(f"{opened.criteria.id}.docx"), force, lang)
    elif json:
        from parindex.reports.criteria.data import set_data

        _json(set_data(opened.criteria, opened.library.indicators, lang.value, code))
    else:
        from parindex.reports.criteria.terminal import show_set as shown

        show(shown(view, lang.value))


@app.command("check")
def check(
    criteria: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BỘ]…", help="Mã bộ tiêu chí hoặc tệp .yaml; không ghi thì kiểm tra tất cả.", show_default=False
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="In điểm cao nhất và thấp nhất đạt được của từng tiêu chí.")
    ] = False,
    json: JsonOption = False,
    strict: StrictOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Chứng minh bộ tiêu chí đúng: tổng điểm, mã, quy tắc, ngưỡng, điểm đạt được, ví dụ tính tay."""
    from parindex.jobs.criteria import check_sets

    checked = _try(lambda: check_sets(criteria or ()), lang)
    if not checked.sets:
        typer.echo(say("no_sets", lang), err=True)
        raise typer.Exit(USAGE)
    if json:
        _json(_checked_data(checked, lang))
    else:
        _tell_checked(checked, lang, verbose=verbose)
    raise typer.Exit(USAGE if checked.lost else exit_code(checked.findings, strict=strict))


@app.command("diff")
def diff(
    before: Annotated[str, typer.Argument(metavar="BỘ_CŨ", help="Mã hoặc tệp .yaml.", show_default=False)],
    after: Annotated[str, typer.Argument(metavar="BỘ_MỚI", help="Mã hoặc tệp .yaml.", show_default=False)],
    json: JsonOption = False,
    form: Annotated[Format, typer.Option("--format", help="Dạng in ra.")] = Format.text,
    lang: LangOption = Lang.vi,
) -> None:
    """So hai bộ tiêu chí: thêm, bỏ, đổi tên, điểm, cách chấm, ngưỡng, minh chứng, chính sách."""
    from parindex.reports.criteria.difference import diff_view
    from parindex.reports.criteria.difference_text import data, markdown, terminal
    from parindex.scoring.diff import diff as differences

    old, new = _opened(before, lang), _opened(after, lang)
    found = differences(old.criteria, new.criteria)
    if json or form is Format.json:
        _json(data(found))
        return
    indicators = {**_try(lambda: old.library.indicators, lang), **_try(lambda: new.library.indicators, lang)}
    view = diff_view(found, indicators, lang.value)
    if form is Format.markdown:
        typer.echo(markdown(view, lang.value), nl=False)
    else:
        show(terminal(view, lang.value))


def _opened(reference: str, lang: Lang) -> Opened:
    from parindex.jobs.criteria import open_set

    return _try(lambda: open_set(reference), lang)


def _try(job: Callable[[], R], lang: Lang) -> R:
    """Run a job; what cannot be used is told, with exit code 2."""
    from parindex.files.unusable import Unusable

    try:
        return job()
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None


def _write(view: Any, output: Path, force: bool, lang: Lang) -> None:
    from parindex.files.write import write_bytes
    from parindex.reports.criteria.word import set_document

    content = set_document(view, lang.value)
    if output == Path("-"):
        typer.get_binary_stream("stdout").write(content)
        return
    _try(lambda: write_bytes(output, content, force=force), lang)
    typer.echo(say("set_written", lang, path=output))


def _tell_checked(checked: Checked, lang: Lang, *, verbose: bool) -> None:
    from parindex.checks.render import render
    from parindex.reports.criteria.checked import bounds_table, verdict

    for finding in checked.findings:
        typer.echo(render(finding, lang.value))
    for each in checked.sets:
        if each.opened is None or each.check is None:
            typer.echo(say("set_unusable", lang, name=each.name))
            continue
        typer.echo(verdict(each.opened.criteria, *_counted(each), lang.value))
        if verbose:
            show(bounds_table(each.opened.criteria, each.check.bounds, lang.value))


def _counted(each: CheckedSet) -> tuple[int, int]:
    from parindex.checks.registry import severity_of

    grades = [severity_of(finding) for finding in each.findings]
    return grades.count("error"), grades.count("warning")


def _checked_data(checked: Checked, lang: Lang) -> dict[str, Any]:
    from parindex.checks.registry import severity_of
    from parindex.checks.render import message, remedy
    from parindex.reports.criteria.checked import bounds_data

    return {
        "format": "1",
        "sets": [
            {
                "set": each.name,
                "leaves": bounds_data(each.check.bounds) if each.check else [],
                "findings": [
                    {
                        "code": finding.code,
                        "severity": severity_of(finding),
                        "file": finding.file,
                        "line": finding.place.line if finding.place else None,
                        "column": finding.place.column if finding.place else None,
                        "message": message(finding, lang.value),
                        "remedy": remedy(finding, lang.value),
                    }
                    for finding in each.findings
                ],
            }
            for each in checked.sets
        ],
    }


def _json(data: object) -> None:
    from json import dumps

    typer.echo(dumps(data, ensure_ascii=False, indent=2))
