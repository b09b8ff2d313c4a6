"""Word and back: an officer's words return to the unit's file, changed numbers never do."""

from __future__ import annotations

import copy
import io
import re
import shutil
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from parindex.files.load import load_model
from parindex.files.unusable import Unusable
from parindex.jobs.collect import NotAReport, OthersReport, Taken, collect_report
from parindex.jobs.report import report_file
from parindex.jobs.report_kinds import Asked
from parindex.model.unit import Unit
from parindex.reports.word.collect import collect
from parindex.reports.word.package import pack, unpack
from tests.jobs.documents import EXAMPLE
from tests.reports.word.pages import NEEDED, convert
from tests.reports.word.structure import W

Controls = dict[str, list[etree._Element]]


class Office:
    """A copy of the example and a report of it, to be worked on."""

    def __init__(self, folder: Path, asked: Asked | None = None) -> None:
        shutil.copytree(EXAMPLE.parent, folder, dirs_exist_ok=True)
        self.unit = folder / "unit.yaml"
        self.report = folder / "bao-cao.docx"
        self.before = self.unit.read_text(encoding="utf-8")
        self.asked = asked
        report_file(self.unit, asked, output=self.report)

    def edit(self, change: Callable[[etree._Element, Controls], None]) -> Office:
        """Work on the document as Word would."""
        made = docx.Document(str(self.report))
        body = made.element.body
        found: Controls = {}
        for control in body.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag").get(f"{W}val")
            found[tag] = list(control.iter(f"{W}p")) or [control]
        change(body, found)
        made.save(str(self.report))
        return self

    def collect(self, *, force: bool = False) -> Taken:
        return collect_report(self.unit, self.report, force=force)

    def say(self, old: str, new: str) -> None:
        """Work on the unit's file."""
        assert old in self.text
        self.unit.write_text(self.text.replace(old, new), encoding="utf-8")
        self.before = self.text

    @property
    def text(self) -> str:
        return self.unit.read_text(encoding="utf-8")

    def changes(self) -> tuple[list[str], list[str]]:
        """Lines that went and lines that came."""
        old, new = self.before.splitlines(), self.text.splitlines()
        return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "don-vi")


def say(paragraph: etree._Element, text: str) -> None:
    first, *rest = paragraph.iter(f"{W}t")
    first.text = text
    for each in rest:
        each.text = ""


DIFFICULTIES, PROPOSALS = "report/self/difficulties", "report/self/proposals"


def test_an_untouched_report_changes_nothing(office: Office) -> None:
    taken = office.collect()
    assert (taken.changed, taken.lost, taken.differences) == ((), (), ())
    assert office.text == office.before


