"""All kinds of rule, told apart by ``kind``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from parindex.rules.appraised import Appraised
from parindex.rules.bands import Bands
from parindex.rules.checklist import Checklist
from parindex.rules.deadline import Deadline
from parindex.rules.meets import Meets
from parindex.rules.per_case import PerCase
from parindex.rules.proportional import Proportional
from parindex.rules.reports import Reports
from parindex.rules.survey import Survey

AnyRule = Annotated[
    Appraised | Bands | Checklist | Deadline | Meets | PerCase | Proportional | Reports | Survey,
    Field(discriminator="kind"),
]
