"""Documents of every kind, made as the command makes them; each kind once."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from parindex.jobs.appraise import merge
from parindex.jobs.appraise_start import answer, start
from parindex.jobs.report import report_file
from parindex.jobs.report_kinds import Asked, Kind
from tests.jobs.handing_in import handed_in
from tests.jobs.making import repository, unit, write

EXAMPLE = Path(__file__).parents[2] / "examples" / "phu-son-2023" / "unit.yaml"
GROUPS = "groups: {Các phường: [phường], Các xã: [xã]}\nleft_out: {rieng: mới thành lập}\n"
COUNCIL, OFFICE, JUSTICE = "Hội đồng thẩm định", "Văn phòng HĐND và UBND", "Phòng Tư pháp"
ISSUER = """\
agency: UBND thị xã Ví Dụ
report:
  summary: {place: Ví Dụ, addressees: [UBND tỉnh], proposals: [Đề nghị bổ sung kinh phí.], signer: Nguyễn Văn Mẫu}
  submission: {place: Ví Dụ, addressees: [Chủ tịch UBND thị xã], organisation: [Đã họp hội đồng ngày 10/01/2024]}
  decision:
    place: Ví Dụ
    bases: [Luật Ví Dụ ngày 01 tháng 01 năm 2000, Theo đề nghị của Trưởng phòng Nội vụ]
    signer_title: Chủ tịch
  appraisal: {place: Ví Dụ, organisation: ["Chủ trì: Phó Chủ tịch"], proposals: [Thống nhất kết quả], signer: Trần Mẫu}
"""


def units(count: int = 6) -> dict[str, str]:
    """Files of units in two groups, some without a survey, one that is left out."""
    files = {
        f"u{at:02}": unit(
            f"don-vi-{at:02}",
            100 - 3 * at % 60,
            90 - 2 * at % 50 if at % 4 else None,
            kind="xã" if at % 3 else "phường",
            more=f"previous: {{index: {70 + at % 20}}}\n" if at % 2 else "",
        )
        for at in range(count)
    }
    return files | {"rieng": unit("rieng", 80, 80, name="UBND xã Riêng", kind="xã")}


@cache
def many(count: int = 6) -> Path:
    """The folder of a repository."""
    root = Path(mkdtemp(prefix="parindex-test-"))
    return repository(root, units(count), project=GROUPS + ISSUER)


@cache
def appraised() -> tuple[Path, Path, Path]:
    """A unit's file, the council's merged file, and the unit's response."""
    root = Path(mkdtemp(prefix="parindex-test-"))
    manifest = handed_in(root, project=ISSUER)
    files = start(manifest).files

    def add(agency: str, code: str, id_: str, act: str) -> None:
        head = f'  - {{id: {id_}, round: 1, code: "{code}", by: {{agency: {agency}, post: Chuyên viên}}, '
        path = files[agency]
        text = path.read_text(encoding="utf-8").replace("entries: []\n", "entries:\n")
        write(path, f"{text}{head}date: 2024-01-10, reason: Đối chiếu hồ sơ, {act}}}\n")

    add(OFFICE, "1.1", "vp-1", "fact: {indicator: tthc.on-time, values: {numerator: 80, denominator: 100}}")
    add(JUSTICE, "1.2", "tp-1", "request: Bổ sung công văn gửi")
    add(COUNCIL, "2.1", "hd-1", "score: 4.5")
    merged, response = manifest.parent / "tham-dinh.yaml", manifest.parent / "giai-trinh.yaml"
    merge(list(files.values()), merged, on=date(2024, 1, 20))
    answer(merged, response)
    text = response.read_text(encoding="utf-8").replace("#  - to: tp-1", "  - to: tp-1")
    first, _, rest = text.partition("  - to: tp-1\n")
    block = rest.partition("\n\n")[0].replace("#    ", "    ").replace('post: "…"', "post: Công chức")
    first = first.replace("answers: []", "answers:").replace(
        "documents: {}", "documents: {bs-1: {form: link, title: Công văn bổ sung, link: https://a.example/2}}"
    )
    block = block.replace("text: …", "text: Đã gửi ngày 11/01").replace("evidence: []", "evidence: [{doc: bs-1}]")
    write(response, f"{first}  - to: tp-1\n{block}\n")
    return root / "units" / "a.yaml", merged, response


@cache
def document(kind: Kind, *, period: str | None = None, draft: bool = False, count: int = 6) -> bytes:
    """The bytes of a document of a kind."""
    path, asked = EXAMPLE, Asked(kind, period, draft=draft)
    if kind in ("summary", "submission", "decision"):
        path = many(count)
    elif kind in ("appraisal", "explanation"):
        path, merged, response = appraised()
        asked = Asked(kind, period, draft=draft, appraisal=merged, responses=(response,))
    target = Path(mkdtemp(prefix="parindex-test-")) / "x.docx"
    written = report_file(path, asked, output=target)
    assert written.path == target, written.findings
    return target.read_bytes()
