#!/bin/sh
# parindex @VERSION@: tìm Python 3.11 trở lên đã có trên máy, rồi mở danh sách việc.
# Không cần mạng, không cần quyền quản trị. Cách dùng: HUONG-DAN.txt
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd -P) || exit 77
unset PYTHONHOME PYTHONPATH
if [ ! -f "$here/bo-cai/hop.py" ]; then
  echo "Không thấy thư mục bo-cai bên cạnh tệp này: hãy chép hoặc giải nén cả thư mục." >&2
  exit 77
fi
for candidate in "${PARINDEX_PYTHON:-}" python3.14 python3.13 python3.12 python3.11 python3 python; do
  [ -n "$candidate" ] && command -v -- "$candidate" >/dev/null 2>&1 || continue
  "$candidate" "$here/bo-cai/hop.py" 2>/dev/null
  if [ $? -eq 42 ]; then
    exec "$candidate" -I "$here/bo-cai/khoi-dong.py" "$@"
  fi
done
cat >&2 <<'TEXT'

Máy này chưa có Python phù hợp (CPython 64-bit, 3.11 đến 3.14).
Cách có Python cho riêng tài khoản của mình, không cần quyền quản trị: xem CAI-PYTHON.txt.
Nếu Python ở chỗ khác: PARINDEX_PYTHON=/đường/dẫn/python3 sh parindex.sh
TEXT
exit 77
