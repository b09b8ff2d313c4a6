"""Debian's Chromium, driven through chromedriver by the W3C protocol: no more than the tests of the site need."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

AVAILABLE = bool(shutil.which("chromium") and shutil.which("chromedriver"))
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Space": "\ue00d"}


class Browser:
    """One window without a screen."""

    def __init__(self, port: int, *, script: bool = True) -> None:
        self._base = f"http://127.0.0.1:{port}"
        arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
        ]
        options: dict[str, Any] = {"args": arguments, "binary": shutil.which("chromium")}
        if not script:
            options["prefs"] = {"profile.managed_default_content_settings.javascript": 2}
        always = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        self._session = self._call("POST", "/session", {"capabilities": {"alwaysMatch": always}})["sessionId"]

    def _call(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()) from None

    def _do(self, path: str, body: object = None) -> Any:
        return self._call("POST", f"/session/{self._session}/{path}", body or {})

    def open(self, path: Path, fragment: str = "") -> None:
        """Open a file as an officer does who double-clicks it."""
        self._do("url", {"url": path.absolute().as_uri() + fragment})

    def run(self, script: str, *arguments: object) -> Any:
        """The value of a script's ``return``."""
        return self._do("execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *keys: str) -> None:
        """Type names of keys, or text, where the focus is."""
        actions = [
            {"type": kind, "value": sign}
            for key in keys
            for sign in ([KEYS[key]] if key in KEYS else key)
            for kind in ("keyDown", "keyUp")
        ]
        self._do("actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def click(self, selector: str) -> None:
        """Click the first element that fits, with the mouse."""
        found = self._do("element", {"using": "css selector", "value": selector})
        self._do(f"element/{next(iter(found.values()))}/click")

    def size(self, width: int, height: int) -> None:
        """The size of the page as it is seen; narrow ones too, which no window manager would allow."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.command("Emulation.setDeviceMetricsOverride", metrics)

    def command(self, name: str, parameters: dict[str, Any]) -> Any:
        """A command of the DevTools protocol."""
        return self._do("goog/cdp/execute", {"cmd": name, "params": parameters})

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Save what is seen, or the whole page, as PNG."""
        shot = self.command(
            "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole, **self._clip(whole)}
        )
        path.write_bytes(base64.b64decode(shot["data"]))

    def _clip(self, whole: bool) -> dict[str, Any]:
        if not whole:
            return {}
        size = self.command("Page.getLayoutMetrics", {})["cssContentSize"]
        return {"clip": {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12000), "scale": 1}}

    def print(self, path: Path) -> None:
        """Save the page as PDF, on the paper that its own style asks for."""
        made = self.command("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
        path.write_bytes(base64.b64decode(made["data"]))

    def complaints(self) -> list[str]:
        """What the console said since the last call."""
        return [entry["message"] for entry in self._do("se/log", {"type": "browser"})]

    def requests(self) -> list[str]:
        """Addresses that were asked for since the last call."""
        events = [json.loads(entry["message"])["message"] for entry in self._do("se/log", {"type": "performance"})]
        return [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]

    def tree(self) -> list[tuple[str, str]]:
        """Roles and names as a screen reader gets them."""
        nodes = self.command("Accessibility.getFullAXTree", {})["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored")
        ]

    def quit(self) -> None:
        """Close the window."""
        with suppress(RuntimeError, OSError):
            self._call("DELETE", f"/session/{self._session}")


@contextmanager
def browser(*, script: bool = True) -> Iterator[Browser]:
    """A browser of its own, which ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        made = Browser(port, script=script)
        try:
            yield made
        finally:
            made.quit()
    finally:
        driver.terminate()
        driver.wait(timeout=20)


def _wait(port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise TimeoutError("chromedriver")
