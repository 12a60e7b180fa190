"""A real Chromium that can reach nothing but the demo, and what every page must hold."""

import base64
import json
import pathlib
import subprocess
import sysconfig
import time
import urllib.parse

from selenium import webdriver
from selenium.common.exceptions import JavascriptException, StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from demo import NEVER_IN_ADDRESS_OR_TITLE, ROOT

ARTEFACTS = ROOT / "artefacts/navigateur"
AXE = pathlib.Path(sysconfig.get_paths()["purelib"]) / "axe_playwright_python/axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, PHONE = (1280, 900), (360, 740)


class Chrome:
    def __init__(self, demo, scripts=True, size=WIDE):
        self.demo = demo
        self.scripts = scripts
        self.sent = []
        options = webdriver.ChromeOptions()
        for flag in (
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
            "--force-device-scale-factor=1", "--lang=fr", "--disable-background-networking", "--disable-component-update",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost", f"--window-size={size[0]},{size[1]}",
        ):
            options.add_argument(flag)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        # An alert stays open until a test looks at it: that is how a script that ran is seen.
        options.set_capability("unhandledPromptBehavior", "ignore")
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.size(*size)
        self.dark(False)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                self.check_behaviour()
        finally:
            self.driver.quit()

    # Going about

    def size(self, width, height=900):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def dark(self, on=True):
        # Without motion: a colour half-way between two schemes is nobody's.
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": "dark" if on else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"}]})

    def go(self, path):
        self.driver.get(self.demo.address + path if path.startswith("/") else path)
        return self

    def enter(self, first_name):
        """Signs in by the demo's one-click link."""
        return self.go(self.demo.links[first_name])

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.demo.address).split("#")[0]

    @property
    def text(self):
        """The visible words, with ordinary spaces."""
        return plain(self.driver.find_element(By.TAG_NAME, "body").text)

    @property
    def heading(self):
        return plain(self.driver.find_element(By.TAG_NAME, "h1").text)

    @property
    def source(self):
        return self.driver.page_source

    def all(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def one(self, css):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def wait(self, condition, message, seconds=10):
        """The answer of `condition` as soon as it is true."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                found = condition()
                if found:
                    return found
            except (JavascriptException, LookupError):
                found = None
            except WebDriverException as error:
                if not has_left(error):
                    raise
                found = None
            if time.monotonic() > deadline:
                raise AssertionError(f"{message} — {self.path}\n{self.text[:1500]}")
            time.sleep(0.05)

    def sees(self, words):
        return self.wait(lambda: words in self.text, f"« {words} » should be on the page")

    # What is kept to be looked at

    def picture(self, name, sizes=(WIDE, PHONE)):
        """Pictures of the whole page, wide and on a phone."""
        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        for size in sizes:
            self.size(*size)
            height = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["height"]
            self.size(size[0], min(int(height) + 1, 9000))
            shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
            (ARTEFACTS / f"{name}-{size[0]}.png").write_bytes(base64.b64decode(shot["data"]))
        self.size(*WIDE)

    def paper(self, name):
        """The page as printed: a PDF, and its first sheets as pictures. Gives the PDF's text."""
        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        pdf = ARTEFACTS / f"{name}.pdf"
        data = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
        pdf.write_bytes(base64.b64decode(data["data"]))
        subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, ARTEFACTS / f"{name}-papier"], check=True)
        return plain(subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout)

    # What every page must hold

    def evaluate(self, script):
        """Runs a script of ours, whatever the page's policy and even where its own scripts are off."""
        answer = self.driver.execute_cdp_cmd(
            "Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True})
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def axe(self, only=None):
        """What axe finds wrong, one line each: rule, place, why; by all its rules or by a few."""
        if not self.evaluate("'axe' in window"):
            self.evaluate(AXE.read_text() + ";0")
        chosen = {"type": "rule", "values": only} if only else {"type": "tag", "values": AXE_TAGS}
        found = json.loads(self.evaluate(
            "axe.run({runOnly: %s, resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map("
            "v => v.nodes.map(n => v.id + ' : ' + n.target.join(' ') + ' : ' + n.failureSummary + ' ' + n.html.slice(0, 150)))))"
            % json.dumps(chosen)))
        return [line for rule in found for line in rule]

    def sideways(self, width, height):
        """By how many pixels the page is wider than the window, and what sticks out."""
        self.size(width, height)
        over = self.evaluate("""(() => {
            const room = document.documentElement.clientWidth, over = document.documentElement.scrollWidth - room;
            if (over <= 0) return null;
            const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room + 1);
            return over + ' px : ' + out.slice(-3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)).join(' | ');
        })()""")
        self.size(*WIDE)
        return over

    def structure(self):
        """What axe does not say: language, one h1, duplicate ids, empty links, titles and addresses without names."""
        problems = self.evaluate("""(() => {
            const all = s => [...document.querySelectorAll(s)], wrong = [];
            if (document.documentElement.lang !== 'fr') wrong.push('lang');
            if (all('h1').length !== 1) wrong.push('h1 : ' + all('h1').length);
            const ids = all('[id]').map(e => e.id);
            for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push('id twice : ' + id);
            for (const e of all('[style], [onclick], script:not([src])')) wrong.push('inline : ' + e.outerHTML.slice(0, 80));
            for (const t of all('table:not(:has(caption))')) wrong.push('table without caption');
            for (const a of all('a[href^="#"]')) if (a.hash.length > 1 && !document.getElementById(decodeURIComponent(a.hash.slice(1)))) wrong.push('anchor to nothing : ' + a.hash);
            return wrong;
        })()""")
        place = urllib.parse.unquote(self.driver.current_url) + " " + self.driver.title
        problems += [f"{name} in address or title: {place}" for name in NEVER_IN_ADDRESS_OR_TITLE if name.lower() in place.lower()]
        return problems

    def check_behaviour(self):
        """All along: no other host was asked, no name in an address, no script or policy error in the console."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.sent.append(message["params"]["request"]["url"])
        foreign = {url for url in self.sent if not url.startswith((self.demo.address + "/", "data:"))}
        assert not foreign, f"asked of another host: {foreign}"
        named = [url for url in self.sent for name in NEVER_IN_ADDRESS_OR_TITLE if name.lower() in urllib.parse.unquote(url).lower()]
        assert not named, f"a name in an address: {named}"
        said = [line["message"] for line in self.driver.get_log("browser") if line["level"] == "SEVERE"]
        said = [line for line in said if "Failed to load resource" not in line and "ERR_CONNECTION_REFUSED" not in line]
        assert not said, f"errors in the console: {said}"


def has_left(error):
    """Whether what was looked at went away with its page; Chromium has more than one way to say so."""
    return isinstance(error, StaleElementReferenceException) or "does not belong to the document" in str(error.msg)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")
