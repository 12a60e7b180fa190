"""Looks at the shared parts in a real Chromium: axe on every sample page, screenshots wide and narrow, light and dark, paper.

    CORDEE_PLANCHE=artefacts/planche swift test --filter 'Shared parts'
    python3 Tests/browser/planche.py artefacts/planche [--axe axe.min.js]

Needs chromium, chromedriver and selenium. axe.min.js comes from the PyPI wheel axe-playwright-python.
Exit 0 when axe finds nothing, no page scrolls sideways and no script fails; 1 otherwise.
"""

import argparse
import base64
import functools
import http.server
import json
import pathlib
import sys
import threading

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
FRAGMENT = '<ul data-annonce="2 personnes trouvées"><li><a href="/usagers/1">Mme Diallo</a></li><li><a href="/usagers/2">M. Diarra</a></li></ul>'
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


class Site(http.server.BaseHTTPRequestHandler):
    """The samples at /, the assets and the typeface where the real server has them."""

    def __init__(self, pages, *args):
        self.pages = pages
        super().__init__(*args)

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/usagers/fragment":
            return self.answer(FRAGMENT.encode(), "text/html")
        name = pathlib.PurePosixPath(path).name
        folder = {"/assets": ROOT / "Sources/Web/Assets", "/polices": ROOT / ".outils/polices"}.get(path.rpartition("/")[0], self.pages)
        file = folder / name
        if not name or not file.is_file():
            return self.send_error(404)
        self.answer(file.read_bytes(), TYPES.get(file.suffix, "application/octet-stream"))

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(204)
        self.end_headers()

    def answer(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind + "; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def browser():
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def emulate(driver, width, height, scheme, media="", forced="none"):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
    features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "forced-colors", "value": forced}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def picture(driver, file):
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {})
    file.write_bytes(base64.b64decode(shot["data"]))


def violations(driver, axe):
    driver.execute_script(axe)
    found = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r => done(JSON.stringify(r.violations)))"
    )
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} {v['nodes'][0].get('failureSummary', '')[:300]}" for v in json.loads(found)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--axe", type=pathlib.Path)
    given = arguments.parse_args()
    axe = given.axe.read_text() if given.axe else None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, given.folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    driver, wrong = browser(), []
    try:
        for page in sorted(given.folder.glob("*.html")):
            for width, height, scheme in [(1280, 900, "light"), (1280, 900, "dark"), (360, 740, "light"), (360, 740, "dark"), (320, 256, "light")]:
                emulate(driver, width, height, scheme)
                driver.get(f"{address}/{page.name}")
                name = f"{page.stem}-{width}-{scheme}"
                if width != 320:  # the whole page, in a window as high as it is
                    emulate(driver, width, driver.execute_script("return document.documentElement.scrollHeight"), scheme)
                picture(driver, given.folder / f"{name}.png")
                sideways = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if sideways > 0:
                    wrong.append(f"{name}: {sideways} px to scroll sideways")
                if axe:
                    wrong += [f"{name}: {v}" for v in violations(driver, axe)]
            emulate(driver, 1280, 900, "light", forced="active")
            picture(driver, given.folder / f"{page.stem}-forced.png")
            emulate(driver, 1280, 900, "light")
            paper = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
            (given.folder / f"{page.stem}.pdf").write_bytes(base64.b64decode(paper["data"]))
            wrong += [f"{page.stem}: {line['message']}" for line in driver.get_log("browser") if "favicon" not in line["message"]]
    finally:
        driver.quit()
        server.shutdown()
    print("\n".join(wrong) or "Rien à redire.")
    sys.exit(1 if wrong else 0)


main()
