"""Whatever can be verified, by what it is: a submission with its signatures, an appraisal, a signed PDF, a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from parindex.checks.registry import severity_of
from parindex.files.load import kind_of
from parindex.files.source import file_name, refuse_irregular
from parindex.files.unusable import Unusable
from parindex.files.yaml_reader import read
from parindex.jobs.appraise_files import (
    answers_changed,
    check_bound,
    check_response,
    load_appraisal,
    load_response,
    submission_path,
)
from parindex.jobs.bundle_verify import is_bundle, verify_bundle
from parindex.jobs.ssh_signature import SUFFIX, NoSshKeygen, SshSignature
from parindex.jobs.ssh_signature import verify as verify_ssh
from parindex.jobs.verify import Verified, open_submission, verify_submission
from parindex.jobs.verify_pdf import NoSignatureLibrary, Signature, verify_pdf
from parindex.values.findings import Finding

What = Literal["submission", "appraisal", "response", "pdf", "bundle"]


class Proof(Struct, frozen=True):
    """What a verification found."""

    what: What
    path: Path
    files: int
    """Files whose digest was compared."""
    signatures: tuple[Signature, ...] = ()
    ssh: SshSignature | None = None
    unread: tuple[str, ...] = ()
    """Signatures that are there and could not be looked at: ``pdf`` without pyHanko, ``ssh`` without ssh-keygen."""
    findings: tuple[Finding, ...] = ()

    @property
    def unchanged(self) -> bool:
        """Whether nothing is wrong."""
        return not any(severity_of(finding) == "error" for finding in self.findings)


def verify_file(path: Path, *, trust: Sequence[Path] = (), signers: Path | None = None) -> Proof:
    """Verify a file by what it is.

    ``trust`` are certificates of authorities for PDFs, ``signers`` is the list of allowed signers for SSH. Raises
    ``Unusable`` for what cannot be read or is of no kind that can be verified (E233), and ``NoSignatureLibrary`` for
    a PDF without pyHanko.
    """
    refuse_irregular(path, file_name(path))
    if path.suffix.lower() == ".pdf":
        pdf = verify_pdf(path, trust)
        return Proof("pdf", path, 1, signatures=pdf.signatures, findings=pdf.findings)
    if is_bundle(path):
        bundle = verify_bundle(path)
        return Proof("bundle", path, bundle.files, findings=bundle.findings)
    document = read(path, file_name(path))
    match kind_of(document):
        case "submission":
            return _submission(path, trust, signers)
        case "appraisal":
            loaded = load_appraisal(path)
            below = submission_path(path, loaded.appraisal.submission)
            own = [*loaded.findings, *check_bound(loaded.appraisal.submission, loaded.document, open_submission(below))]
            own += answers_changed(loaded)
            proof = _submission(below, trust, signers)
            return Proof(
                "appraisal", path, proof.files + 1, proof.signatures, proof.ssh, proof.unread, (*own, *proof.findings)
            )
        case "response":
            answered = load_response(path)
            below = submission_path(path, answered.response.submission)
            # Which entries it answers, and whether in time, is known when the files are merged.
            found = check_response(answered, open_submission(below), ())
            own = [each for each in found if each.code not in ("E348", "W622")]
            proof = _submission(below, trust, signers)
            return Proof(
                "response", path, proof.files + 1, proof.signatures, proof.ssh, proof.unread, (*own, *proof.findings)
            )
        case kind:
            known = "submission, appraisal, response"
            raise Unusable([document.finding("E233", ("kind",), value=str(kind), allowed=known)])


def _submission(path: Path, trust: Sequence[Path], signers: Path | None) -> Proof:
    verified: Verified = verify_submission(path)
    findings = list(verified.findings)
    unread: list[str] = []
    signatures: tuple[Signature, ...] = ()
    report = open_submission(path).submission.report
    if report is not None and (path.parent / report.file).is_file():
        try:
            pdf = verify_pdf(path.parent / report.file, trust)
            signatures = pdf.signatures
            findings += pdf.findings
        except NoSignatureLibrary:
            unread.append("pdf")
    ssh = None
    if signers is not None or path.with_name(path.name + SUFFIX).is_file():
        try:
            ssh = verify_ssh(path, signers)
            findings += ssh.findings
        except NoSshKeygen:
            unread.append("ssh")
    return Proof("submission", path, verified.files, signatures, ssh, tuple(unread), tuple(findings))
