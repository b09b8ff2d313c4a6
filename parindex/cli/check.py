"""``parindex check``: diagnostics for evidence repositories, in terminals, editors and CI."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parindex.cli.exits import FINDINGS, OK, USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption, StrictOption
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.check import Outcome


class Format(StrEnum):
    """Formats of the findings."""

    text = "text"
    json = "json"
    sarif = "sarif"
    junit = "junit"
    github = "github"
    gitlab = "gitlab"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]…", help="Tệp hoặc thư mục; không ghi thì thư mục hiện tại.", show_default=False),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Dạng in ra.")] = Format.text,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="MÃ", help="Chỉ các mã này: E4,W501 (dùng nhiều lần được)."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="MÃ", help="Bỏ qua các mã này: W509,W6.")
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REV", help="Chỉ những gì thay đổi so với bản git này."),
    ] = None,
    write_hashes: Annotated[
        bool, typer.Option("--write-hashes", help="Ghi sha256 của mọi tệp minh chứng vào tệp đơn vị rồi kiểm tra.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="In đủ mọi lưu ý, kể cả những điều lặp lại.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="TỆP", help="Ghi ra tệp thay cho đầu ra chuẩn.", show_default=False),
    ] = None,
    force: ForceOption = False,
    strict: StrictOption = False,
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Kiểm tra tệp, minh chứng và số liệu; chỉ rõ chỗ sai và cách sửa."""
    from parindex.jobs.check import NothingToCheck, Options, run_check
    from parindex.jobs.check_changed import NoRevision
    from parindex.jobs.check_policy import Asked

    asked = Asked(_codes(select, lang), _codes(ignore, lang))
    places = paths or [Path()]
    if write_hashes:
        _write_hashes(places, force, lang)
    try:
        outcome = run_check(places, Options(asked, strict, full, changed_since, lang.value))
    except NothingToCheck:
        typer.echo(say("nothing_to_check", lang), err=True)
        raise typer.Exit(USAGE) from None
    except NoRevision:
        raise typer.BadParameter(say("no_revision", lang, revision=changed_since)) from None
    _write(outcome, Format.json if json else form, output, force, lang)
    if outcome.unchanged:
        typer.echo(say("unchanged", lang, count=outcome.unchanged, revision=changed_since), err=True)
    if outcome.missing:
        raise typer.Exit(USAGE)
    raise typer.Exit(FINDINGS if outcome.listing.failed else OK)


def _codes(given: list[str] | None, lang: Lang) -> tuple[str, ...]:
    """The codes of an option, split at commas; one that begins no diagnostic's code is a usage error."""
    from parindex.checks.registry import REGISTRY
    from parindex.checks.settings import unknown_code

    codes = tuple(code.strip().upper() for each in given or () for code in each.split(",") if code.strip())
    for code in codes:
        if not any(each.startswith(code) for each in REGISTRY):
            near = unknown_code(code, REGISTRY).get("close")
            hint = say("near", lang, near=near) if near else ""
            raise typer.BadParameter(say("no_diagnostic", lang, code=code, near=hint))
    return codes


def _write(outcome: Outcome, form: Format, output: Path | None, force: bool, lang: Lang) -> None:
    from parindex.cli.output import tell
    from parindex.files.unusable import Unusable
    from parindex.files.write import write_text
    from parindex.reports.findings.formats import FORMATS
    from parindex.reports.findings.text import summary

    text = FORMATS[form.value](outcome.listing)
    if output is None or output == Path("-"):
        typer.echo(text, nl=False)
        return
    try:
        write_text(output, text, force=force)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    typer.echo(summary(outcome.listing), err=True)


def _write_hashes(paths: list[Path], force: bool, lang: Lang) -> None:
    from parindex.cli.output import tell
    from parindex.jobs.hashes import write_hashes

    written = write_hashes(paths, force=force)
    # A digest that differs is told by the check that follows.
    tell([finding for finding in written.findings if finding.code == "E142"], lang, summary=False)
    typer.echo(say("hashes_written", lang, count=written.count, files=len(written.files)), err=True)
