"""What stands round a record for editors, git and CI: files that name the tool once, as PACKAGE, and the branch, as BRANCHES."""

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
        entry: partnerskab check -q
        language: python
        additional_dependencies: ["PACKAGE"]
        pass_filenames: false
        always_run: true
"""

INSTALLED = """language: python
        additional_dependencies: ["PACKAGE"]
"""
ON_PATH = """language: system # the tool as it is installed here; partnerskab init --source says where else it can be fetched
"""
"""How a hook runs the tool where nobody has said where it is fetched."""

COMMENT = """import json, os, sys, urllib.error, urllib.request

MARK = "<!-- partnerskab -->"

def ask(method, address, body=None):
    data = json.dumps(body).encode() if body else None
    name, _, value = os.environ["AUTHORIZATION"].partition(": ")
    headers = {name: value, "Accept": "application/json", "Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(address, data, headers, method=method), timeout=30) as answer:
        return json.load(answer)

text = MARK + "\\n" + open(sys.argv[1], encoding="utf-8").read()
try:
    first = ask("GET", os.environ["COMMENTS"] + "?per_page=100")
    own = next((one["id"] for one in first if (one.get("body") or "").startswith(MARK)), None)
    if own:
        ask(os.environ["UPDATING"], os.environ["COMMENT"] + "/" + str(own), {"body": text})
    else:
        ask("POST", os.environ["COMMENTS"], {"body": text})
except urllib.error.HTTPError as error:
    if error.code not in (401, 403, 404):
        raise
    print("No comment: the job may not write one here (" + str(error.code) + "). The same stands in the job's own summary or log.")
"""
"""Writes a file as a comment, or in place of the one it wrote before; without the permission it says so and ends well."""

INSTALLING = """      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          fetch-depth: 0
          persist-credentials: false
      - name: Install
        run: |
          if [ -z "$WHAT_TO_INSTALL" ]; then
            echo "::error::Write in this workflow what pip installs: WHAT_TO_INSTALL is empty."
            exit 1
          fi
          python3 -m venv "$RUNNER_TEMP/partnerskab"
          "$RUNNER_TEMP/partnerskab/bin/pip" install --quiet --disable-pip-version-check "$WHAT_TO_INSTALL"
"""
GITHUB = """name: Partnerskab

on:
  pull_request:
  push:BRANCHES
  schedule:
    - cron: "17 5 * * 1" # Monday morning, in UTC
  workflow_dispatch:

permissions: {}

concurrency:
  group: partnerskab-${{ github.ref }}-${{ github.event_name }}
  cancel-in-progress: true

env:
  WHAT_TO_INSTALL: "PACKAGE" # what pip installs: a name with its version, or an address with a commit

jobs:
  check:
    name: Check the agreements
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
STEPS      - name: Check
        if: ${{ github.event_name != 'pull_request' }}
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" check'
      - name: Check what has changed, and whether it may change so
        if: ${{ github.event_name == 'pull_request' }}
        env:
          BASE: origin/${{ github.base_ref }}
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" check --since "$BASE"'
      - name: Check all agreements together
        if: ${{ !cancelled() && github.event_name == 'pull_request' }}
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" check -q --output-format concise'
      - name: Say what changed in meaning
        if: ${{ !cancelled() && github.event_name == 'pull_request' }}
        env:
          BASE: origin/${{ github.base_ref }}
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" diff --format md -- "$BASE...HEAD" >> "$GITHUB_STEP_SUMMARY"'

  comment:
    name: Say in the pull request what changed in meaning
    if: ${{ github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository }}
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write # for the comment; without it the job says that it may not, and ends well
    steps:
STEPS      - name: Say what changed in meaning
        env:
          BASE: origin/${{ github.base_ref }}
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" diff --format md -- "$BASE...HEAD" > "$RUNNER_TEMP/comment.md" || true'
      - name: Write the comment
        env:
          AUTHORIZATION: "Authorization: Bearer ${{ github.token }}"
          COMMENTS: ${{ github.api_url }}/repos/${{ github.repository }}/issues/${{ github.event.pull_request.number }}/comments
          COMMENT: ${{ github.api_url }}/repos/${{ github.repository }}/issues/comments
          UPDATING: PATCH
        run: |
          python3 - "$RUNNER_TEMP/comment.md" <<'END'
          SCRIPT
          END

  deadlines:
    name: What falls due
    if: ${{ github.event_name == 'schedule' || github.event_name == 'workflow_dispatch' }}
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
STEPS      - name: Show what falls due within a month
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" deadlines --within 30d --format md >> "$GITHUB_STEP_SUMMARY"'
      - name: Fail until what is overdue is done, and noted with partnerskab done
        run: '"$RUNNER_TEMP/partnerskab/bin/partnerskab" deadlines --overdue --fail-on overdue'
"""

GITLAB = """.partnerskab:
  image: python:3.13
  timeout: 10 minutes
  variables:
    GIT_DEPTH: "0"
    WHAT_TO_INSTALL: "PACKAGE" # what pip installs: a name with its version, or an address with a commit
  before_script:
    - if [ -z "$WHAT_TO_INSTALL" ]; then echo "Write in .gitlab-ci.yml what pip installs (WHAT_TO_INSTALL is empty)."; exit 1; fi
    - python3 -m venv /tmp/partnerskab
    - /tmp/partnerskab/bin/pip install --quiet --disable-pip-version-check "$WHAT_TO_INSTALL"

partnerskab:
  extends: .partnerskab
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - |
      code=0
      if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then
        /tmp/partnerskab/bin/partnerskab check --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA" || code=$?
      fi
      /tmp/partnerskab/bin/partnerskab check -o gitlab=partnerskab-quality.json -o junit=partnerskab-junit.xml || code=$?
      exit "$code"
  artifacts:
    when: always
    expire_in: 30 days
    reports:
      codequality: partnerskab-quality.json
      junit: partnerskab-junit.xml

partnerskab-comment:
  extends: .partnerskab
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" && $PARTNERSKAB_TOKEN # a project access token that may use the API
  script:
    - /tmp/partnerskab/bin/partnerskab diff --format md -- "$CI_MERGE_REQUEST_DIFF_BASE_SHA...HEAD" > /tmp/comment.md || true
    - 'export AUTHORIZATION="PRIVATE-TOKEN: $PARTNERSKAB_TOKEN" UPDATING=PUT'
    - export COMMENTS="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
    - export COMMENT="$COMMENTS"
    - |
      python3 - /tmp/comment.md <<'END'
      SCRIPT
      END

partnerskab-deadlines:
  extends: .partnerskab
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - /tmp/partnerskab/bin/partnerskab deadlines --within 30d
    - /tmp/partnerskab/bin/partnerskab deadlines --overdue --fail-on overdue # until it is done, and noted with partnerskab done
"""


def add_comment_script(template: str) -> str:
    """A workflow with the steps that every job begins with, and with the script that writes the comment, at its margin."""
    margin = next(line for line in template.splitlines() if line.endswith("SCRIPT")).removesuffix("SCRIPT")
    script = "".join(f"{margin}{line}".rstrip() + "\n" for line in COMMENT.splitlines())
    return template.replace("STEPS", INSTALLING).replace(f"{margin}SCRIPT\n", script)
