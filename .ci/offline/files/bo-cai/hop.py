# Says whether the Python that runs this file fits the folder: exit code 42, or one line about why it does not.
# Any Python must be able to read it, the oldest too. 42 and not 0: what only pretends to be Python (the shortcut to
# the Microsoft Store named python.exe) never ends with it.
import os
import sys

FITS = 42
HERE = os.path.dirname(os.path.abspath(__file__))


def fault():
    version = "%d.%d" % sys.version_info[:2]
    if sys.version_info < (3, 11):
        return "cu qua, can Python 3.11 tro len"
    import platform
    import sysconfig

    if sys.implementation.name != "cpython":
        return "khong phai CPython"
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        return "la ban free-threaded, can ban thuong"
    machine = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    if machine.startswith("linux") and platform.libc_ver()[0] != "glibc":
        return "he thong khong dung glibc"
    names = os.listdir(os.path.join(HERE, "locks"))
    if machine + "-" + version + ".txt" in names:
        return None
    there = sorted((name[len(machine) + 1 : -4] for name in names if name.startswith(machine + "-")), key=len)
    if not there:
        return "may %s khong co trong bo cai (can Windows hoac Linux 64-bit x86)" % machine
    return "bo cai nay chi co cho Python " + ", ".join(there)


if __name__ == "__main__":
    reason = fault()
    if reason is None:
        sys.exit(FITS)
    place = sys.executable.encode("ascii", "replace").decode("ascii")
    print("  Python %d.%d (%s): %s" % (sys.version_info[0], sys.version_info[1], place, reason))
    sys.exit(1)
