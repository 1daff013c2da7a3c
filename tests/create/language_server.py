"""yaml-language-server without an editor: started as a process, spoken to as an editor does."""

import json
import subprocess
from pathlib import Path
from typing import Any, Self

SETTINGS = {
    "validate": True,
    "hover": True,
    "completion": True,
    "schemaStore": {"enable": False},
    "format": {"enable": False},
    "yamlVersion": "1.2",
}


class Editor:
    """An editor that has a few YAML files open."""

    def __init__(self, server: Path, root: Path) -> None:
        self.root = root
        self.number = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.process = subprocess.Popen(["node", str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": CAPABILITIES, "workspaceFolders": None})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(f"Content-Length: {len(data)}\r\n\r\n".encode() + data)
        self.process.stdin.flush()

    def tell(self, method: str, params: object) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        self.number += 1
        own = self.number
        self.send({"id": own, "method": method, "params": params})
        while True:
            message = self.next()
            if message.get("id") == own and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def next(self) -> dict[str, Any]:
        """The next message; what the server asks is answered, what it tells is kept."""
        message = self.received()
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            self.send(
                {"id": message["id"], "result": [SETTINGS if item.get("section") == "yaml" else {} for item in message["params"]["items"]]}
            )
        elif "id" in message and "method" in message:
            self.send({"id": message["id"], "result": None})
        return message

    def received(self) -> dict[str, Any]:
        out = self.process.stdout
        assert out
        length = 0
        while (line := out.readline()) not in {b"\r\n", b""}:
            name, _, value = line.decode().partition(":")
            length = int(value) if name.lower() == "content-length" else length
        data = out.read(length)
        assert data, "the language server has left"
        matches: dict[str, Any] = json.loads(data)
        return matches

    def opened(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a file, and answer what the editor would underline."""
        uri = (self.root / name).as_uri()
        self.diagnostics.pop(uri, None)
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        while uri not in self.diagnostics:
            self.next()
        return self.diagnostics[uri]

    def at(self, name: str, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": (self.root / name).as_uri()}, "position": {"line": line, "character": character}}

    def hover(self, name: str, line: int, character: int) -> str:
        """What stands in the box over a word."""
        result = self.ask("textDocument/hover", self.at(name, line, character))
        return str(result["contents"]["value"]) if result else ""

    def completions(self, name: str, line: int, character: int) -> dict[str, str]:
        """What is offered at a place, and what it would write."""
        result = self.ask("textDocument/completion", self.at(name, line, character))
        items = result["items"] if isinstance(result, dict) else result or []
        return {item["label"]: (item.get("textEdit") or {}).get("newText") or item.get("insertText") or item["label"] for item in items}


CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}
