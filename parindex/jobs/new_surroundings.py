"""What stands around the files of a new repository: editors, git, and the checks in CI."""

from __future__ import annotations

EDITORCONFIG = """\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.{yaml,yml}]
indent_style = space
indent_size = 2
"""

GITATTRIBUTES = """\
* text=auto
*.yaml text eol=lf
*.pdf binary
*.docx binary
*.xlsx binary
*.jpg binary
*.png binary
"""

GITIGNORE = """\
~$*
Thumbs.db
.DS_Store
/ket-qua/
"""

VSCODE = """\
{
  "[yaml]": { "editor.insertSpaces": true, "editor.tabSize": 2 },
  "files.encoding": "utf8",
  "files.eol": "\\n",
  "yaml.validate": true
}
"""

VSCODE_EXTENSIONS = """\
{ "recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"] }
"""

PRE_COMMIT = """\
# Kiểm tra trước mỗi lần commit: pip install pre-commit parindex, rồi chạy: pre-commit install
repos:
  - repo: local
    hooks:
      - id: parindex-check
        name: parindex check
        entry: parindex check
        language: system
        pass_filenames: false
        files: '\\.ya?ml$|minh-chung/'
"""


def readme(title: str) -> str:
    """What the repository is and how to work in it."""
    return f"""\
# {title}

Kho minh chứng chấm điểm Chỉ số cải cách hành chính bằng parindex.

| Việc | Lệnh |
|---|---|
| Kiểm tra mọi tệp | `parindex check` |
| Ghi mã băm của minh chứng | `parindex check --write-hashes` |
| Chấm điểm một đơn vị | `parindex score units/don-vi-mau.yaml` |
| Thêm đơn vị | `parindex new unit xa-a --name "UBND xã A" --type xã` |
| Chấm và xếp hạng tất cả | `parindex batch . -o ket-qua` |

`parindex.yaml` nói năm, bộ tiêu chí và nơi để tệp đơn vị; minh chứng để ở `units/minh-chung/`. Trình soạn thảo hiểu các
tệp nhờ `schema/` (VS Code: tiện ích YAML của Red Hat). Mỗi lần đẩy lên GitHub hoặc GitLab, kho được kiểm tra lại.
"""


def github(version: str) -> str:
    """A workflow of GitHub: the check on every push; in a pull request what it does to the scores."""
    return f"""\
name: parindex
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install "parindex>={version}"
      - run: parindex check --format github
      - name: Điểm thay đổi
        if: github.event_name == 'pull_request'
        env:
          BASE: ${{{{ github.event.pull_request.base.sha }}}}
        run: parindex compare --base "$BASE" --format markdown >> "$GITHUB_STEP_SUMMARY" || true
"""


def gitlab(version: str) -> str:
    """A pipeline of GitLab: findings stand in the merge request as code quality and as tests."""
    return f"""\
parindex:
  image: python:3.12-slim
  script:
    - python -m pip install "parindex>={version}"
    - parindex check --format gitlab -o gl-code-quality-report.json --force || true
    - parindex check --format junit -o parindex.xml --force
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: parindex.xml
"""
