"""PyYAML is the same, with one pattern that is compiled later."""

from __future__ import annotations

import subprocess
import sys

TOLD = """if True:
    import re
    compile_ = re.compile
    from parindex.files.pyyaml import Later, yaml
    pattern = yaml.reader.Reader.NON_PRINTABLE
    print(re.compile is compile_, isinstance(pattern, Later))
    print([hex(each) for each in range(0x110000) if pattern.match(chr(each))] == {expected!r})
    try:
        yaml.load("a: \\x07", yaml.SafeLoader)
    except yaml.reader.ReaderError as error:
        print(error.position, hex(error.character))
"""


def test_the_pattern_of_the_pure_reader_is_compiled_when_it_is_used() -> None:
    # YAML 1.1, 5.1: printable are tab, line ends, U+0020 to 7E, 85, A0 to D7FF, E000 to FFFD, and all above FFFF.
    printable = [{0x9, 0xA, 0xD, 0x85}, range(0x20, 0x7F), range(0xA0, 0xD800), range(0xE000, 0xFFFE)]
    expected = [hex(each) for each in range(0x10000) if not any(each in part for part in printable)]
    told = subprocess.run(
        [sys.executable, "-c", TOLD.format(expected=expected)], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines() == ["True True", "True", "3 0x7"]
