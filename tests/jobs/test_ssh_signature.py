"""Repositories sign with ``ssh-keygen -Y``; keys are made for the test."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from parindex.files.unusable import Unusable
from parindex.jobs.ssh_signature import NAMESPACE, NoSshKeygen, sign, verify

KEYGEN = shutil.which("ssh-keygen")
pytestmark = pytest.mark.skipif(KEYGEN is None, reason="ssh-keygen is not installed")


def key(folder: Path, name: str) -> Path:
    path = folder / name
    subprocess.run([str(KEYGEN), "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path], check=True)
    return path


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "ho-so.yaml"
    path.write_bytes(b"kind: submission\n")
    sign(path, key(tmp_path, "khoa"))
    return path


def signers(folder: Path, name: str, **more: str) -> Path:
    public = (folder / f"{name}.pub").read_text(encoding="utf-8")
    path = folder / f"nguoi-ky-{name}"
    path.write_text(f"a@phuson.example {more.get('options', '')} {public}", encoding="utf-8")
    return path


def test_a_known_signer(signed: Path) -> None:
    found = verify(signed, signers(signed.parent, "khoa"))
    assert (found.signer, found.findings) == ("a@phuson.example", ())


def test_a_changed_file(signed: Path) -> None:
    signed.write_bytes(b"kind: submission\n\n")
    found = verify(signed, signers(signed.parent, "khoa"))
    assert (found.signer, [finding.code for finding in found.findings]) == (None, ["E435"])


def test_nobody_says_whose_key_it_is(signed: Path) -> None:
    key(signed.parent, "khac")
    for allowed in (None, signers(signed.parent, "khac")):
        found = verify(signed, allowed)
        assert (found.signer, [finding.code for finding in found.findings]) == (None, ["W436"])


def test_a_signature_made_for_something_else(signed: Path) -> None:
    assert NAMESPACE == "parindex"
    command = [str(KEYGEN), "-Y", "sign", "-q", "-f", signed.parent / "khoa", "-n", "git"]
    made = subprocess.run(command, input=signed.read_bytes(), capture_output=True, check=True)
    signed.with_name("ho-so.yaml.sig").write_bytes(made.stdout)
    found = verify(signed, signers(signed.parent, "khoa"))
    assert [finding.code for finding in found.findings] == ["E435"]


def test_a_key_that_is_allowed_for_something_else(signed: Path) -> None:
    allowed = signers(signed.parent, "khoa", options='namespaces="git"')
    assert [finding.code for finding in verify(signed, allowed).findings] == ["W436"]


def test_no_second_signature_over_the_first(signed: Path) -> None:
    with pytest.raises(Unusable) as caught:
        sign(signed, signed.parent / "khoa")
    assert [finding.code for finding in caught.value.findings] == ["E141"]
    sign(signed, signed.parent / "khoa", force=True)


def test_what_is_no_key(signed: Path) -> None:
    other = signed.parent / "khong-phai-khoa"
    other.write_text("abc", encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        sign(signed, other, force=True)
    assert [finding.code for finding in caught.value.findings] == ["E437"]
    assert verify(signed).findings[0].code == "W436"  # the first signature still stands


def test_a_file_without_a_signature(tmp_path: Path) -> None:
    path = tmp_path / "ho-so.yaml"
    path.write_bytes(b"")
    with pytest.raises(Unusable) as caught:
        verify(path)
    assert [finding.code for finding in caught.value.findings] == ["E101"]


def test_no_ssh_on_the_machine(signed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parindex.jobs.ssh_signature.shutil.which", lambda name: None)
    with pytest.raises(NoSshKeygen):
        verify(signed)
