"""A headless browser over a pair of pipes: no driver, no server, nothing but the browser itself."""

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--remote-debugging-pipe",
)  # fmt: skip
END = b"\0"


class Browser:
    """What one page of a browser does and hears."""

    def __init__(self, out: int, back: int) -> None:
        self.out, self.back = out, back
        self.rest = b""
        self.sent = 0
        self.heard: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Ask for something and wait for the answer; what happens meanwhile is noted."""
        self.sent += 1
        session = {"sessionId": self.session} if hasattr(self, "session") else {}
        os.write(self.out, json.dumps({"id": self.sent, "method": method, "params": parameters} | session).encode() + END)
        while True:
            message = self.next()
            if message.get("id") == self.sent:
                assert "error" not in message, message
                return dict(message["result"])

    def next(self) -> dict[str, Any]:
        """The next thing that the browser says."""
        while END not in self.rest:
            self.rest += os.read(self.back, 1 << 16)
        line, _, self.rest = self.rest.partition(END)
        message: dict[str, Any] = json.loads(line)
        if "method" in message:
            self.heard.append(message)
        return message

    def open(self, path: Path, *, width: int = 1280, dark: bool = False) -> None:
        """Show a file."""
        self.heard.clear()
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Page.navigate", url=path.as_uri())
        while not any(item["method"] == "Page.loadEventFired" for item in self.heard):
            self.next()

    def asked(self, expression: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def printed(self) -> bytes:
        """The page on paper."""
        return b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    @property
    def requests(self) -> list[str]:
        """What was fetched besides the page itself; a picture that lies in the page is no request."""
        urls = [str(item["params"]["request"]["url"]) for item in self.heard if item["method"] == "Network.requestWillBeSent"]
        return [url for url in urls[1:] if not url.startswith("data:")]

    @property
    def complaints(self) -> list[str]:
        """What the page or the browser said to developers."""
        kinds = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [json.dumps(item["params"]) for item in self.heard if item["method"] in kinds]


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A fresh browser with a folder of its own, and its end."""
    (read_there, out), (back, write_there) = os.pipe(), os.pipe()
    command = f'exec "{PROGRAM}" {" ".join(FLAGS)} --user-data-dir="{profile}" 3<&{read_there} 4>&{write_there}'
    running = subprocess.Popen(
        ["bash", "-c", command], pass_fds=(read_there, write_there), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(read_there)
    os.close(write_there)
    try:
        yield Browser(out, back)
    finally:
        os.close(out)
        os.close(back)
        running.terminate()
        running.wait(timeout=20)
