"""The digital signatures of a PDF (PAdES), by pyHanko; nothing is fetched from the network."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from parindex.files.source import file_name
from parindex.files.unusable import Unusable
from parindex.values.findings import Finding


class NoSignatureLibrary(Exception):
    """The optional extra ``signatures`` is not installed."""


class Signature(Struct, frozen=True):
    """One signature of a PDF."""

    field: str
    signer: str
    """The subject of the certificate, as it names itself."""
    signed_on: date | None
    """As the signer's own machine said, unless a time stamp says it."""
    intact: bool
    """The bytes that were signed are there unchanged, and the signature fits them."""
    whole: bool
    """Nothing was added to the file after it was signed but what signing itself adds."""
    trusted: bool
    """The certificate leads to one of the given authorities and was valid when it signed."""


class VerifiedPdf(Struct, frozen=True):
    """The signatures of a file, and what is wrong with them."""

    path: Path
    signatures: tuple[Signature, ...]
    findings: tuple[Finding, ...]


def available() -> bool:
    """Whether pyHanko is installed."""
    try:
        import pyhanko.sign.validation  # noqa: F401
    except ImportError:
        return False
    return True


def verify_pdf(path: Path, trust: Sequence[Path] = ()) -> VerifiedPdf:
    """Check every signature of a PDF.

    ``trust`` are certificates of authorities (PEM or DER): the signers must lead to one of them; without any, a good
    signature of an unknown signer is a warning (W433). E430: no signature, or no PDF; E431: changed after signing;
    E432: the signature does not fit. Raises ``NoSignatureLibrary``, and ``Unusable`` for files that cannot be read.
    """
    if not available():
        raise NoSignatureLibrary
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    name = file_name(path)
    roots = [_certificate(each) for each in trust]
    try:
        with path.open("rb") as file:
            embedded = PdfFileReader(file, strict=False).embedded_signatures
            # In the order of signing: the last one must cover the whole file.
            signatures = tuple(_signature(each, roots, last=each is embedded[-1]) for each in embedded)
    except FileNotFoundError:
        raise Unusable([Finding("E101", name)]) from None
    except OSError as error:
        raise Unusable([Finding("E103", name, data={"reason": error.strerror or str(error)})]) from None
    except (PdfError, ValueError, KeyError, TypeError):
        return VerifiedPdf(path, (), (Finding("E430", name),))
    return VerifiedPdf(path, signatures, tuple(_findings(name, signatures)))


def _findings(name: str, signatures: Sequence[Signature]) -> Iterator[Finding]:
    if not signatures:
        yield Finding("E430", name)
    for each in signatures:
        if not each.intact:
            yield Finding("E432", name, data={"signer": each.signer})
        elif not each.whole:
            yield Finding("E431", name, data={"signer": each.signer})
        elif not each.trusted:
            yield Finding("W433", name, data={"signer": each.signer})


def _signature(embedded: Any, roots: Sequence[Any], *, last: bool) -> Signature:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    signer = embedded.signer_cert.subject.human_friendly if embedded.signer_cert is not None else "?"
    # No moment is given: pyHanko judges by the clock; a signature's own time stamp counts where there is one.
    context = ValidationContext(trust_roots=list(roots), allow_fetching=False)
    try:
        status = validate_pdf_signature(embedded, signer_validation_context=context)
    except (SignatureValidationError, PdfError, ValueError):
        return Signature(embedded.field_name, signer, None, intact=False, whole=False, trusted=False)
    # After the last signature only what keeps it valid for long may follow (LTA). An earlier one may be followed by
    # what its signer allowed and the later signers covered: their own signatures.
    allowed = {ModificationLevel.LTA_UPDATES}
    if not last and status.docmdp_ok:
        allowed |= {ModificationLevel.NONE, ModificationLevel.FORM_FILLING}
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE or (
        status.coverage == SignatureCoverageLevel.ENTIRE_REVISION and status.modification_level in allowed
    )
    when = status.signer_reported_dt
    return Signature(
        embedded.field_name,
        signer,
        when.date() if when is not None else None,
        intact=status.intact and status.valid,
        whole=whole,
        trusted=status.trusted,
    )


def _certificate(path: Path) -> Any:
    from asn1crypto import pem, x509

    try:
        content = path.read_bytes()
        if pem.detect(content):
            _, _, content = pem.unarmor(content)
        certificate = x509.Certificate.load(content)
        _ = certificate.subject.native
    except OSError as error:
        raise Unusable([Finding("E103", file_name(path), data={"reason": error.strerror or str(error)})]) from None
    except (ValueError, TypeError):
        raise Unusable([Finding("E103", file_name(path), data={"reason": "no certificate"})]) from None
    return certificate
