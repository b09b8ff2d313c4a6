"""``parindex verify``: prove that nothing changed, or say exactly what did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parindex.cli.exits import USAGE
from parindex.cli.options import JsonOption, Lang, LangOption, StrictOption
from parindex.cli.output import exit_code, tell
from parindex.cli.texts import say

if TYPE_CHECKING:
    from parindex.jobs.verify_file import Proof


def verify(
    file: Annotated[
        Path, typer.Argument(metavar="TỆP", help="Hồ sơ đã nộp, tệp thẩm định, PDF đã ký, gói zip.", show_default=False)
    ],
    trust: Annotated[
        list[Path] | None,
        typer.Option("--trust", metavar="CHỨNG_THƯ", help="Chứng thư của tổ chức chứng thực (PEM, DER)."),
    ] = None,
    signers: Annotated[
        Path | None,
        typer.Option("--signers", metavar="TỆP", help="Danh sách người ký SSH (allowed_signers).", show_default=False),
    ] = None,
    json: JsonOption = False,
    strict: StrictOption = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Kiểm tra hồ sơ đã nộp, tệp thẩm định, PDF đã ký: còn nguyên không, khác ở đâu."""
    from json import dumps

    from parindex.files.unusable import Unusable
    from parindex.jobs.verify_file import verify_file
    from parindex.jobs.verify_pdf import NoSignatureLibrary

    try:
        proof = verify_file(file, trust=trust or (), signers=signers)
    except Unusable as problem:
        tell(problem.findings, lang)
        raise typer.Exit(USAGE) from None
    except NoSignatureLibrary:
        raise typer.BadParameter(say("no_signature_library", lang)) from None
    tell(proof.findings, lang)
    if json:
        typer.echo(dumps(_data(proof, lang), ensure_ascii=False, indent=2))
    else:
        _say(proof, lang)
    raise typer.Exit(exit_code(proof.findings, strict=strict))


def _say(proof: Proof, lang: Lang) -> None:
    from parindex.locale.formats import day

    for each in proof.signatures:
        when = day(each.signed_on) if each.signed_on else "–"
        key = "verify_signature" if each.intact and each.whole else "verify_signature_bad"
        typer.echo(say(key, lang, signer=each.signer, day=when))
    if proof.ssh is not None and proof.ssh.signer is not None:
        typer.echo(say("verify_ssh", lang, signer=proof.ssh.signer))
    for name in proof.unread:
        typer.echo(say(f"verify_unread_{name}", lang), err=True)
    key = "verify_unchanged" if proof.unchanged else "verify_changed"
    typer.echo(say(key, lang, path=proof.path, files=proof.files))


def _data(proof: Proof, lang: Lang) -> dict[str, Any]:
    from parindex.checks.render import message

    return {
        "format": "1",
        "what": proof.what,
        "file": proof.path.as_posix(),
        "unchanged": proof.unchanged,
        "files": proof.files,
        "signatures": [
            {
                "signer": each.signer,
                "signed_on": each.signed_on.isoformat() if each.signed_on else None,
                "intact": each.intact,
                "whole": each.whole,
                "trusted": each.trusted,
            }
            for each in proof.signatures
        ],
        "ssh_signer": proof.ssh.signer if proof.ssh is not None else None,
        "unread": list(proof.unread),
        "findings": [
            {"code": finding.code, "file": finding.file, "message": message(finding, lang.value)}
            for finding in proof.findings
        ],
    }
