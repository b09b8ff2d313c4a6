"""What can go wrong with a report, as the command tells it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from parindex.cli.exits import USAGE
from parindex.cli.output import tell
from parindex.cli.texts import say


@contextmanager
def told(lang: str, kind: str, period: str | None, path: Path | None) -> Iterator[None]:
    """Turns the faults of the report's jobs into messages with exit code 2."""
    from parindex.files.unusable import Unusable
    from parindex.jobs.batch import NothingToDo
    from parindex.jobs.periods import NoSuchPeriod
    from parindex.jobs.report_kinds import NoAppraisal, NotMany
    from parindex.jobs.report_pdf import NoOffice, NotConverted

    try:
        yield
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NoSuchPeriod:
        raise typer.BadParameter(say("no_period", lang, period=period)) from None
    except NotMany:
        raise typer.BadParameter(say("report_many", lang, kind=kind)) from None
    except NothingToDo:
        raise typer.BadParameter(say("no_units", lang, folder=path)) from None
    except NoAppraisal:
        raise typer.BadParameter(say("needs_appraisal", lang, kind=kind)) from None
    except NoOffice:
        raise typer.BadParameter(say("no_office", lang)) from None
    except NotConverted as fault:
        typer.echo(say("no_pdf", lang, reason=fault), err=True)
        raise typer.Exit(USAGE) from None
