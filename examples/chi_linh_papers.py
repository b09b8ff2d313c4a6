"""The papers of one made-up commune of Chí Linh: which there are, of which day, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

QUARTERS = {"2023-Q1": "q1", "2023-Q2": "q2", "2023-Q3": "q3", "2023-Q4": "nam"}
"""Quarterly reports, and the paper that holds them: the fourth is part of the year's report."""
HALVES = {"2023-Q1": "q1", "2023-6m": "q2", "2023-9m": "q3", "2023": "nam"}
"""The periodic PAR reports, which run from the start of the year."""


@dataclass
class Paper:
    """One document of the unit."""

    title: str
    symbol: str
    """What follows the number: ``KH-UBND``; empty for an extract without a number."""
    day: date
    file: str
    """Stem of the evidence file that holds it; papers of a kind share one."""
    issuer: str = ""
    sent: date | None = None
    number: str = ""
    form: str = "administrative"


@dataclass
class Papers:
    """The papers by id, with what decides their days."""

    rng: Random
    skill: float
    """How well the made-up unit works, 0 to 1."""
    unit: str
    by_id: dict[str, Paper] = field(default_factory=dict)

    def issued(self, id_: str, title: str, last_day: date, *, symbol: str = "KH-UBND", file: str = "ke-hoach") -> date:
        """A paper that was due by a day: mostly in time, else late by up to a month."""
        early = self.rng.random() < 0.45 + 0.5 * self.skill
        shift = -self.rng.randint(0, 22) if early else self.rng.randint(2, 28)
        day = working(last_day + timedelta(days=shift), back=early)
        self.by_id[id_] = Paper(title, symbol, day, file, self.unit)
        return day

    def reported(self, id_: str, title: str, due: date, file: str = "bao-cao") -> None:
        """A report signed some days before it is due, and sent mostly in time."""
        signed = working(due - timedelta(days=self.rng.randint(4, 8)), back=True)
        late = self.rng.random() > 0.6 + 0.4 * self.skill
        delay = (due - signed).days + self.rng.randint(1, 4) if late else self.rng.randint(0, 3)
        self.by_id[id_] = Paper(
            title, "BC-UBND", signed, file, self.unit, working(signed + timedelta(days=delay), back=not late)
        )

    def number(self) -> None:
        """Give numbers that rise with the days, apart for each symbol and year."""
        last: dict[tuple[str, int], int] = {}
        for paper in sorted(self.by_id.values(), key=lambda each: (each.day, each.title)):
            if not paper.symbol:
                continue
            key = (f"{paper.issuer} {paper.symbol}", paper.day.year)
            start = 118 if paper.day.year == 2022 else 0
            step = self.rng.randint(9, 24) if paper.symbol.startswith("BC") else self.rng.randint(2, 9)
            last[key] = last.get(key, start) + step
            paper.number = f"{last[key]:02}/{paper.symbol}"


def working(day: date, *, back: bool) -> date:
    """The same day, or the nearest working day before or after it."""
    while day.weekday() > 4:
        day += timedelta(days=-1 if back else 1)
    return day


def common(rng: Random, skill: float, unit: str) -> Papers:
    """The papers that every unit has, not yet numbered."""
    papers = Papers(rng, skill, unit)
    ends = {"q1": (3, 20), "q2": (6, 20), "q3": (9, 20), "nam": (12, 20)}
    names = {"q1": "quý I", "q2": "quý II và 6 tháng", "q3": "quý III và 9 tháng", "nam": "quý IV và cả"}
    for key, (month, day) in ends.items():
        papers.reported(
            f"bc-{key}",
            f"Báo cáo cải cách hành chính, kiểm soát thủ tục hành chính {names[key]} năm 2023",
            date(2023, month, day),
            "bao-cao-dinh-ky",
        )
    papers.reported("bc-phap-luat", "Báo cáo rà soát văn bản và theo dõi thi hành pháp luật 2023", date(2023, 12, 12))
    papers.reported("bc-to-chuc", "Báo cáo tổ chức bộ máy, cán bộ, công chức năm 2023", date(2023, 12, 14))
    papers.reported("bc-tai-chinh", "Báo cáo tự chủ và thực hành tiết kiệm năm 2023", date(2023, 12, 15))
    add = papers.by_id
    add["tx-mot-cua"] = Paper(
        "Bảng trích xuất hệ thống một cửa điện tử", "", date(2023, 12, 14), "trich-xuat", unit, form="extract"
    )
    add["tx-van-ban"] = Paper(
        "Bảng trích xuất và ảnh chụp phần mềm", "", date(2023, 12, 14), "trich-xuat", unit, form="screenshot"
    )
    city = "Phòng Nội vụ thành phố Chí Linh"
    add["bc-hai-long"] = Paper(
        "Báo cáo kết quả điều tra sự hài lòng năm 2023", "BC-PNV", date(2023, 12, 11), "dieu-tra", city
    )
    add["qd-nhan-su"] = Paper(
        "Quyết định phân công nhiệm vụ và công nhận sáng kiến", "QĐ-UBND", date(2023, 2, 15), "quyet-dinh", unit
    )
    return papers
