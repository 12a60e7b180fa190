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
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

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


def walk(driver):
    """Goes through the page with Tab; the stops that something else covers (WCAG 2.4.11)."""
    covered = []
    for _ in range(60):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        stop = driver.execute_script(
            "const e = document.activeElement; if (e === document.body) return null; const b = e.getBoundingClientRect();"
            "const at = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2);"
            "return [e.outerHTML.slice(0, 80), e === at || e.contains(at) || at?.control === e];"
        )
        if stop is None:
            break
        if not stop[1]:
            covered.append(stop[0])
    return covered


def comforts(driver, address):
    """What the scripts add, tried with real keys; what a page loses without them is nothing."""
    wrong = []

    def expect(holds, what):
        if not holds:
            wrong.append("script: " + what)

    def soon(script):
        try:
            return WebDriverWait(driver, 6).until(lambda d: d.execute_script("return " + script))
        except TimeoutException:
            return None

    emulate(driver, 1280, 900, "light")
    driver.get(address + "/dossier.html")
    hidden = walk(driver)
    expect(not hidden, f"what has the focus is covered: {hidden}")
    driver.execute_script("document.querySelector('button[data-copier]').scrollIntoView({block: 'center'})")
    driver.find_element(By.CSS_SELECTOR, "button[data-copier]").click()
    expect(soon("document.querySelector('button[data-copier]').textContent.startsWith('Copié')"), "the copy button does not say that it copied")
    expect(soon("document.getElementById('annonces').textContent.startsWith('Copié')"), "the copy is not announced")

    driver.get(address + "/aujourdhui.html")
    keys = lambda *k: ActionChains(driver).send_keys(*k).perform()
    keys("/")
    expect(soon("document.activeElement.id === 'chercher-personne'"), "/ does not lead to the search")
    keys("di/")
    expect(soon("document.activeElement.value === 'di/'"), "/ is not typed in a field")
    expect(soon("document.querySelectorAll('[data-trouvailles] a').length === 2"), "no result while typing")
    expect(soon("document.querySelector('[data-annonce-ici]').textContent === '2 personnes trouvées'"), "the count is not announced")
    keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    expect(soon("document.activeElement.textContent === 'M. Diarra'"), "arrows do not walk through the results")
    keys(Keys.ESCAPE)
    expect(soon("document.activeElement.id === 'chercher-personne' && !document.querySelector('[data-trouvailles] a')"), "Escape does not close the results")
    driver.execute_script("document.activeElement.blur()")
    ActionChains(driver).key_down(Keys.ALT).send_keys("4").key_up(Keys.ALT).perform()
    expect(soon("location.pathname === '/demarches'"), "Alt+4 does not open Démarches")

    driver.get(address + "/formulaire.html")
    expect(driver.execute_script("return document.activeElement.matches('.fautes')"), "the summary of errors does not take the focus")
    driver.find_element(By.ID, "champ-note").send_keys("un mot")
    expect(soon("/^Brouillon enregistré à \\d+ h \\d\\d$/.test(document.querySelector('[data-brouillon-dit]').textContent)"), "the draft is not kept")
    minutes = driver.find_element(By.ID, "champ-minutes")
    expect(minutes.get_attribute("value") == "6", "the timer does not fill the minutes already spent")
    minutes.clear()
    minutes.send_keys("15")
    driver.execute_script("document.querySelector('form.formulaire').dispatchEvent(new Event('submit'))")
    expect(minutes.get_attribute("value") == "15", "the timer overwrites a correction")

    # Ten minutes pass at once: the clock of the page is moved, not the machine's.
    driver.execute_script("const now = Date.now; Date.now = () => now() + 9.5 * 60000; localStorage.removeItem('cordee-dernier-geste')")
    expect(soon("!document.querySelector('[data-verrou-avis]').hidden"), "no warning before the lock")
    driver.execute_script("const now = Date.now; Date.now = () => now() + 60000; localStorage.removeItem('cordee-dernier-geste'); HTMLFormElement.prototype.requestSubmit = function () { document.title = 'verrou ' + this.action }")
    expect(soon("document.title.endsWith('/verrouiller')"), "the desk does not lock itself")
    return wrong


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
        wrong += comforts(driver, address)
        driver.get_log("browser")  # the pages that it asked for and that are no sample
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
