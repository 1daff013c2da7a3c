"""The comment that the written workflows put in a pull or merge request: each script is run, the host stood in for on loopback."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import pytest
import yaml
from conftest import PROJECT, needs, program

from partnerskab_cli.create.ci_files import COMMENT
from partnerskab_cli.create.init_files import InitOptions, make_init_files

MARK = "<!-- partnerskab -->"
TOKEN = "hemmelig"  # noqa: S105 - nobody's


def written(host: str, path: str) -> dict[str, Any]:
    """A file for CI as `init` writes it."""
    (text,) = [text.text for text in make_init_files(InitOptions(None, "da", "x", host, "main")) if text.path == path]
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def github_step(steps: list[dict[str, Any]]) -> str:
    (matches,) = [step for step in steps if step.get("name") == "Write the comment"]
    assert set(matches["env"]) == {"AUTHORIZATION", "COMMENTS", "COMMENT", "UPDATING"}
    return str(matches["run"])


def gitlab_script(job: dict[str, Any]) -> str:
    return "\n".join(line for line in job["script"] if "/bin/partnerskab" not in line)


SCRIPTS = {
    "the action": github_step(yaml.safe_load((PROJECT / "action.yml").read_text("utf-8"))["runs"]["steps"]),
    "init for GitHub": github_step(written("github", ".github/workflows/partnerskab.yml")["jobs"]["comment"]["steps"]),
    "init for GitLab": gitlab_script(written("gitlab", ".gitlab-ci.yml")["partnerskab-comment"]),
    "the template for GitLab": gitlab_script(
        yaml.safe_load((PROJECT / "ci" / "gitlab.yml").read_text("utf-8").split("\n---\n")[1])["partnerskab-comment"]
    ),
}


class Host(NamedTuple):
    """A git host that keeps comments."""

    address: str
    comments: list[dict[str, Any]]
    seen: list[tuple[str, str, str | None]]


@pytest.fixture
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    refusal: int = getattr(request, "param", 0)
    comments: list[dict[str, Any]] = [{"id": 1, "body": "Tak!"}]
    seen: list[tuple[str, str, str | None]] = []

    class Answering(BaseHTTPRequestHandler):
        def answer(self) -> None:
            seen.append((self.command, self.path, self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN")))
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
            if refusal and self.command != "GET":
                self.send_error(refusal)
                return
            if self.command == "POST":
                comments.append({"id": len(comments) + 1, **body})
            elif self.command in {"PATCH", "PUT"}:
                comments[int(self.path.rpartition("/")[2]) - 1].update(body)
            data = json.dumps(comments if self.command == "GET" else comments[-1]).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 - the names that the standard library calls

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answering)
    Thread(target=server.serve_forever, daemon=True).start()
    yield Host(f"http://127.0.0.1:{server.server_port}", comments, seen)
    server.shutdown()
    server.server_close()


def commented(name: str, host: Host, folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Run a script as CI does."""
    needs(program("bash"), "bash is not here")
    (folder / "comment.md").write_text(text, "utf-8")
    (folder / "python3").unlink(missing_ok=True)
    (folder / "python3").symlink_to(sys.executable)
    given = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "RUNNER_TEMP": str(folder), "PARTNERSKAB_TOKEN": TOKEN}
    given |= {"CI_API_V4_URL": f"{host.address}/api/v4", "CI_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "3"}
    if "export" not in SCRIPTS[name]:
        given |= {"AUTHORIZATION": f"Authorization: Bearer {TOKEN}", "UPDATING": "PATCH"}
        given |= {"COMMENTS": f"{host.address}/repos/o/r/issues/3/comments", "COMMENT": f"{host.address}/repos/o/r/issues/comments"}
    script = SCRIPTS[name].replace("/tmp/comment.md", str(folder / "comment.md"))  # noqa: S108 - CI's own folder
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], env=given, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_first_run_writes_a_comment_and_the_next_one_replaces_it(name: str, host: Host, tmp_path: Path) -> None:
    for text in ("**1 aftale er ændret**\n", "**Ingen ændring** `$(touch x)` \"'\n"):
        done = commented(name, host, tmp_path, text)
        assert done.returncode == 0, done.stderr
        assert [comment["body"] for comment in host.comments] == ["Tak!", f"{MARK}\n{text}"]
    assert {item[2] for item in host.seen} <= {f"Bearer {TOKEN}", TOKEN}
    assert TOKEN not in done.stdout + done.stderr


@pytest.mark.parametrize("host", [401, 403, 404], indirect=True)
@pytest.mark.parametrize("name", SCRIPTS)
def test_without_the_permission_it_says_so_and_ends_well(name: str, host: Host, tmp_path: Path) -> None:
    done = commented(name, host, tmp_path, "x\n")
    assert done.returncode == 0, done.stderr
    assert "No comment: the job may not write one here" in done.stdout
    assert len(host.comments) == 1


@pytest.mark.parametrize("host", [500], indirect=True)
@pytest.mark.parametrize("name", SCRIPTS)
def test_another_failure_of_the_host_is_no_silence(name: str, host: Host, tmp_path: Path) -> None:
    assert commented(name, host, tmp_path, "x\n").returncode != 0


@pytest.mark.parametrize("name", SCRIPTS)
def test_there_is_one_script(name: str) -> None:
    assert COMMENT in SCRIPTS[name] + "\n"
