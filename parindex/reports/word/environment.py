"""The template language: Jinja's sandbox, cut down to what a report needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape
from msgspec import Struct

from parindex.reports.view.data import Chart
from parindex.reports.word.inline import Sheaf, clean, text_xml

_ALLOWED = (
    "abs batch capitalize count default d first float groupby int items join last length list lower map max min "
    "reject rejectattr replace reverse round select selectattr slice sort sum title trim unique upper"
)
FILTERS = frozenset(_ALLOWED.split())
"""Filters that neither mark text as safe nor read attributes by formatting."""
_METHODS = frozenset({"items", "keys", "values", "get"})
SHEAF = "_sheaf"
_MOST_STEPS = 1_000
"""Steps of a ``range``."""


class UnknownName(UndefinedError):
    """A name, or a field of a value, that does not exist; ``known`` are those that do."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = sorted(known)


class NotText(TypeError):
    """What is to be printed is neither text nor a number."""


class _Missing(StrictUndefined):
    """Fails wherever it is used, and knows what could have been meant."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Callable[..., Any] = UnknownName,
    ) -> None:
        raised = exc if exc is not UnknownName else lambda _message: UnknownName(str(name), _known(obj))
        super().__init__(hint, obj, name, raised)  # type: ignore[arg-type]  # a callable that makes the exception


def _known(obj: object) -> list[str]:
    if isinstance(obj, Struct):
        return list(obj.__struct_fields__)
    if isinstance(obj, LoopContext):
        return [name for name in dir(obj) if not name.startswith("_")]
    return [str(key) for key in obj] if isinstance(obj, Mapping) else []


class Environment(ImmutableSandboxedEnvironment):
    """Calls reach only ``range``, ``namespace`` and the loop; no attribute that begins with an underscore is seen."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=_Missing, finalize=_printed, cache_size=0)
        # Text as the template has it: ``default_filters`` of Jinja would let a template mark data as safe XML.
        self.filters = {name: each for name, each in self.filters.items() if name in FILTERS}
        self.filters |= {"runs": _runs, "chart": _chart, "attribute": _attribute}
        self.globals = {"range": _range, "namespace": self.globals["namespace"]}

    def is_safe_callable(self, obj: Any) -> bool:
        """``range``, ``namespace``, the loop's own, and reading a mapping."""
        if any(obj is each for each in self.globals.values()):
            return True
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, LoopContext):
            return True
        return isinstance(owner, Mapping) and getattr(obj, "__name__", "") in _METHODS

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Numbers only, and no powers: ``"a" * 10 ** 9`` would fill the memory."""
        numbers = all(isinstance(side, int | float) for side in (left, right))
        if not numbers or operator == "**":
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def _printed(value: object) -> object:
    """What a ``{{ … }}`` prints: escaped text; nothing for ``None``."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return ""
    if isinstance(value, Undefined):
        str(value)  # raises
    if not isinstance(value, str | int | float | Decimal | date):
        raise NotText(type(value).__name__)
    return text_xml(value)


def _range(*steps: int) -> range:
    found = range(*steps)
    if len(found) > _MOST_STEPS:
        raise SecurityError("range")
    return found


def _sheaf(context: Context, value: object) -> Sheaf:
    sheaf = context.resolve(SHEAF)
    if not isinstance(sheaf, Sheaf):
        raise SecurityError("sheaf")
    if isinstance(value, Undefined):
        str(value)  # raises
    return sheaf


@pass_context
def _runs(context: Context, value: object, index: int) -> Markup:
    return _sheaf(context, value).runs(value, index)


@pass_context
def _chart(context: Context, value: object, index: int) -> Markup:
    """Hands the chart over, to be drawn once the text stands; its title is the alternative text."""
    sheaf = _sheaf(context, value)
    if not isinstance(value, Chart):
        raise TypeError("not a chart")
    if index in sheaf.charts:
        raise SecurityError("a chart inside a loop")
    sheaf.charts[index] = value
    return _attribute(value.title)


def _attribute(value: object) -> Markup:
    """Text inside an attribute: one line, no markup."""
    if isinstance(value, Undefined):
        str(value)  # raises
    return escape(" ".join(clean("" if value is None else str(value)).split()))
