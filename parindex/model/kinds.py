"""The kinds of files that people and the program write, by what stands at ``kind:``."""

from collections.abc import Mapping

from pydantic import BaseModel

from parindex.model.appraisal import Appraisal, Response
from parindex.model.criteria import CriteriaSet
from parindex.model.indicators import Indicators
from parindex.model.plan import Plan
from parindex.model.project import Project
from parindex.model.submission import Submission
from parindex.model.survey import SurveyFile
from parindex.model.unit import Unit

KINDS: Mapping[str, type[BaseModel]] = {
    "project": Project,
    "unit": Unit,
    "criteria": CriteriaSet,
    "plan": Plan,
    "indicators": Indicators,
    "submission": Submission,
    "appraisal": Appraisal,
    "response": Response,
    "survey": SurveyFile,
}
"""The model of each kind; a criteria set with ``extends`` is an ``Overlay``."""
