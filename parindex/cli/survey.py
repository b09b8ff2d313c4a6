"""``parindex survey``: how many to ask, and what the answers say."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import ForceOption, JsonOption, Lang, LangOption
from parindex.cli.output import exit_code, show, tell
from parindex.cli.texts import say

app = typer.Typer(help="Khảo sát mức độ hài lòng: cỡ mẫu và kết quả.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def sample(
    groups: Annotated[
        list[str], typer.Argument(metavar="[NHÓM=]SỐ…", help="Tổng thể, hoặc từng nhóm: người-dân=4200.")
    ],
    error: Annotated[str, typer.Option("--error", metavar="%", help="Sai số cho phép, phần trăm.")] = "5",
    confidence: Annotated[str, typer.Option("--confidence", metavar="90|95|99", help="Độ tin cậy, phần trăm.")] = "95",
    json: JsonOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tính cỡ mẫu và phân bổ theo nhóm."""
    from parindex.scoring.survey import Z, allocate, sample_size, sample_size_at

    populations: dict[str, int] = {}
    for each in groups:
        name, _, size = each.rpartition("=")
        if not (size.isascii() and size.isdigit()) or name in populations:
            raise typer.BadParameter(say("survey_group", lang, text=each))
        populations[name] = int(size)
    try:
        margin = Decimal(error.replace(",", "."))
    except InvalidOperation:
        margin = Decimal(0)
    if not (margin.is_finite() and 0 < margin < 50) or confidence not in Z:
        raise typer.BadParameter(say("survey_error", lang, error=error, confidence=confidence))
    whole = sum(populations.values())
    plain = sample_size(whole, margin)
    sure = sample_size_at(whole, margin, confidence)
    parts = allocate(plain, populations), allocate(sure, populations)
    rows = [(name or "–", size, parts[0][name], parts[1][name]) for name, size in populations.items()]
    if len(populations) > 1:
        rows.append((say("survey_all", lang), whole, plain, sure))
    if json:
        import json as text

        keys = ("group", "population", "sample", "sample_at_confidence")
        typer.echo(text.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
        return
    from parindex.reports.survey import sample as table

    show(table(rows, confidence, lang.value))


@app.command()
def score(
    responses: Annotated[Path, typer.Argument(metavar="PHIẾU.csv|xlsx", help="Tệp phiếu trả lời.")],
    mapping: Annotated[Path, typer.Option("--map", metavar="ÁNH-XẠ.yaml", help="Cột nào là câu hỏi nào.")],
    unit: Annotated[
        Path | None,
        typer.Option(
            "--unit", metavar="UNIT.yaml", help="Kiểm tra bộ tiêu chí có tính khảo sát này.", show_default=False
        ),
    ] = None,
    clean: Annotated[
        Path | None,
        typer.Option("--clean", metavar="TỆP.csv", help="Ghi phiếu đã bỏ dữ liệu cá nhân.", show_default=False),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", metavar="UNIT.yaml", help="Ghi kết quả và minh chứng vào tệp của đơn vị.", show_default=False
        ),
    ] = None,
    json: JsonOption = False,
    force: ForceOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Tính mức độ hài lòng; --into ghi kết quả vào tệp của đơn vị, --json in phần documents và facts."""
    from parindex.files.unusable import Unusable
    from parindex.jobs import survey as job
    from parindex.jobs.survey_into import write_into

    try:
        found = job.score_survey(responses, mapping, unit or into)
        if into is not None and clean is None and found.responses.personal:
            raise typer.BadParameter(say("survey_clean", lang, columns=", ".join(found.responses.personal)))
        evidence, digest = responses, found.responses.sha256
        if clean is not None:
            evidence, digest = clean, job.clean(found, clean, force=force)
        written, kept = write_into(found, evidence, digest, into, force=force) if into is not None else ([], [])
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    tell((*found.findings, *kept), lang)
    if into is not None:
        typer.echo(say("survey_into", lang, path=into, indicators=", ".join(written) or "–"), err=True)
    if clean is None and found.responses.personal:
        names = ", ".join(found.responses.personal)
        typer.echo(say("survey_personal", lang, columns=names), err=True)
    if json:
        import json as text

        typer.echo(text.dumps(job.figures(found, evidence, digest), ensure_ascii=False, indent=2))
    else:
        from parindex.reports.survey import scored

        counted = found.counted
        forms = [
            (("Phiếu phát ra", "Handed out"), None if found.survey.sent is None else int(found.survey.sent)),
            (("Phiếu thu về", "Came back"), counted.rows),
            (("Phiếu bỏ trống", "Blank"), counted.blank),
            (("Phiếu trùng", "Duplicates"), counted.duplicates),
            (("Phiếu hợp lệ", "Valid"), counted.valid),
            (("Cỡ mẫu tối thiểu", "Least sample"), counted.needed),
        ]
        rows = {each.column: found.questions[each.id] for each in found.survey.questions}
        rows |= {f"→ {result.indicator}": value for result, value in found.results}
        rows[say("survey_overall", lang)] = found.overall
        show(scored(found.survey.title, forms, rows, lang.value))
    raise typer.Exit(exit_code(found.findings))
