"""What is no readable file is refused with a reason."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.checks.render import message
from parindex.files.source import FORBIDDEN, HARMLESS, MAX_BYTES, read_bytes
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from parindex.values.findings import Finding


def refused(path: Path) -> Finding:
    with pytest.raises(Unusable) as caught:
        read(path)
    return caught.value.findings[0]


def test_missing_file(tmp_path: Path) -> None:
    finding = refused(tmp_path / "không có.yaml")
    assert finding.code == "E101"
    assert finding.file.endswith("/không có.yaml")
    assert finding.place is None


def test_a_file_used_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x: 1")
    assert refused(tmp_path / "a" / "b.yaml").code == "E101"


def test_folder(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "E102"


def test_nul_in_the_path() -> None:
    assert refused(Path("a\0b")).code == "E103"


def test_a_name_that_is_too_long() -> None:
    assert refused(Path("x" * 5000)).code == "E103"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").code == "E103"


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refused(tmp_path / "loop").code == "E103"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    assert refused(path).code == "E103"


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert read_bytes(path)
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    finding = refused(path)
    assert finding.code == "E104"
    assert finding.data == {"size": Decimal("5.1")}
    assert "5,1 MB" in message(finding)


def test_the_name_given_is_the_name_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: @")
    with pytest.raises(Unusable) as caught:
        read(path, "don-vi/a.yaml")
    assert caught.value.findings[0].file == "don-vi/a.yaml"
    assert str(caught.value) == "don-vi/a.yaml: E126"


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert read(path).sha256 == "d154b5589a138ef7a6ff502ecf270b04afa5eb5c56fb398f5cfe9a055a33316d"
    assert read(path).sha256 != read(b"a: 1\r\n").sha256


def test_an_unusable_file_has_findings() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Unusable([])


def test_no_forbidden_character_begins_with_a_byte_called_harmless() -> None:
    forbidden = [found[0] for found in FORBIDDEN.finditer("".join(map(chr, range(0x110000))))]
    assert len(forbidden) > 2000
    in_files = [sign for sign in forbidden if not "\ud800" <= sign <= "\udfff"]  # UTF-8 has no surrogates
    assert [sign for sign in in_files if sign.encode()[0] in HARMLESS] == []
    assert "Phú Sơn, 98%: “đạt”\t\r\n".encode().translate(None, HARMLESS) == b"\xe2\xe2"
