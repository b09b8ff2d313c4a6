"""``parindex submit``, ``appraise``, ``verify`` and ``score --appraisal`` as typed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result
from tests.jobs.handing_in import UNIT, ready
from tests.jobs.making import write
from tests.jobs.test_appraise import COUNCIL, FACT, JUSTICE, OFFICE, add, line

Run = Callable[..., Result]


@pytest.fixture
def handed(parindex: Run, tmp_path: Path) -> Path:
    result = parindex("submit", ready(tmp_path), "--on", "20/12/2023", "--post", "Chủ tịch")
    assert result.code == 0, result.err
    return tmp_path / "units" / "ho-so-a-2023" / "ho-so.yaml"


@pytest.fixture
def merged(parindex: Run, handed: Path) -> Path:
    folder = handed.parent
    assert parindex("appraise", "start", handed).code == 0
    add(folder / "tham-dinh-van-phong-hdnd-va-ubnd.yaml", line("vp-1", "1.1", OFFICE, FACT))
    add(folder / "tham-dinh-phong-tu-phap.yaml", line("tp-1", "1.2", JUSTICE, "agree: true"))
    add(folder / "tham-dinh-hoi-dong-tham-dinh.yaml", line("hd-1", "2.1", COUNCIL, "score: 4.5"))
    files = sorted(folder.glob("tham-dinh-*.yaml"))
    result = parindex("appraise", "merge", *files, "-o", folder / "td.yaml", "--on", "2024-01-20")
    assert (result.code, result.err) == (0, "")
    assert "Đã tổng hợp 3 lượt" in result.out
    return folder / "td.yaml"


def test_submit_says_where_and_until_when(parindex: Run, tmp_path: Path) -> None:
    result = parindex("submit", ready(tmp_path), "--on", "2023-12-20")
    assert result.code == 0
    assert "Đã lập hồ sơ nộp ngày 20/12/2023" in result.out
    assert "Hạn nộp: 20/12/2023." in result.out
    assert parindex("submit", tmp_path / "units" / "a.yaml", "--on", "2023-12-20").code == 2


def test_submit_refuses_errors(parindex: Run, tmp_path: Path) -> None:
    unit = ready(tmp_path)
    write(unit, UNIT.replace("\nfacts:", '\nclaims: {"1.1": 10}\nfacts:'))
    result = parindex("submit", unit, "--on", "2023-12-20")
    assert result.code == 1
    assert "W604" in result.err
    assert "Chưa nộp được" in result.err
    assert not (tmp_path / "units" / "ho-so-a-2023").exists()


def test_late_is_a_warning(parindex: Run, tmp_path: Path) -> None:
    result = parindex("submit", ready(tmp_path), "--on", "2023-12-21", "--strict")
    assert result.code == 1
    assert "W625 Nộp ngày 21/12/2023, quá hạn 20/12/2023." in result.err


def test_a_day_that_is_none(parindex: Run, tmp_path: Path) -> None:
    assert parindex("submit", ready(tmp_path), "--on", "hôm qua").code == 2


def test_verify(parindex: Run, handed: Path) -> None:
    result = parindex("verify", handed)
    assert (result.code, result.err) == (0, "")
    assert "Còn nguyên" in result.out
    write(handed.parents[1] / "a.yaml", UNIT.replace("numerator: 90", "numerator: 95"))
    result = parindex("verify", handed)
    assert result.code == 1
    assert "facts/tthc.on-time/values/numerator từ «90» thành «95»" in result.err
    data = json.loads(parindex("verify", handed, "--json").out)
    assert (data["unchanged"], [finding["code"] for finding in data["findings"]]) == (False, ["E423"])


def test_verify_an_appraisal(parindex: Run, merged: Path) -> None:
    assert parindex("verify", merged).code == 0
    write(merged, merged.read_text(encoding="utf-8").replace("score: 4.5", "score: 5.5"))
    result = parindex("verify", merged)
    assert (result.code, "E345" in result.err) == (1, True)


def test_verify_what_cannot_be(parindex: Run, tmp_path: Path) -> None:
    result = parindex("verify", ready(tmp_path))
    assert (result.code, "E233" in result.err) == (2, True)
    assert parindex("verify", tmp_path / "khong-co.yaml").code == 2


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")
def test_signed_by_the_repository(parindex: Run, tmp_path: Path) -> None:
    key = tmp_path / "khoa"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    signers = tmp_path / "nguoi-ky"
    signers.write_text(f"van-thu@a.example {key.with_suffix('.pub').read_text()}", encoding="utf-8")
    assert parindex("submit", ready(tmp_path), "--on", "2023-12-20", "--sign", key).code == 0
    manifest = tmp_path / "units" / "ho-so-a-2023" / "ho-so.yaml"
    result = parindex("verify", manifest, "--signers", signers)
    assert (result.code, result.err) == (0, "")
    assert "Chữ ký SSH: van-thu@a.example." in result.out
    assert "W436" in parindex("verify", manifest).err
    write(manifest, manifest.read_text(encoding="utf-8") + "# một dòng thêm vào\n")
    result = parindex("verify", manifest, "--signers", signers)
    assert (result.code, "E435" in result.err) == (1, True)


def test_the_report_is_verified_with_the_submission(parindex: Run, tmp_path: Path) -> None:
    pytest.importorskip("pyhanko", reason="the extra signatures is not installed")
    from tests.jobs.test_verify_pdf import Authority, pdf, sign

    authority = Authority(tmp_path, "CA thu nghiem")
    report = tmp_path / "da-ky.pdf"
    report.write_bytes(sign(pdf(), authority.signer("Tran Van B")))
    assert parindex("submit", ready(tmp_path), "--on", "2023-12-20", "--report", report).code == 0
    manifest = tmp_path / "units" / "ho-so-a-2023" / "ho-so.yaml"
    result = parindex("verify", manifest, "--trust", authority.path)
    assert (result.code, result.err) == (0, "")
    assert "Tran Van B" in result.out
    assert "còn nguyên" in result.out
    assert "W433" in parindex("verify", report).err
    (manifest.parent / "bao-cao.pdf").write_bytes(pdf())
    result = parindex("verify", manifest, "--trust", authority.path)
    assert result.code == 1
    assert {"E422", "E430"} <= set(result.err.replace(":", " ").split())


def test_apply_and_diff(parindex: Run, merged: Path) -> None:
    result = parindex("appraise", "apply", merged)
    assert (result.code, result.err) == (0, "")
    # 8 + 4 + 4,5 = 16,5 of 20
    assert "Tự chấm 13,00 (92,86%) → sau thẩm định 16,50 (82,50%)" in result.out
    result = parindex("appraise", "diff", merged)
    words = " ".join(result.out.split())
    assert f"lần 1, 10/01/2024, {OFFICE} (Chuyên viên) sửa số liệu tthc.on-time: 9,00 → 8,00. Đối chiếu hồ sơ" in words
    assert "1.2" not in result.out
    assert "1.2" in parindex("appraise", "diff", merged, "--all").out
    data = json.loads(parindex("appraise", "diff", merged, "--json").out)
    assert [each["final"] for each in data["criteria"]] == ["8", "4", "4.5"]


def test_the_appraised_sheet_as_a_file(parindex: Run, merged: Path, tmp_path: Path) -> None:
    out = tmp_path / "cuoi.json"
    assert parindex("appraise", "apply", merged, "-o", out).code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["totals"]["earned"] == "16.5"
    assert parindex("appraise", "apply", merged, "-o", out).code == 2


def test_score_with_the_appraisal(parindex: Run, merged: Path) -> None:
    unit = merged.parents[1] / "a.yaml"
    sheet = json.loads(parindex("score", unit, "--appraisal", merged, "--json").out)
    assert sheet["totals"]["earned"] == "16.5"
    assert sheet["appraisal"]["agencies"] == [COUNCIL, JUSTICE, OFFICE]
    assert parindex("score", unit, "--json").code == 0
    other = unit.with_name("b.yaml")
    other.write_bytes(unit.read_bytes())
    result = parindex("score", other, "--appraisal", merged)
    assert (result.code, "E352" in result.err) == (1, True)


def test_the_appraised_score_is_shown_and_named(parindex: Run, merged: Path) -> None:
    unit = merged.parents[1] / "a.yaml"
    own = parindex("score", unit).out
    assert "Tự chấm" in own and "Điểm tự chấm  13,00 / 14,00" in own and "thẩm định" not in own
    out = parindex("score", unit, "--appraisal", merged).out
    shown = {line.split()[0]: line.split() for line in out.splitlines() if line}
    assert "Kết quả" in out and "Tự chấm" not in out.split("Điểm sau")[0]
    assert shown["1.1"][-4:] == ["10,00", "8,00", "2,00", "*"]
    assert shown["2"][-4:] == ["6,00", "4,50", "1,50", "75,00%"]
    assert "Điểm sau thẩm định  16,50 / 20,00" in out
    assert "Điểm tự chấm        13,00 (* tiêu chí có điểm thay đổi)" in out
    assert max(map(len, out.splitlines())) <= 80
    told = " ".join(parindex("score", unit, "--appraisal", merged, "--explain", "1.1").out.split())
    assert "8,00 / 10,00 điểm" in told and "Tự chấm 9,00 điểm Thẩm định 8,00 điểm Căn cứ lần 1, " in told
    assert "9,00 → 8,00. Đối chiếu hồ sơ" in told


def test_score_with_a_document_that_the_unit_added(parindex: Run, merged: Path) -> None:
    folder, unit = merged.parent, merged.parents[1] / "a.yaml"
    response = folder / "giai-trinh.yaml"
    assert parindex("appraise", "answer", merged, "-o", response).code == 0
    text = response.read_text(encoding="utf-8")
    added = "documents: {bs-1: {form: administrative, title: Công văn, file: cv.txt}}"
    write(response, text.replace("documents: {}", added))
    write(folder / "cv.txt", "Công văn\n")
    back = FACT.replace("80", "85").replace("}}", "}, evidence: [{doc: bs-1}]}")
    add(folder / "tham-dinh-van-phong-hdnd-va-ubnd.yaml", line("vp-2", "1.1", OFFICE, back, round_=2, day="2024-02-01"))
    files = sorted(folder.glob("tham-dinh-*.yaml"))
    assert "E305" in parindex("appraise", "merge", *files, "-o", merged).err
    assert parindex("appraise", "merge", *files, "-o", merged, "--response", response).code == 0
    assert "E305" in parindex("score", unit, "--appraisal", merged).err
    result = parindex("score", unit, "--appraisal", merged, "--response", response, "--json")
    assert (result.code, json.loads(result.out)["totals"]["earned"]) == (0, "17")  # 8,5 + 4 + 4,5


def test_a_conflict_keeps_the_merge_from_being_written(parindex: Run, merged: Path) -> None:
    files = sorted(merged.parent.glob("tham-dinh-*.yaml"))
    add(files[0], line("hd-2", "1.1", COUNCIL, "score: 9"))
    before = merged.read_bytes()
    result = parindex("appraise", "merge", *files, "-o", merged, "--on", "2024-01-20")
    assert result.code == 1
    assert "E347" in result.err
    assert f"trái với lượt hd-2 của «{COUNCIL}»" in result.err
    assert merged.read_bytes() == before


def test_answer(parindex: Run, merged: Path) -> None:
    result = parindex("appraise", "answer", merged, "-o", merged.parent / "giai-trinh.yaml")
    assert (result.code, "có 1 mục" in result.out) == (0, True)
    text = (merged.parent / "giai-trinh.yaml").read_text(encoding="utf-8")
    assert "# 1.1 Hồ sơ đúng hạn: điểm 9,00 → 8,00. Lý do: Đối chiếu hồ sơ" in text
    assert "# Hạn giải trình: 31/01/2024." in text


def test_english(parindex: Run, merged: Path) -> None:
    out = parindex("appraise", "diff", merged, "--lang", "en").out
    assert "corrected tthc.on-time: 9,00 → 8,00" in " ".join(out.split())


def test_a_workbook_is_read_and_merged(parindex: Run, handed: Path) -> None:
    from datetime import date

    from tests.jobs.typed import fill

    folder = handed.parent
    started = parindex("appraise", "start", handed)
    assert "tham-dinh-phong-tu-phap.xlsx (đọc vào" in started.out
    assert "Hạn thẩm định lần 1: 20/01/2024." in started.out
    book = folder / "tham-dinh-phong-tu-phap.xlsx"
    fill(book, {("*", "date"): date(2024, 1, 10), ("1.2", "score"): 9})
    result = parindex("appraise", "read", book)
    assert (result.code, "Thẩm định!" in result.err, "chưa ghi gì" in result.err) == (1, True, True)
    assert ("E343" in result.err, "E153" in result.err) == (True, True)
    fill(book, {("*", "post"): "Chuyên viên", ("1.2", "score"): 4})
    dry = parindex("appraise", "read", book, "--dry-run")
    assert (dry.code, "ptp-1: 1.2 lần 1, thống nhất" in dry.out, "chưa ghi" in dry.out) == (0, True, True)
    result = parindex("appraise", "merge", book, "-o", folder / "td.yaml", "--on", "2024-01-20")
    assert (result.code, "đã ghi 1 mục" in result.out, "Đã tổng hợp 1 lượt" in result.out) == (0, True, True)
    assert parindex("appraise", "read", book, book, "--into", folder / "td.yaml").code == 2
    result = parindex("appraise", "apply", book)
    assert (result.code, "E152" in result.err, "parindex appraise read" in result.err) == (2, True, True)


def test_verify_a_response(parindex: Run, merged: Path) -> None:
    response = merged.with_name("gt.yaml")
    assert parindex("appraise", "answer", merged, "-o", response).code == 0
    assert parindex("verify", response).code == 0
    write(merged.parent / "ho-so.yaml", (merged.parent / "ho-so.yaml").read_text(encoding="utf-8") + "# x\n")
    result = parindex("verify", response)
    assert (result.code, "E340" in result.err) == (1, True)


def test_two_rounds_from_the_unit_s_folder(parindex: Run, handed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the guide has it: what is merged and answered lies beside unit.yaml, the books beside the submission."""
    from datetime import date

    from tests.jobs.typed import fill

    monkeypatch.chdir(handed.parent.parent)
    folder = Path(handed.parent.name)
    assert parindex("appraise", "start", folder / "ho-so.yaml").code == 0
    first = folder / "tham-dinh-phong-tu-phap.xlsx"
    signed = {("*", "date"): date(2024, 1, 10), ("*", "post"): "Trưởng phòng"}
    fill(first, {**signed, ("1.2", "score"): 1, ("1.2", "reason"): "Muộn"})
    assert parindex("appraise", "read", first).code == 0
    books = sorted(folder.glob("tham-dinh-*.xlsx"))
    assert parindex("appraise", "merge", *books, "-o", "tong-hop.yaml", "--on", "2024-01-20").code == 0
    assert parindex("appraise", "answer", "tong-hop.yaml", "-o", "giai-trinh.xlsx").code == 0
    answer = {
        ("*", "date"): date(2024, 1, 25),
        ("*", "post"): "Chủ tịch",
        ("ptp-1", "text"): "Kế hoạch ban hành đúng hạn",
    }
    fill(Path("giai-trinh.xlsx"), answer)
    assert parindex("appraise", "read", "giai-trinh.xlsx").code == 0
    started = parindex("appraise", "start", "tong-hop.yaml", "--response", "giai-trinh.yaml")
    second = folder / "tham-dinh-phong-tu-phap-lan-2.xlsx"
    assert f"{second} (đọc vào {folder / 'tham-dinh-phong-tu-phap.yaml'})" in started.out
    fill(second, {**signed, ("*", "date"): date(2024, 2, 5), ("1.2", "score"): 3, ("1.2", "reason"): "Có công văn"})
    assert "1 mục" in parindex("appraise", "read", second).out
    books = sorted(folder.glob("tham-dinh-*.xlsx"))
    result = parindex("appraise", "merge", *books, "-o", "tong-hop.yaml", "--on", "2024-02-10")
    assert (result.code, "Đã tổng hợp 2 lượt" in result.out) == (0, True), result.err
    shown = parindex("appraise", "diff", "tong-hop.yaml", "--response", "giai-trinh.yaml").out
    assert "1,00 → 3,00. Có công văn" in " ".join(shown.split())
