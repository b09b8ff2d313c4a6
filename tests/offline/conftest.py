"""The builder of the offline folder is no package: its modules are found by their folder. Small wheels to try it on."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = ROOT / ".ci" / "offline"
sys.path.append(str(OFFLINE))


def pythons() -> list[tuple[str, str]]:
    """Other Pythons of this machine, with their versions: on the path, or under pyenv."""
    found = {}
    places = [*os.environ["PATH"].split(os.pathsep), *map(str, Path.home().glob(".pyenv/versions/*/bin"))]
    for place in places:
        for name in ("python2", "python3", *(f"python3.{minor}" for minor in range(6, 16))):
            path = shutil.which(name, path=place)
            if path is not None and os.path.realpath(path) not in found:
                told = subprocess.run(
                    [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True
                )
                if told.returncode == 0:
                    found[os.path.realpath(path)] = told.stdout.decode().strip()
    return [(version, path) for path, version in found.items()]


@pytest.fixture
def wheel(tmp_path: Path) -> Callable[..., Path]:
    """Write a wheel with metadata and one module into the folder ``wheels``."""
    folder = tmp_path / "wheels"
    folder.mkdir()

    def write(
        name: str,
        version: str = "1.0",
        tag: str = "py3-none-any",
        needs: Sequence[str] = (),
        head: str = "License-Expression: MIT\n",
        files: Mapping[str, str] | None = None,
    ) -> Path:
        path = folder / f"{name}-{version}-{tag}.whl"
        info = f"{name}-{version}.dist-info"
        lines = "".join(f"Requires-Dist: {need}\n" for need in needs)
        content = {
            f"{name}.py": f"version = {version!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n{head}{lines}",
            f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n",
            **{f"{info}/{key}": text for key, text in (files or {}).items()},
        }
        record = "".join(f"{key},sha256={_digest(text)},{len(text.encode())}\n" for key, text in content.items())
        with zipfile.ZipFile(path, "w") as archive:
            for key, text in content.items():
                archive.writestr(key, text)
            archive.writestr(f"{info}/RECORD", record + f"{info}/RECORD,,\n")
        return path

    return write


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


@pytest.fixture
def start() -> ModuleType:
    """The module that the start files run."""
    spec = importlib.util.spec_from_file_location("khoi_dong", OFFLINE / "files" / "bo-cai" / "khoi-dong.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
