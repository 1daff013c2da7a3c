"""What stands round a record for editors, git and CI: files that name the tool once, as PACKAGE."""

EDITORCONFIG = """# https://editorconfig.org
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
trim_trailing_whitespace = true

[*.{yaml,yml,json}]
indent_style = space
indent_size = 2
"""

GITATTRIBUTES = """*.yaml text eol=lf
*.yml text eol=lf
agreements/**/*.yaml diff=partnerskab
agreements/**/*.yml diff=partnerskab
"""
"""Works once git is told: `git config diff.partnerskab.textconv "partnerskab show --plain"`."""

PRE_COMMIT = """# pip install pre-commit && pre-commit install
repos:
  - repo: local
    hooks:
      - id: partnerskab-privacy
        name: "partnerskab: no CPR numbers"
        entry: partnerskab check --select JUR01
        args: ["--"]
        language: python
        additional_dependencies: ["PACKAGE"]
        types: [text]
        require_serial: true
      - id: partnerskab-check
        name: "partnerskab: the agreements that change"
        entry: partnerskab check
        language: python
        additional_dependencies: ["PACKAGE"]
        types: [yaml]
        files: ^agreements/.*\\.ya?ml$
        require_serial: true
      - id: partnerskab-portfolio
        name: "partnerskab: the agreements together"
        entry: partnerskab check
        language: python
        additional_dependencies: ["PACKAGE"]
        pass_filenames: false
        always_run: true
"""

GITHUB = """name: Partnerskab

on:
  pull_request:
  push:
    branches: [main]
  schedule:
    - cron: "17 5 * * 1" # Monday morning, in UTC
  workflow_dispatch:

permissions: {}

concurrency:
  group: partnerskab-${{ github.ref }}-${{ github.event_name }}
  cancel-in-progress: true

jobs:
  check:
    name: Check the agreements
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          fetch-depth: 0
          persist-credentials: false
      - name: Install
        env:
          WHAT_TO_INSTALL: "PACKAGE"
        run: |
          python3 -m venv "$RUNNER_TEMP/partnerskab"
          "$RUNNER_TEMP/partnerskab/bin/pip" install --quiet --disable-pip-version-check "$WHAT_TO_INSTALL"
      - name: Check
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" check'
      - name: Say what changed in meaning
        if: ${{ !cancelled() && github.event_name == 'pull_request' }}
        env:
          BASE: ${{ github.event.pull_request.base.sha }}
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" diff --format md -- "$BASE...HEAD" >> "$GITHUB_STEP_SUMMARY"'
      - name: Show what falls due within a month
        if: ${{ !cancelled() && github.event_name == 'schedule' }}
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" deadlines --within 30d --format md >> "$GITHUB_STEP_SUMMARY"'
      - name: Fail when something is overdue
        if: ${{ !cancelled() && github.event_name == 'schedule' }}
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" deadlines --overdue --fail-on overdue'
"""

GITLAB = """.partnerskab:
  image: python:3.13
  timeout: 10 minutes
  variables:
    GIT_DEPTH: "0"
    WHAT_TO_INSTALL: "PACKAGE"
  before_script:
    - python3 -m venv /tmp/partnerskab
    - /tmp/partnerskab/bin/pip install --quiet --disable-pip-version-check "$WHAT_TO_INSTALL"

partnerskab:
  extends: .partnerskab
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - /tmp/partnerskab/bin/partnerskab check -o gitlab=partnerskab-quality.json -o junit=partnerskab-junit.xml
  artifacts:
    when: always
    expire_in: 30 days
    reports:
      codequality: partnerskab-quality.json
      junit: partnerskab-junit.xml

partnerskab-deadlines:
  extends: .partnerskab
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - /tmp/partnerskab/bin/partnerskab deadlines --within 30d
    - /tmp/partnerskab/bin/partnerskab deadlines --overdue --fail-on overdue
"""
