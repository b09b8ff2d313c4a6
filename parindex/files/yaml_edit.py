"""Change values of a YAML text where they stand: comments, order and the layout of all else stay as they are.

Values are put and taken away by their routes. The text is parsed once; every change becomes the replacement of one
stretch of it. The result is read again and compared with what the changes mean, so that a construct which this module
does not know ends in ``Uneditable``, never in a wrong file.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from enum import Enum
from itertools import pairwise
from typing import Any, Final

from parindex.files.pyyaml import yaml
from parindex.files.unusable import Unusable
from parindex.files.yaml_emit import inline, pair, tail
from parindex.files.yaml_reader import read_text
from parindex.files.yaml_spans import Span, Spans
from parindex.values.findings import Route


class _Gone(Enum):
    GONE = "gone"


GONE: Final = _Gone.GONE
"""In place of a value: take the key or the item away."""

Edits = Mapping[Route, Any]
"""New values by route: text, ``True``, ``False``, ``None``, lists, dicts, or ``GONE``.

A route whose end is not there yet is made, with everything on the way to it. An item number from the length of a list
on appends to it, in the order of the numbers; the numbers of other items are those of the text as it is.
"""

_Tree = dict[str | int, Any]


class Uneditable(Exception):
    """The text cannot be changed there without rewriting what surrounds it."""


class _Put:
    """The end of a route in the tree of edits."""

    def __init__(self, value: Any) -> None:
        self.value = value


def edited(text: str, edits: Edits) -> str:
    """The text with the changes made; raises ``Uneditable``, and ``Unusable`` when the text itself cannot be read.

    ``text`` is that of a file without its byte order mark. A collection that loses its last entry stays, empty.
    """
    if not edits:
        return text
    before = read_text(text, "-").data
    tree = _tree(edits)
    editor = _Editor(text)
    root = yaml.compose(text, yaml.BaseLoader)
    if not isinstance(root, yaml.CollectionNode):
        raise Uneditable("the file is no mapping")
    editor.collection(root, tree, flow=bool(root.flow_style))
    result = editor.result()
    try:
        after = read_text(result, "-").data
    except Unusable as fault:
        raise Uneditable(str(fault)) from None
    if after != applied(before, edits):
        raise Uneditable("the text means something else after the change")
    return result


def applied(data: Any, edits: Edits) -> Any:
    """The data after the changes: what the edited text must say."""
    return _apply(copy.deepcopy(data), _tree(edits))


def _tree(edits: Edits) -> _Tree:
    tree: _Tree = {}
    for route, value in edits.items():
        if not route:
            raise ValueError("a whole file cannot be put")
        below = tree
        for step in route[:-1]:
            below = below.setdefault(step, {})
            if isinstance(below, _Put):
                raise ValueError(f"{route} lies under another change")
        if route[-1] in below:
            raise ValueError(f"{route} lies over another change")
        below[route[-1]] = _Put(value)
    return tree


def _apply(data: Any, change: Any) -> Any:
    if isinstance(change, _Put):
        return change.value
    if isinstance(data, list) and all(isinstance(step, int) for step in change):
        count = len(data)
        kept = [
            _apply(item, change[number]) if number in change else item
            for number, item in enumerate(data)
            if not _is_gone(change.get(number))
        ]
        return kept + [_built(change[step]) for step in sorted(change) if step >= count and not _is_gone(change[step])]
    if isinstance(data, dict):
        for step, below in change.items():
            if _is_gone(below):
                data.pop(step, None)
            elif step in data:
                data[step] = _apply(data[step], below)
            elif (value := _built(below)) is not GONE:
                data[step] = value
        return data
    value = _built(change)
    return data if value is GONE else value


def _is_gone(change: Any) -> bool:
    return isinstance(change, _Put) and change.value is GONE


def _built(change: Any) -> Any:
    """The value that changes make where nothing stands; ``GONE`` when they only take away."""
    if isinstance(change, _Put):
        return change.value
    made = {step: value for step, below in change.items() if (value := _built(below)) is not GONE}
    if not made:
        return GONE
    if all(isinstance(step, int) for step in made):
        return [made[step] for step in sorted(made)]
    return made


class _Editor:
    """Collects replacements of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = Spans(text)
        self.newline = "\r\n" if re.search(r"\r?\n", text + "\n")[0] == "\r\n" else "\n"  # type: ignore[index]
        self.replacements: list[tuple[int, int, int, str]] = []

    def replace(self, start: int, end: int, text: str) -> None:
        self.replacements.append((start, end, len(self.replacements), text.replace("\n", self.newline)))

    def result(self) -> str:
        # At one position what is put in comes before what is taken away, and in the order in which it was asked for.
        parts: list[str] = []
        at = 0
        for start, end, _, new in sorted(self.replacements, key=lambda each: (each[0], each[1] > each[0], each[2])):
            if start < at:
                raise Uneditable("two changes meet")
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]])

    def collection(self, node: Any, tree: _Tree, *, flow: bool) -> None:
        """The changes under one mapping or list."""
        is_list = isinstance(node, yaml.SequenceNode)
        if is_list != all(isinstance(step, int) for step in tree):
            raise Uneditable("a list is changed by numbers, a mapping by keys")
        entries = self.spans.entries(node)
        known = {entry.step: entry for entry in entries}
        gone = [entry for entry in entries if _is_gone(tree.get(entry.step))]
        new = {
            step: value
            for step, change in (sorted(tree.items()) if is_list else tree.items())
            if step not in known and (value := _built(change)) is not GONE
        }
        for step, change in tree.items():
            if step in known and not _is_gone(change):
                self.value(known[step], change, flow=flow)
        kept = [entry for entry in entries if entry not in gone]
        if not kept and (gone or (flow and new)):
            self.whole(node, list(new.values()) if is_list else new, flow=flow)
        elif flow:
            self.flow_entries(entries, gone, kept, new, is_list=is_list)
        else:
            self.block_entries(node, entries, gone, new, is_list=is_list)

    def value(self, entry: Span, change: Any, *, flow: bool) -> None:
        """Another value for a key or an item that is there."""
        node = entry.value
        below = isinstance(node, yaml.CollectionNode) and not isinstance(change, _Put)
        if below:
            if node.flow_style and self.text[node.start_mark.index] not in "[{":
                raise Uneditable("a pair without brackets")
            self.collection(node, change, flow=bool(node.flow_style))
            return
        value = _built(change)
        if value is GONE:
            return
        if self.spans.is_empty(node):
            self.fill(entry, value, flow=flow)
        else:
            self.whole(node, value, flow=flow)

    def fill(self, entry: Span, value: Any, *, flow: bool) -> None:
        """A value where a key or a dash stands alone."""
        at = entry.end
        if flow and entry.key is not None and ":" not in self.text[entry.key.end_mark.index : at]:
            self.replace(at, at, f": {inline(value)}")
        elif flow or entry.key is None:
            self.replace(at, at, f" {inline(value)}")
        else:
            first, *rest = tail(str(entry.step), value, entry.column).split("\n")
            self.replace(at, at, first)
            if rest:
                self.line_after(entry, rest)

    def whole(self, node: Any, value: Any, *, flow: bool) -> None:
        """Another value in place of a whole one, on one line."""
        start, end = node.start_mark.index, self.spans.end(node)
        new = inline(value) if flow or isinstance(value, dict | list) else tail("", value, 0)[1:]
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            header = self.text[start : self.spans.line_end(start)]
            comment = re.search(r"[ \t]+#.*", header)
            kept = len(self.text[start:end].rstrip("\r\n "))  # the line end and blank lines behind it stay
            self.replace(start, start + kept, new + (comment[0] if comment else ""))
        elif (colon := self._colon(node)) is not None:
            line = self.spans.line_start(start)
            self.replace(colon, colon, f" {new}")
            self.replace(line, self.spans.next_line(end) if not self.spans.is_line_start(end) else end, "")
        else:
            if isinstance(node, yaml.CollectionNode) and not node.flow_style and self.spans.is_line_start(end):
                new += "\n"  # its last value took the line end with it
            self.replace(start, end, new)

    def _colon(self, node: Any) -> int | None:
        """Where the key ends whose block stands on the lines below it."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not self.spans.starts_line(node.start_mark.index):
            return None
        return self.spans.colon_before(node.start_mark.index)

    def flow_entries(
        self, entries: list[Span], gone: list[Span], kept: list[Span], new: _Tree, *, is_list: bool
    ) -> None:
        """Take away from brackets and add before the closing one."""
        for entry, following in pairwise(entries):
            if entry in gone and any(other in kept for other in entries[entries.index(entry) :]):
                self.replace(entry.start, following.start, "")
        if not kept:
            return
        last = kept[-1]
        added = [inline(value) if is_list else inline({step: value})[1:-1] for step, value in new.items()]
        if added:
            self.replace(last.end, last.end, "".join(f", {text}" for text in added))
        if entries[-1] in gone:
            self.replace(last.end, entries[-1].end, "")

    def block_entries(self, node: Any, entries: list[Span], gone: list[Span], new: _Tree, *, is_list: bool) -> None:
        """Take away lines and add lines after the last entry."""
        for number, entry in enumerate(entries):
            if entry not in gone:
                continue
            if self.spans.starts_line(entry.start):
                self.replace(self.spans.line_start(entry.start), self.after(entry), "")
            elif number + 1 < len(entries) and entries[number + 1] not in gone:
                self.replace(entry.start, entries[number + 1].start, "")  # the next one moves up beside the dash
            else:
                raise Uneditable("the first of several that share a line")
        column = node.start_mark.column
        block = _written_as_block(entries)
        if new:
            self.line_after(
                entries[-1],
                [
                    " " * column + "- " + inline(value) if is_list else pair(str(step), value, column, block=block)
                    for step, value in new.items()
                ],
            )

    def after(self, entry: Span) -> int:
        """The start of the line after an entry."""
        return entry.end if self.spans.is_line_start(entry.end) else self.spans.next_line(entry.end)

    def line_after(self, entry: Span, lines: list[str]) -> None:
        at = self.after(entry)
        text = "\n".join(lines)
        if at and self.text[at - 1] not in "\r\n":  # the last line of the file has no end
            self.replace(at, at, f"\n{text}")
        else:
            self.replace(at, at, f"{text}\n")


def _written_as_block(entries: list[Span]) -> bool | None:
    """How the nearest collection among the entries is written."""
    for entry in reversed(entries):
        if isinstance(entry.value, yaml.MappingNode):
            return not entry.value.flow_style
    return None
