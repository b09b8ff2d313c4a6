"""What stands around every page: the ranking's title, whether it is a draft, what to mind, and the ways about."""

from __future__ import annotations

from msgspec import Struct

from parindex.reports.html.addresses import CRITERIA, INDEX, heat_page, up
from parindex.reports.ranking.view import About, Group, RankingView
from parindex.reports.ranking.words import heading, status

REFERENCE = "Bộ tiêu chí tham chiếu, không chính thức"
SYNTHETIC = "Số liệu giả định, chỉ để minh họa"


class Link(Struct, frozen=True):
    """A way to another page."""

    label: str
    href: str
    current: bool = False


class Shell(Struct, frozen=True):
    """The frame of one page; addresses in it hold from that page."""

    root: str
    """Leads to the site's root: empty or ``../``."""
    heading: str
    status: str
    approved: bool
    labels: tuple[str, ...]
    """What a reader must know before the first figure."""
    nav: tuple[Link, ...]
    program: str


class Frame(Struct, frozen=True):
    """What the shells of all pages have in common; small, so that it can go to other processes."""

    about: About
    heat: str | None
    """The first page of the heat map; ``None`` where nothing is ranked."""


def frame_of(view: RankingView) -> Frame:
    """The frame of a ranking's site."""
    groups = view.groups()
    return Frame(view.about, heat_page(groups[0].number) if groups else None)


def shell(frame: Frame, page: str, section: str = "", labels: tuple[str, ...] | None = None) -> Shell:
    """The frame of a page; ``section`` is the page of the menu it belongs to; ``labels`` replace the common ones."""
    root = up(page)
    ways = [("Xếp hạng", INDEX), ("Lĩnh vực", f"{INDEX}#linh-vuc")]
    if frame.heat:
        ways += [("Bản đồ nhiệt", frame.heat), ("Tiêu chí", CRITERIA)]
    return Shell(
        root=root,
        heading=heading(frame.about),
        status=status(frame.about),
        approved=frame.about.approved,
        labels=common_labels(frame.about) if labels is None else labels,
        nav=tuple(Link(label, root + href, href == section) for label, href in ways),
        program=frame.about.program,
    )


def common_labels(about: About) -> tuple[str, ...]:
    """What holds for the whole ranking."""
    labels = [REFERENCE] if any(each.status == "reference" for each in about.sets) else []
    if about.synthetic:
        every = about.synthetic == about.ranked
        labels.append(SYNTHETIC if every else f"{about.synthetic} đơn vị có số liệu giả định")
    return tuple(labels)


def group_title(group: Group) -> str:
    """The name of a group; a kind of unit that is its own group gets a capital."""
    return f"{group.name[:1].upper()}{group.name[1:]}"
