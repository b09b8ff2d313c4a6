"""All commands."""

from __future__ import annotations

import typer

from parindex import __version__
from parindex.cli import (
    advise,
    appraise,
    batch,
    check,
    compare,
    criteria,
    explain,
    form,
    new,
    plan,
    rank,
    report,
    schema,
    score,
    submit,
    survey,
    verify,
)

app = typer.Typer(
    name="parindex",
    help="Chấm điểm Chỉ số cải cách hành chính theo quy tắc khai báo, có minh chứng và cách tính.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(show: bool) -> None:
    if show:
        typer.echo(f"parindex {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    _show: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="In phiên bản rồi dừng."),
) -> None:
    pass


app.command("score")(score.score)
app.command("report")(report.report)
app.command("check")(check.check)
app.command("schema")(schema.schema)
app.command("explain")(explain.explain)
app.add_typer(new.app, name="new")
app.add_typer(plan.app, name="plan")
app.add_typer(criteria.app, name="criteria")
app.add_typer(form.app, name="form")
app.command("batch")(batch.batch)
app.command("rank")(rank.rank)
app.add_typer(survey.app, name="survey")
app.command("advise")(advise.advise)
app.command("compare")(compare.compare)
app.command("submit")(submit.submit)
app.add_typer(appraise.app, name="appraise")
app.command("verify")(verify.verify)
