"""Signed reports: PDFs signed here with certificates that are made here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF

from parindex.files.unusable import Unusable
from parindex.jobs.verify_pdf import NoSignatureLibrary, verify_pdf

pytest.importorskip("pyhanko", reason="the extra signatures is not installed")
NOW = datetime.now(UTC)


class Authority:
    """An authority and the officers that it vouches for."""

    def __init__(self, folder: Path, name: str) -> None:
        from cryptography.hazmat.primitives.asymmetric import ec

        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = name
        self.certificate = self._issue(name, self.key.public_key(), authority=True)
        self.path = folder / f"{name}.pem"
        self.path.write_bytes(self._pem())

    def signer(self, name: str, *, expired: bool = False) -> Any:
        from asn1crypto import keys, x509
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import ec
        from pyhanko.sign.signers import SimpleSigner
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        key = ec.generate_private_key(ec.SECP256R1())
        own = self._issue(name, key.public_key(), expired=expired)
        encoding, form = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8
        private = key.private_bytes(encoding, form, serialization.NoEncryption())
        return SimpleSigner(
            signing_cert=x509.Certificate.load(own.public_bytes(encoding)),
            signing_key=keys.PrivateKeyInfo.load(private),
            cert_registry=SimpleCertificateStore(),
        )

    def _pem(self) -> bytes:
        from cryptography.hazmat.primitives import serialization

        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def _issue(self, name: str, public: Any, *, authority: bool = False, expired: bool = False) -> Any:
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes
        from cryptography.x509.oid import NameOID

        def named(text: str) -> x509.Name:
            return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

        end = NOW - timedelta(days=1) if expired else NOW + timedelta(days=30)
        usage = dict.fromkeys(
            ("data_encipherment", "key_agreement", "key_encipherment", "encipher_only", "decipher_only"), False
        )
        builder = (
            x509.CertificateBuilder()
            .subject_name(named(name))
            .issuer_name(named(self.name))
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=60))
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=not authority,
                    content_commitment=not authority,
                    key_cert_sign=authority,
                    crl_sign=authority,
                    **usage,
                ),
                critical=True,
            )
        )
        return builder.sign(self.key, hashes.SHA256())


def pdf() -> bytes:
    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=12)
    paper.cell(text="Bao cao tu cham diem")
    return bytes(paper.output())


def sign(content: bytes, signer: Any, field: str = "KySo") -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

    meta = PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES)
    made = sign_pdf(IncrementalPdfFileWriter(BytesIO(content)), meta, signer=signer)
    return bytes(made.getvalue())


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"), "CA thu nghiem")


@pytest.fixture(scope="module")
def signed(authority: Authority) -> bytes:
    return sign(pdf(), authority.signer("Tran Van B"))


def codes(tmp_path: Path, content: bytes, *trust: Path) -> list[str]:
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(content)
    return [finding.code for finding in verify_pdf(path, trust).findings]


def test_a_good_signature(tmp_path: Path, authority: Authority, signed: bytes) -> None:
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(signed)
    found = verify_pdf(path, [authority.path])
    assert found.findings == ()
    (signature,) = found.signatures
    assert "Tran Van B" in signature.signer
    assert (signature.field, signature.intact, signature.whole, signature.trusted) == ("KySo", True, True, True)
    assert signature.signed_on is not None
    assert abs(signature.signed_on - NOW.date()) <= timedelta(days=1)


def test_the_second_officer_signs_too(tmp_path: Path, authority: Authority, signed: bytes) -> None:
    twice = sign(signed, authority.signer("Le Thi C"), "KySo2")
    assert codes(tmp_path, twice, authority.path) == []


def test_a_signer_whom_nobody_vouches_for(tmp_path: Path, signed: bytes) -> None:
    other = Authority(tmp_path, "CA khac")
    assert codes(tmp_path, signed) == ["W433"]
    assert codes(tmp_path, signed, other.path) == ["W433"]


def test_a_certificate_that_had_run_out(tmp_path: Path, authority: Authority) -> None:
    late = sign(pdf(), authority.signer("Tran Van B", expired=True))
    assert codes(tmp_path, late, authority.path) == ["W433"]


def test_one_byte_of_the_signed_part(tmp_path: Path, authority: Authority, signed: bytes) -> None:
    at = signed.index(b"/MediaBox")
    changed = signed[:at] + signed[at:].replace(b"595.28", b"595.29", 1)
    assert changed != signed
    assert codes(tmp_path, changed, authority.path) == ["E432"]


def test_a_page_put_on_top_after_signing(tmp_path: Path, authority: Authority, signed: bytes) -> None:
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(BytesIO(signed))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[generic.NameObject("/MediaBox")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 100, 100)))
    writer.mark_update(writer.root["/Pages"]["/Kids"].raw_get(0))
    out = BytesIO()
    writer.write(out)
    assert codes(tmp_path, out.getvalue(), authority.path) == ["E431"]


def test_bytes_put_behind(tmp_path: Path, authority: Authority, signed: bytes) -> None:
    assert codes(tmp_path, signed + b"\n% them vao\n", authority.path) == ["E431"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"%PDF-1.7\n1 0 obj\n<<\n"])
def test_what_is_no_signed_pdf(tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path, content) == ["E430"]
    assert codes(tmp_path, pdf()) == ["E430"]


def test_files_that_cannot_be_read(tmp_path: Path, signed: bytes) -> None:
    with pytest.raises(Unusable):
        verify_pdf(tmp_path / "khong-co.pdf")
    wrong = tmp_path / "ca.pem"
    wrong.write_text("abc", encoding="utf-8")
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(signed)
    with pytest.raises(Unusable):
        verify_pdf(path, [wrong])


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parindex.jobs.verify_pdf.available", lambda: False)
    with pytest.raises(NoSignatureLibrary):
        verify_pdf(tmp_path / "a.pdf")
