"""Word reports from templates that officers can restyle."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import asdict

from parindex.model.sheet import Sheet
from parindex.model.unit import Unit
from parindex.reports.view import Paper, self_view
from parindex.reports.word.errors import TemplateError
from parindex.reports.word.template import compiled


def self_report(
    sheet: Sheet, unit: Unit, template: bytes, *, links: Mapping[str, str] | None = None, draft: bool = False
) -> bytes:
    """The self-assessment report as a .docx: the same arguments give the same bytes.

    ``links`` gives, by document id, the path of its file relative to where the report will lie (as a URI reference:
    ``minh%20chung/05.pdf``), or an address.
    ``draft`` marks every page. Raises ``TemplateError`` where the template cannot be used.
    """
    return written(self_view(sheet, unit, links=links, draft=draft), template)


def written(view: Paper, template: bytes) -> bytes:
    """Any kind of document as a .docx; raises ``TemplateError`` where the template cannot be used."""
    return compiled(template).render(asdict(view), title=view.title, author=view.author, key=view.key)


__all__ = ["TemplateError", "self_report", "written"]
