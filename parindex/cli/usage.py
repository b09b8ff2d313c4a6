"""Usage errors in Vietnamese: typer's own sentences are English only."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from parindex.cli.texts import language


def sentence(error: Any) -> str:
    """What is wrong with the command line, in the language of ``PARINDEX_LANG``.

    The kinds of error are told apart by name, for their classes move between versions of typer.
    """
    if language() == "en":
        return str(error.format_message())
    match type(error).__name__:
        case "MissingParameter":
            return f"Thiếu {_name(error)}."
        case "NoSuchOption":
            near = list(error.possibilities or [])
            return f"Không có tùy chọn {error.option_name}.{_near(near[0] if near else None)}"
        case "NoSuchCommand" | "UsageError" if (word := _unknown_command(error)) is not None:
            commands = list(error.ctx.command.commands) if error.ctx else []
            close = get_close_matches(word, commands, n=1, cutoff=0.5)
            return f"Không có lệnh {word}.{_near(close[0] if close else None)}"
        case "BadParameter":
            reason = str(error.message).removeprefix("Value error, ")
            where = f" ({_name(error)})" if error.param is not None or error.param_hint else ""
            return f"{_translated(reason)}{where}"
        case "BadOptionUsage":
            return f"Tùy chọn {error.option_name} cần một giá trị."
    return str(error.format_message())


def _name(error: Any) -> str:
    if error.param_hint:
        return error.param_hint if isinstance(error.param_hint, str) else " / ".join(error.param_hint)
    parameter = error.param
    if parameter is None:
        return "tham số"
    if getattr(parameter, "param_type_name", "") == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name)


def _near(name: str | None) -> str:
    return f" Có phải là {name}?" if name else ""


def _unknown_command(error: Any) -> str | None:
    parts = str(error.message).split("'")
    return parts[1] if str(error.message).startswith("No such command") and len(parts) > 1 else None


def _translated(reason: str) -> str:
    if " is not one of " in reason:
        value, _, allowed = reason.partition(" is not one of ")
        return f"{value} không hợp lệ; chọn một trong {allowed.rstrip('.')}"
    if " is not a valid " in reason:
        value, _, kind = reason.partition(" is not a valid ")
        return f"{value} không hợp lệ (cần {kind.rstrip('.')})"
    return reason