def test_a_changed_item_and_a_new_one_come_back_and_all_else_stays(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        paragraphs = found[DIFFICULTIES]
        say(paragraphs[0], "- Một số báo cáo quý III gửi chậm, nay đã khắc phục;")
        more = copy.deepcopy(paragraphs[-1])
        paragraphs[-1].addnext(more)
        say(more, "- Thiếu một công chức chuyên trách.")

    taken = office.edit(change).collect()
    assert taken.changed == (DIFFICULTIES,)
    assert taken.differences == ()
    gone, came = office.changes()
    assert [line.strip()[:40] for line in gone] == ["- Một số báo cáo quý III gửi chậm do lỗi"]
    assert [line.strip() for line in came] == [
        "- Một số báo cáo quý III gửi chậm, nay đã khắc phục",
        "- Thiếu một công chức chuyên trách.",
    ]
    assert "# number và date để trống: văn thư điền khi ký" in office.text


def test_regenerating_loses_nothing(office: Office) -> None:
    office.edit(lambda body, found: say(found[PROPOSALS][0], "Đề nghị bổ sung một máy quét.")).collect()
    again = office.unit.parent / "lai.docx"
    report_file(office.unit, output=again)
    assert "Đề nghị bổ sung một máy quét." in "\n".join(p.text for p in paragraphs_of(again))
    assert collect_report(office.unit, again).changed == ()


def paragraphs_of(path: Path) -> list[docx.text.paragraph.Paragraph]:
    made = docx.Document(io.BytesIO(path.read_bytes()))
    return [docx.text.paragraph.Paragraph(each, made) for each in made.element.body.iter(f"{W}p")]


def test_an_explanation_comes_back_under_its_criterion(office: Office) -> None:
    taken = office.edit(lambda body, found: say(found["explanations/3.2.3"][0], "Đã lắp đủ thiết bị quét.")).collect()
    assert taken.changed == ("explanations/3.2.3",)
    assert "  3.2.3: Đã lắp đủ thiết bị quét.\n" in office.text


def test_words_that_were_taken_away_go(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        for paragraph in found[DIFFICULTIES][1:]:
            paragraph.getparent().remove(paragraph)

    assert office.edit(change).collect().changed == (DIFFICULTIES,)
    assert "Việc số hóa kết quả giải quyết thủ tục hành chính chậm" not in office.text
    assert "Một số báo cáo quý III gửi chậm do lỗi kết nối" in office.text


def test_a_deleted_control_deletes_nothing(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        control = next(found[PROPOSALS][0].iterancestors(f"{W}sdt"))
        control.getparent().remove(control)

    taken = office.edit(change).collect()
    assert (taken.changed, taken.lost) == ((), (PROPOSALS,))
    assert office.text == office.before


def test_a_changed_number_is_told_and_not_taken(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        cell = next(t for t in body.iter(f"{W}t") if t.text == "3,88")
        cell.text = "4,00"

    taken = office.edit(change).collect()
    assert taken.changed == ()
    assert office.text == office.before
    (difference,) = taken.differences
    assert (difference.place, difference.expected, difference.found) == ("3.1.1", "3,88", "4,00")
    assert difference.numbers


def test_numbers_come_before_other_differences(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        heading = next(t for t in body.iter(f"{W}t") if t.text == "I. CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC TỰ CHẤM ĐIỂM")
        heading.text = "I. CÔNG TÁC CHỈ ĐẠO"
        next(t for t in body.iter(f"{W}t") if t.text == "3,88").text = "4,00"

    assert [each.numbers for each in office.edit(change).collect().differences] == [True, False]


def test_tracked_deletions_are_not_words(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        paragraph = found[PROPOSALS][0]
        run = next(paragraph.iter(f"{W}r"))
        struck = etree.Element(f"{W}del")
        gone = copy.deepcopy(run)
        struck.append(gone)
        run.addprevious(struck)
        next(run.iter(f"{W}t")).text = "Đề nghị khác."

    office.edit(change).collect()
    assert "      - Đề nghị khác.\n" in office.text


def test_a_draft_is_filled_in(tmp_path: Path) -> None:
    office = Office(tmp_path / "don-vi", Asked("periodic", "Q1", draft=True))

    def change(body: etree._Element, found: Controls) -> None:
        say(found["report/periodic-2023-Q1/results/tthc"][0], "Đã tổ chức 2 lớp tập huấn: 45 người.")

    taken = office.edit(change).collect()
    assert taken.changed == ("report/periodic-2023-Q1/results/tthc",)
    assert taken.differences == ()
    entry = load_model(office.unit, Unit)[0].report["periodic-2023-Q1"]
    assert entry.results == {"tthc": ["Đã tổ chức 2 lớp tập huấn: 45 người."]}
    assert office.changes()[0] == []
    assert "[Đơn vị bổ sung" not in office.text


@pytest.mark.parametrize(
    "typed",
    [
        "[Đơn vị bổ sung nội dung tại đây]{}",
        "{}[Đơn vị bổ sung nội dung tại đây].",
        "- [Đơn vị bổ sung nội dung tại đây] {}",
    ],
)
def test_words_written_beside_the_placeholder_come_without_it(tmp_path: Path, typed: str) -> None:
    office = Office(tmp_path / "don-vi", Asked("periodic", "Q1", draft=True))
    typed = unicodedata.normalize("NFD", typed.format("Đã tập huấn 45 người."))
    office.edit(lambda body, found: say(found["report/periodic-2023-Q1/results/tthc"][0], typed)).collect()
    entry = load_model(office.unit, Unit)[0].report["periodic-2023-Q1"]
    assert [text.rstrip(".") for text in entry.results["tthc"]] == ["Đã tập huấn 45 người"]


def test_an_explanation_written_behind_its_placeholder_comes_without_it(tmp_path: Path) -> None:
    office = Office(tmp_path / "don-vi")
    office.say(next(line for line in office.text.splitlines(True) if line.startswith("  3.1.2: Trong")), "")
    report_file(office.unit, Asked(draft=True), output=office.report, force=True)
    words = "Đơn vị chưa giải trình. Đã gửi thư xin lỗi."
    office.edit(lambda body, found: say(found["explanations/3.1.2"][0], words)).collect()
    assert "  3.1.2: Đã gửi thư xin lỗi.\n" in office.text


def test_what_is_no_report_is_refused(office: Office, tmp_path: Path) -> None:
    other = tmp_path / "khac.docx"
    docx.Document().save(str(other))
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK no")
    for path in (other, broken):
        with pytest.raises(NotAReport):
            collect_report(office.unit, path)
    with pytest.raises(Unusable) as caught:
        collect_report(office.unit, tmp_path / "khong-co.docx")
    assert caught.value.findings[0].code == "E101"
    assert office.text == office.before


LATE = "Một số báo cáo quý III gửi chậm do lỗi kết nối"


def proposing(words: str) -> Callable[[etree._Element, Controls], None]:
    return lambda body, found: say(found[PROPOSALS][0], words)


def test_words_that_an_officer_did_not_touch_leave_newer_ones_alone(office: Office) -> None:
    office.say(LATE, "Do đường truyền chập chờn nên gửi chậm")
    office.say("  3.2.3: ", "  3.2.3: Mới, ")
    assert office.collect().changed == ()
    assert office.text == office.before
    taken = office.edit(proposing("Đề nghị cấp một máy quét.")).collect()
    assert (taken.changed, taken.lost, taken.conflicts) == ((PROPOSALS,), (), ())
    assert "Do đường truyền chập chờn" in office.text
    assert "  3.2.3: Mới, " in office.text


def test_words_changed_on_both_sides_are_named_and_stay(office: Office) -> None:
    office.say(LATE, "Do đường truyền chập chờn nên gửi chậm")

    def change(body: etree._Element, found: Controls) -> None:
        say(found[DIFFICULTIES][0], "- Báo cáo quý III gửi chậm;")
        say(found[PROPOSALS][0], "Đề nghị cấp một máy quét.")

    taken = office.edit(change).collect()
    assert (taken.changed, taken.conflicts) == ((PROPOSALS,), (DIFFICULTIES,))
    assert "Do đường truyền chập chờn" in office.text
    assert "Báo cáo quý III gửi chậm\n" not in office.text
    taken = office.collect(force=True)
    assert (taken.changed, taken.conflicts) == ((DIFFICULTIES,), ())
    assert "- Báo cáo quý III gửi chậm\n" in office.text
    taken = office.collect()  # both say the same now
    assert (taken.changed, taken.conflicts) == ((), ())


def test_what_is_written_after_it_was_collected_is_collected_too(office: Office) -> None:
    assert office.edit(proposing("Đề nghị cấp một máy quét.")).collect().noted
    taken = office.edit(proposing("Đề nghị cấp hai máy quét.")).collect()
    assert (taken.changed, taken.conflicts, taken.noted) == ((PROPOSALS,), (), True)
    assert "Đề nghị cấp hai máy quét" in office.text
    office.say("Đề nghị cấp hai máy quét", "Đề nghị cấp ba máy quét")
    assert office.collect().changed == ()  # the newer words of the file stay


def test_a_part_that_the_file_has_anew_or_no_more_is_neither_lost_nor_brought_back(office: Office) -> None:
    start = office.text.index("    proposals:\n")
    end = office.text.index("    authority:", start)
    gone = office.text[start:end]
    office.say(gone, "")
    taken = office.collect()
    assert (taken.changed, taken.lost, taken.conflicts) == ((), (), ())
    assert office.text == office.before
    report_file(office.unit, output=office.report, force=True)
    office.say("    authority:", f"{gone}    authority:")
    assert office.collect().lost == ()
    assert office.text == office.before


def test_a_report_that_does_not_tell_what_was_printed_is_taken_at_its_word(office: Office) -> None:
    parts = {name: content for name, content in unpack(office.report.read_bytes()).items() if "custom" not in name}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = re.sub(rb"<[^<]*docProps/custom.xml[^>]*>", b"", parts[name])
    office.report.write_bytes(pack(parts))
    office.say(LATE, "Do đường truyền chập chờn nên gửi chậm")
    assert office.collect().changed == (DIFFICULTIES,)
    assert LATE in office.text


def of_unit(text: str, *, id_: str = "phu-son", year: int = 2023) -> str:
    assert text.count("  id: phu-son\n") == text.count("\nyear: 2023\n") == 1
    return text.replace("  id: phu-son\n", f"  id: {id_}\n").replace("\nyear: 2023\n", f"\nyear: {year}\n")


@pytest.mark.parametrize("asked", [Asked(), Asked("tasks", on=date(2023, 12, 1), draft=True)])
def test_the_report_of_another_unit_or_year_is_refused(tmp_path: Path, asked: Asked) -> None:
    office = Office(tmp_path / "don-vi", asked)
    for other in ({"id_": "lam-son"}, {"year": 2024}):
        text = of_unit(office.before, **other)
        office.unit.write_text(text, encoding="utf-8")
        with pytest.raises(OthersReport) as caught:
            office.collect()
        assert caught.value.theirs == ("phu-son", "2023")
        assert caught.value.ours == (other.get("id_", "phu-son"), str(other.get("year", 2023)))
        assert office.text == text


@pytest.mark.parametrize("key", ["self 2023", "tasks 2023-12-01", "self 2022", "self 2023 lam-son 2023"])
def test_a_report_that_does_not_name_its_unit_is_taken_unless_its_year_contradicts(office: Office, key: str) -> None:
    made = docx.Document(str(office.report))
    made.core_properties.category = key
    made.save(str(office.report))
    if key in ("self 2022", "self 2023 lam-son 2023"):
        with pytest.raises(OthersReport):
            office.collect()
    else:
        office.collect()
    assert office.text == office.before


def without_controls(body: etree._Element, found: Controls) -> None:
    """What LibreOffice leaves: no tags; the words in a bookmark, their last paragraph in one of the same name."""
    for control in list(body.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        for each in list(content):
            control.addprevious(each)
        control.getparent().remove(control)


def test_words_come_back_where_a_program_dropped_the_controls(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        paragraphs = found[DIFFICULTIES]
        without_controls(body, found)
        say(paragraphs[0], "- Một số báo cáo quý III gửi chậm, nay đã khắc phục;")
        more = copy.deepcopy(paragraphs[1])
        paragraphs[-1].addnext(more)
        say(more, unicodedata.normalize("NFD", "- Thiếu một công chức chuyên trách."))
        last = copy.deepcopy(more)
        more.addnext(last)
        say(last, "- Thiếu kinh phí.")

    taken = office.edit(change).collect()
    assert (taken.changed, taken.lost, taken.differences) == ((DIFFICULTIES,), (), ())
    said = load_model(office.unit, Unit)[0].report["self"].difficulties
    assert said[0] == "Một số báo cáo quý III gửi chậm, nay đã khắc phục"
    assert said[-2:] == ["Thiếu một công chức chuyên trách.", "Thiếu kinh phí."]
    assert len(said) == 5


def test_words_written_past_the_end_of_a_bookmark_belong_to_it(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        explained = found["explanations/3.2.3"][0]
        paragraph = next(explained.iterancestors(f"{W}p"))
        without_controls(body, found)
        run = copy.deepcopy(paragraph.findall(f"{W}r")[-1])
        paragraph.append(run)
        say(run, " Nay đã xong.")

    taken = office.edit(change).collect()
    assert (taken.changed, taken.differences) == (("explanations/3.2.3",), ())
    assert "thiết bị quét chỉ được cấp từ tháng 8/2023. Nay đã xong." in " ".join(office.text.split())


def test_deleted_bookmarks_delete_nothing_and_an_unended_one_takes_nothing(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        without_controls(body, found)
        marks = [each for each in body.iter(f"{W}bookmarkStart") if each.get(f"{W}name").startswith("loi_")]
        for end in list(body.iter(f"{W}bookmarkEnd")):
            if end.get(f"{W}id") in {each.get(f"{W}id") for each in marks}:
                end.getparent().remove(end)
        for each in marks[1:]:
            each.getparent().remove(each)

    with pytest.raises(NotAReport):
        office.edit(change).collect()
    assert office.text == office.before


def test_a_changed_number_is_told_without_controls_too(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        without_controls(body, found)
        next(t for t in body.iter(f"{W}t") if t.text == "3,88").text = "4,00"

    taken = office.edit(change).collect()
    assert [(each.expected, each.found, each.numbers) for each in taken.differences] == [("3,88", "4,00", True)]
    assert office.text == office.before


def test_moved_text_counts_where_it_went(office: Office) -> None:
    def change(body: etree._Element, found: Controls) -> None:
        run = next(found[PROPOSALS][0].iter(f"{W}r"))
        moved = etree.Element(f"{W}moveFrom")
        moved.append(copy.deepcopy(run))
        run.addprevious(moved)

    assert office.edit(change).collect().changed == ()


@pytest.mark.visual
@NEEDED
@pytest.mark.parametrize(
    "asked",
    [Asked(), Asked("self", draft=True), Asked("periodic", "Q1", draft=True), Asked("tasks", draft=True)],
    ids=["self", "draft", "periodic", "tasks"],
)
def test_a_report_saved_by_libreoffice_comes_back(tmp_path: Path, asked: Asked) -> None:
    office = Office(tmp_path / "don-vi", asked)
    printed = collect(office.report.read_bytes()).printed
    assert printed
    office.report = convert(tmp_path, office.report, "docx:MS Word 2007 XML")
    taken = office.collect()
    assert (taken.changed, taken.lost, taken.differences) == ((), (), ())
    kept = docx.Document(str(office.report))
    for paragraph in kept.element.body.iter(f"{W}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        if text in ("[Đơn vị bổ sung nội dung tại đây]",) or text.startswith("Đề nghị UBND thị xã bổ sung"):
            say(paragraph, "Đề nghị cấp một máy quét.")
            break
    kept.save(str(office.report))
    assert collect(office.report.read_bytes()).printed == printed
    taken = office.collect()
    assert len(taken.changed) == 1
    assert taken.differences == ()
    assert "Đề nghị cấp một máy quét." in office.text
