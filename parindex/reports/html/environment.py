"""The templates of the site: Jinja's sandbox with everything escaped, cut down to what the pages need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec.structs import asdict

SUFFIX = ".html.j2"
STYLE, SCRIPT = "site.css", "site.js"
_FILTERS = frozenset({"escape", "e", "length", "first", "last", "join"})
"""None of them can mark text as safe."""


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to what pages are made of."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a struct is data: the long search for what an attribute could do takes half of the time."""
        if attribute in getattr(type(obj), "__struct_fields__", ()) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


class Templates:
    """The site's templates, each compiled once however many pages are made of it."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """``files`` are texts by file name: templates (``unit.html.j2``), the style sheet and the script."""
        self._files = files
        environment = _Environment(
            autoescape=True,
            undefined=StrictUndefined,
            loader=DictLoader({name: text for name, text in files.items() if name.endswith(SUFFIX)}),
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.filters = {name: each for name, each in environment.filters.items() if name in _FILTERS}
        environment.globals = {}
        self._environment = environment

    @property
    def assets(self) -> dict[str, str]:
        """The style sheet and the script, by the name under which pages ask for them."""
        return {name: self._files[name] for name in (STYLE, SCRIPT)}

    def render(self, name: str, page: Any) -> Iterator[str]:
        """The pieces of a page; the template sees the fields of the struct ``page`` by their names.

        A field may be an iterator: its rows then go from the ranking to the file one by one.
        """
        template = self._environment.get_template(f"{name}{SUFFIX}")
        stream = template.stream(asdict(page))
        stream.enable_buffering(64)
        yield from stream
