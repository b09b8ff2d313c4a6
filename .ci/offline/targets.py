"""The machines that the folder is for: a platform and a version of Python, and which wheels fit them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packaging.tags import Tag, compatible_tags, cpython_tags

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
LEGACY_LINUX = {17: "manylinux2014_x86_64", 12: "manylinux2010_x86_64", 5: "manylinux1_x86_64"}
NEWEST_GLIBC = 28
"""Minor version of the glibc 2 that a Linux machine needs at most: that of Debian 10, Ubuntu 20.04, RHEL 8."""


@dataclass(frozen=True, slots=True)
class Target:
    """One machine; ``name`` is as ``sysconfig.get_platform()`` and the version say on it: ``win_amd64-3.12``."""

    platform: str
    python: str

    @property
    def name(self) -> str:
        """How its lock is named."""
        return f"{self.platform}-{self.python}"

    @property
    def platforms(self) -> list[str]:
        """The platforms of wheels that fit, the newest first."""
        if self.platform == "win_amd64":
            return ["win_amd64"]
        names = []
        for minor in range(NEWEST_GLIBC, 4, -1):
            names.append(f"manylinux_2_{minor}_x86_64")
            if minor in LEGACY_LINUX:
                names.append(LEGACY_LINUX[minor])
        return [*names, "linux_x86_64"]

    @property
    def options(self) -> list[str]:
        """What makes pip choose for this machine instead of the one that it runs on."""
        platforms = [word for each in self.platforms for word in ("--platform", each)]
        return ["--only-binary=:all:", "--implementation", "cp", "--python-version", self.python, *platforms]

    def tags(self) -> Iterator[Tag]:
        """Tags of wheels that fit, the best first."""
        version = tuple(int(part) for part in self.python.split("."))
        yield from cpython_tags(version, platforms=self.platforms)
        yield from compatible_tags(version, f"cp{version[0]}{version[1]}", self.platforms)

    def environment(self) -> dict[str, str]:
        """What markers such as ``sys_platform == "win32"`` are asked against.

        pip asks them against the machine that it runs on, whatever ``--platform`` says.
        """
        windows = self.platform == "win_amd64"
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": "nt" if windows else "posix",
            "platform_machine": "AMD64" if windows else "x86_64",
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": "Windows" if windows else "Linux",
            "platform_version": "",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": "win32" if windows else "linux",
        }


TARGETS = [Target(platform, python) for platform in ("win_amd64", "linux_x86_64") for python in PYTHONS]
