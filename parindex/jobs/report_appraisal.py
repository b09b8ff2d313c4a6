"""What a document of the appraisal says: the council's minutes, or the unit's answer to it."""

from __future__ import annotations

from pathlib import Path

from parindex.files.project import open_repository
from parindex.jobs.appraise import apply
from parindex.jobs.appraise_files import load_appraisal, load_response, open_case, submission_path
from parindex.jobs.report_kinds import Asked, Made, NoAppraisal
from parindex.jobs.score import Scored
from parindex.reports.view.appraisal import explanation_view, minutes_view
from parindex.reports.view.ranking import Issuer
from parindex.scoring.appraisal import appraise


def appraisal_document(scored: Scored, path: Path, asked: Asked) -> Made:
    """The minutes or the explanation of the unit of a file.

    Raises ``NoAppraisal`` without the council's file, ``Unusable`` for files that cannot be read or do not belong
    together.
    """
    if asked.appraisal is None:
        raise NoAppraisal
    loaded = load_appraisal(asked.appraisal)
    if asked.kind == "appraisal":
        applied = apply(asked.appraisal, asked.responses, unit_path=path)
        if applied.sheet is None:
            return Made(None, applied.findings)
        project = open_repository(path.parent).project
        issuer = Issuer(project.agency, project.report) if project is not None else Issuer()
        return Made(minutes_view(applied.sheet, loaded.appraisal, issuer, draft=asked.draft), applied.findings)
    opened, case = open_case(submission_path(asked.appraisal, loaded.appraisal.submission))
    given = [load_response(each).response for each in asked.responses]
    # Head and foot come from the unit's file as it is now; what was submitted is not touched by them.
    unit = case.unit.model_copy(update={"report": scored.unit.report})
    sheet = appraise(case, loaded.appraisal.entries, given)
    view = explanation_view(sheet, unit, loaded.appraisal, given, draft=asked.draft)
    return Made(view, (*loaded.findings, *opened.findings))
