"""The council's way through: start, merge, answer, second round, apply."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.jobs.appraise import apply, appraisal_text, merge
from parindex.jobs.appraise_start import answer, start
from parindex.jobs.digests import entry_digest
from parindex.model.appraisal import Appraisal, Entry, Response
from parindex.model.sheet import Sheet
from parindex.values.findings import Finding
from tests.jobs.handing_in import UNIT, handed_in
from tests.jobs.making import write

OFFICE, JUSTICE, COUNCIL = "Văn phòng HĐND và UBND", "Phòng Tư pháp", "Hội đồng thẩm định"
ON = date(2024, 1, 20)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def line(id_: str, code: str, agency: str, act: str, *, round_: int = 1, day: str = "2024-01-10") -> str:
    head = f'id: {id_}, round: {round_}, code: "{code}", by: {{agency: {agency}, post: Chuyên viên}}'
    return f"  - {{{head}, date: {day}, reason: Đối chiếu hồ sơ, {act}}}\n"


def add(path: Path, *lines: str) -> None:
    text = path.read_text(encoding="utf-8")
    write(path, text.replace("entries: []\n", "entries:\n") + "".join(lines))


FACT = "fact: {indicator: tthc.on-time, values: {numerator: 80, denominator: 100}}"


class Council:
    """Files of three agencies over one submission, each with a decision on its criterion."""

    def __init__(self, root: Path, *, project: str = "") -> None:
        self.root = root
        self.manifest = handed_in(root, project=project)
        started = start(self.manifest)
        self.files = started.files
        self.paths = list(started.files.values())
        self.merged = self.manifest.parent / "tham-dinh.yaml"
        self.response = self.manifest.parent / "giai-trinh.yaml"

    def first_round(self) -> Council:
        add(self.files[OFFICE], line("vp-1", "1.1", OFFICE, FACT))
        add(self.files[JUSTICE], line("tp-1", "1.2", JUSTICE, "request: Bổ sung công văn gửi"))
        add(self.files[COUNCIL], line("hd-1", "2.1", COUNCIL, "score: 4.5"))
        return self

    def merge(self, **more: list[Path]) -> tuple[Path | None, list[str]]:
        done = merge(self.paths, self.merged, on=ON, **more)
        return done.path, codes(done.findings)


def scores(sheet: Sheet | None) -> dict[str, tuple[str, ...]]:
    assert sheet is not None
    return {
        leaf.code: tuple("" if v is None else f"{v:f}" for v in (leaf.self_score, leaf.round1, leaf.round2, leaf.final))
        for leaf in sheet.leaves()
    }


def test_start_gives_each_agency_its_own_field(tmp_path: Path) -> None:
    council = Council(tmp_path)
    assert sorted(path.name for path in council.paths) == [
        "tham-dinh-hoi-dong-tham-dinh.yaml",
        "tham-dinh-phong-tu-phap.yaml",
        "tham-dinh-van-phong-hdnd-va-ubnd.yaml",
    ]
    text = council.files[OFFICE].read_text(encoding="utf-8")
    assert "1.1  Hồ sơ đúng hạn: tối đa 10,00, tự chấm 9,00; minh chứng: bc-2" in text
    assert "1.2" not in text.partition("# Các tiêu chí")[2].partition("# Ví dụ")[0]
    assert "Hạn thẩm định lần 1: 20/01/2024" in text
    appraisal, _ = load_model(council.files[JUSTICE], Appraisal)
    assert (appraisal.agency, appraisal.entries, appraisal.council) == (JUSTICE, [], COUNCIL)


def test_the_example_in_the_file_is_an_entry(tmp_path: Path) -> None:
    text = Council(tmp_path).files[JUSTICE].read_text(encoding="utf-8")
    example = text.partition("#   - {")[2].partition("\n")[0]
    write(tmp_path / "x.yaml", text.replace("entries: []", "entries:\n  - {" + example))
    (entry,) = load_model(tmp_path / "x.yaml", Appraisal)[0].entries
    assert (entry.id, entry.code, entry.score, entry.by.agency) == ("ptp-1", "1.2", 0, JUSTICE)


def test_start_overwrites_nothing(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    with pytest.raises(Unusable) as caught:
        start(council.manifest)
    assert set(codes(caught.value.findings)) == {"E141"}


def test_two_rounds_to_the_final_score(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    path, told = council.merge()
    assert path == council.merged
    assert told == ["W624", "W620"]  # the request waits for the unit; 1.2 has no decision yet
    # Round 1: 10 × 80 ÷ 100 = 8; 4,5 from the council.
    first = apply(council.merged).sheet
    assert scores(first) == {"1.1": ("9", "8", "", "8"), "1.2": ("4", "", "", "4"), "2.1": ("", "4.5", "", "4.5")}

    assert answer(council.merged, council.response)[0] == 2  # the request, and the lowered 1.1
    fill(council.response, tmp_path)
    assert council.merge(responses=[council.response]) == (council.merged, ["W623", "W620"])

    add(council.files[JUSTICE], line("tp-2", "1.2", JUSTICE, "agree: true", round_=2, day="2024-02-05"))
    back = FACT.replace("80", "85").replace("}}", "}, evidence: [{doc: bs-1}]}")
    add(council.files[OFFICE], line("vp-2", "1.1", OFFICE, back, round_=2, day="2024-02-06"))
    assert council.merge(responses=[council.response]) == (council.merged, [])
    done = apply(council.merged, [council.response])
    assert codes(done.findings) == []
    # 10 × 85 ÷ 100 = 8,5; 8,5 + 4 + 4,5 = 17 of 20.
    assert scores(done.sheet) == {
        "1.1": ("9", "8", "8.5", "8.5"),
        "1.2": ("4", "", "4", "4"),
        "2.1": ("", "4.5", "4.5", "4.5"),
    }
    assert done.sheet is not None
    assert (done.sheet.totals.earned, done.sheet.totals.index) == (17, 85)
    history = next(leaf.history for leaf in done.sheet.leaves() if leaf.code == "1.1")
    assert [(c.agency, c.post, str(c.date), c.before, c.after, c.reason) for c in history] == [
        (OFFICE, "Chuyên viên", "2024-01-10", 9, 8, "Đối chiếu hồ sơ"),
        (OFFICE, "Chuyên viên", "2024-02-06", 8, Decimal("8.5"), "Đối chiếu hồ sơ"),
    ]
    assert [each.path for each in done.sheet.inputs[-3:]] == ["ho-so.yaml", "tham-dinh.yaml", "giai-trinh.yaml"]
    merged, _ = load_model(council.merged, Appraisal)
    assert [seal.entries for seal in merged.seals] == [3, 3, 5]  # the second holds the response


def fill(path: Path, root: Path) -> None:
    """What an officer does with the form: one block answered, with a document."""
    write(root / "units" / "ho-so-a-2023" / "cv-3.txt", "Công văn số 3/CV-UBND\n")
    text = path.read_text(encoding="utf-8").replace("#  - to: tp-1", "  - to: tp-1")
    head, _, rest = text.partition("  - to: tp-1\n")
    block = rest.partition("\n\n")[0].replace("#    ", "    ").replace("post: …", "post: Công chức")
    block = block.replace("text: …", "text: Đã gửi ngày 11/01").replace("evidence: []", "evidence: [{doc: bs-1}]")
    added = "documents: {bs-1: {form: administrative, title: Công văn, file: cv-3.txt}}"
    head = head.replace("documents: {}", added).replace("answers: []", "answers:")
    write(path, head + "  - to: tp-1\n" + block + "\n")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("to: tp-1", "to: tp-9"), ["E348"]),
        (("doc: bs-1}]", "doc: bs-2}]"), ["E305"]),
        (("{bs-1:", "{kh-1:"), ["E351", "E305"]),
        (("cv-3.txt", "cv-4.txt"), ["E401"]),
        (("    date: 2024-01-01", "    date: 2024-02-01"), ["W622"]),
    ],
)
def test_faults_of_a_response(tmp_path: Path, change: tuple[str, str], told: list[str]) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    answer(council.merged, council.response)
    fill(council.response, tmp_path)
    text = council.response.read_text(encoding="utf-8")
    assert change[0] in text
    write(council.response, text.replace(*change))
    _, found = council.merge(responses=[council.response])
    assert [code for code in found if code not in ("W620", "W623", "W624")] == told


def test_an_answer_holds_for_the_entry_as_it_was_read(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    answer(council.merged, council.response)
    fill(council.response, tmp_path)
    response, _ = load_model(council.response, Response)
    merged, _ = load_model(council.merged, Appraisal)
    (asked,) = [entry for entry in merged.entries if entry.id == "tp-1"]
    assert response.answers[0].sha256 == entry_digest(asked)
    other = Entry.model_validate({**asked.model_dump(exclude_none=True), "reason": "khác"})
    assert entry_digest(other) != entry_digest(asked)


BAD = [
    ("score over the maximum", "score: 4.5", "score: 6.5", "E343"),
    ("another criterion's indicator", "score: 4.5", FACT, "E344"),
    ("two decisions", 'code: "2.1"', 'code: "1.2"', None),
    ("an unknown criterion", 'code: "2.1"', 'code: "2.11"', "E304"),
    ("in the name of another", f"agency: {COUNCIL}, post", f"agency: {OFFICE}, post", "E350"),
]


@pytest.mark.parametrize(("old", "new", "code"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_faulty_entries_are_not_merged(tmp_path: Path, old: str, new: str, code: str | None) -> None:
    council = Council(tmp_path).first_round()
    path = council.files[COUNCIL]
    text = path.read_text(encoding="utf-8")
    body = text.rpartition("entries:")
    write(path, body[0] + body[1] + body[2].replace(old, new))
    done = merge(council.paths, council.merged, on=ON)
    if code is None:  # the council may speak of any criterion; the request of the agency is settled by it
        assert "W624" not in codes(done.findings)
        return
    assert code in codes(done.findings)
    assert done.path is None
    assert not council.merged.exists()
    (found,) = [finding for finding in done.findings if finding.code == code]
    assert found.file.endswith("tham-dinh-hoi-dong-tham-dinh.yaml")
    assert found.place is not None
    assert "hd-1" in found.place.text


def test_double_scores_and_conflicts_are_named(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    add(council.files[COUNCIL], line("hd-2", "1.1", COUNCIL, "score: 9"))
    assert "E347" in council.merge()[1]
    add(council.files[OFFICE], line("vp-2", "1.1", OFFICE, "score: 8", day="2024-01-11"))
    assert "E346" in council.merge()[1]


def test_a_late_entry_is_told_unless_more_days_were_granted(tmp_path: Path) -> None:
    for name, project, late in (
        ("x", "", True),
        ("y", "extensions: [{unit: a, deadline: round-1, to: 2024-01-25, by: 3/TB-HĐ}]\n", False),
    ):
        council = Council(tmp_path / name, project=project)
        add(council.files[COUNCIL], line("hd-1", "2.1", COUNCIL, "score: 1", day="2024-01-21"))
        assert ("W622" in council.merge()[1]) == late


def test_a_merged_entry_is_not_edited_any_more(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    for path in (council.files[COUNCIL], council.merged):
        before = path.read_text(encoding="utf-8")
        write(path, before.replace("score: 4.5", "score: 5.5"))
        assert "E345" in council.merge()[1]
        write(path, before)
    assert "E345" not in council.merge()[1]
    write(council.files[COUNCIL], council.files[COUNCIL].read_text(encoding="utf-8").partition("  - {id: hd-1")[0])
    write(council.files[COUNCIL], council.files[COUNCIL].read_text(encoding="utf-8").replace("entries:", "entries: []"))
    assert "E345" in council.merge()[1]


def test_two_agencies_with_the_same_id(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    add(council.files[JUSTICE], line("hd-1", "1.2", JUSTICE, "agree: true"))
    assert "E341" in council.merge()[1]


def test_an_edited_merge_is_not_applied(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    write(council.merged, council.merged.read_text(encoding="utf-8").replace("4.5", "5.5"))
    done = apply(council.merged)
    assert done.sheet is None
    assert "E345" in codes(done.findings)


def test_merging_again_without_news_changes_nothing(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    before = council.merged.read_bytes()
    council.merge()
    assert council.merged.read_bytes() == before


def test_another_submission_is_refused(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    text = council.manifest.read_text(encoding="utf-8")
    write(council.manifest, text.replace("submitted: 2023-12-20", "submitted: 2023-12-19"))
    done = apply(council.merged)
    assert (done.sheet, "E340" in codes(done.findings)) == (None, True)


def test_later_changes_of_facts_and_evidence_are_named_and_change_no_score(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    before = apply(council.merged)
    write(tmp_path / "units" / "a.yaml", UNIT.replace("numerator: 90", "numerator: 99"))
    write(tmp_path / "units" / "minh-chung" / "bc-2.txt", "khác\n")
    after = apply(council.merged)
    assert [code for code in codes(after.findings) if code not in codes(before.findings)] == ["E420", "E423"]
    assert scores(after.sheet) == scores(before.sheet)


def test_an_edited_frozen_copy_is_refused(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    frozen = council.manifest.parent / "so-lieu.txt"
    write(frozen, frozen.read_text(encoding="utf-8").replace("numerator: 90", "numerator: 99"))
    with pytest.raises(Unusable) as caught:
        apply(council.merged)
    assert codes(caught.value.findings) == ["E422"]


def test_the_appraisal_of_another_unit(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    assert apply(council.merged, unit_path=tmp_path / "units" / "a.yaml").sheet is not None
    done = apply(council.merged, unit_path=tmp_path / "units" / "b.yaml")
    assert (done.sheet, "E352" in codes(done.findings)) == (None, True)


def test_exactly_the_edited_entry_is_named(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    add(council.files[JUSTICE], line("tp-2", "1.2", JUSTICE, "agree: true", round_=2, day="2024-02-05"))
    council.merge()
    write(council.merged, council.merged.read_text(encoding="utf-8").replace("score: 4.5", "score: 5.5"))
    told = [finding for finding in apply(council.merged).findings if finding.code == "E345"]
    assert [(finding.data["ids"], finding.data["date"]) for finding in told] == [("hd-1", ON)]


def test_an_entry_put_into_the_merged_file_is_told(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    text = council.merged.read_text(encoding="utf-8")
    extra = line("z-1", "1.2", JUSTICE, "score: 1")
    write(council.merged, text.replace("seals:\n", f"{extra}seals:\n"))
    assert "W627" in codes(apply(council.merged).findings)


def test_an_id_of_two_agencies_is_told_in_both_files(tmp_path: Path) -> None:
    council = Council(tmp_path)
    add(council.files[OFFICE], line("x-1", "1.1", OFFICE, "score: 99"))
    add(council.files[JUSTICE], line("x-1", "1.2", JUSTICE, "score: 2"))
    done = merge(council.paths, council.merged, on=ON)
    told = {finding.file.rpartition("/")[2] for finding in done.findings if finding.code == "E341"}
    assert told == {council.files[OFFICE].name, council.files[JUSTICE].name}
    assert "E343" not in codes(done.findings)  # nobody knows which of the two is meant


def test_a_file_given_twice_counts_once(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    shutil.copy(council.files[OFFICE], council.files[OFFICE].with_name("ban-sao.yaml"))
    paths = [*council.paths, council.files[OFFICE], council.files[OFFICE].with_name("ban-sao.yaml")]
    done = merge(paths, council.merged, on=ON)
    assert done.appraisal is not None
    assert [entry.id for entry in done.appraisal.entries] == ["vp-1", "tp-1", "hd-1"]


def test_what_was_answered_and_added_is_held_to(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    council.merge()
    answer(council.merged, council.response)
    fill(council.response, tmp_path)
    council.merge(responses=[council.response])
    assert "W626" not in codes(apply(council.merged, [council.response]).findings)
    text = council.response.read_text(encoding="utf-8")
    write(council.response, text.replace("Đã gửi ngày 11/01", "Đã gửi ngày 09/01"))
    assert "W626" in codes(apply(council.merged, [council.response]).findings)
    write(council.response, text.replace("file: cv-3.txt", f"file: cv-3.txt, sha256: {'0' * 64}"))
    assert "E408" in codes(apply(council.merged, [council.response]).findings)


def test_an_empty_checklist_survives_the_merge(tmp_path: Path) -> None:
    appraisal = Appraisal.model_validate(
        {
            "kind": "appraisal",
            "format": "1",
            "submission": {"file": "ho-so.yaml", "sha256": "0" * 64},
            "unit": {"id": "a", "name": "A"},
            "year": "2023",
            "entries": [
                {
                    "id": "x-1",
                    "round": "1",
                    "code": "1.1",
                    "by": {"agency": OFFICE, "post": "CV"},
                    "date": "2024-01-10",
                    "reason": "Không có mục nào",
                    "fact": {"indicator": "a.b", "values": {"done": []}},
                }
            ],
        }
    )
    write(tmp_path / "x.yaml", appraisal_text(appraisal))
    assert load_model(tmp_path / "x.yaml", Appraisal)[0].entries == appraisal.entries


def test_the_council_s_score_can_be_agreed_with_in_the_second_round(tmp_path: Path) -> None:
    council = Council(tmp_path).first_round()
    add(council.files[COUNCIL], line("hd-2", "2.1", COUNCIL, "agree: true", round_=2, day="2024-02-05"))
    path, told = council.merge()
    assert (path, "E349" in told) == (council.merged, False)
    assert scores(apply(council.merged).sheet)["2.1"] == ("", "4.5", "4.5", "4.5")
