"""All kinds of rule, told apart by ``kind``."""

from typing import Annotated

from pydantic import Field

from parindex.rules.appraised import Appraised
from parindex.rules.bands import Bands
from parindex.rules.change import Change
from parindex.rules.checklist import Checklist
from parindex.rules.compare import Compare
from parindex.rules.curve import Curve
from parindex.rules.deadline import Deadline
from parindex.rules.formula import Formula
from parindex.rules.meets import Meets
from parindex.rules.per_case import PerCase
from parindex.rules.proportional import Proportional
from parindex.rules.reports import Reports
from parindex.rules.survey import Survey

AnyRule = Annotated[
    Appraised
    | Bands
    | Change
    | Checklist
    | Compare
    | Curve
    | Deadline
    | Formula
    | Meets
    | PerCase
    | Proportional
    | Reports
    | Survey,
    Field(discriminator="kind"),
]
