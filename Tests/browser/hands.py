"""The two ways to use a page: with the mouse, or with the keyboard alone. Things are named by the words on the screen."""

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from chrome import has_left, plain

# « Personne (facultatif) » is the field « Personne ».
OPTIONAL = " (facultatif)"


class Mouse:
    def __init__(self, chrome):
        self.chrome = chrome
        self.driver = chrome.driver

    # Acts, as one would say them

    def follow(self, words, within="body"):
        self._leave(lambda: self._press(self._named(f"{within} a", words)))

    def press(self, words, within="main"):
        self._leave(lambda: self._press(self._named(f"{within} button", words)))

    def open(self, words):
        """Unfolds a part of the page."""
        summary = self._named("summary", words)
        if summary.find_element(By.XPATH, "..").get_attribute("open") is None:
            self._press(summary)

    def type(self, label, text):
        field = self._field(label)
        self._unfold(field)
        self._reach(field)
        self._clear(field)
        field.send_keys(text)

    def choose(self, legend, option):
        """One of several buttons, a box to tick, or a line of a list."""
        group = self._group(legend)
        if group is None:
            self._choose_in_list(self._field(legend), option)
            return
        self._unfold(group)
        for label in group.find_elements(By.TAG_NAME, "label"):
            if same(label.text or label.get_attribute("textContent"), option):
                control = self.driver.find_element(By.ID, label.get_attribute("for"))
                if not control.is_selected():
                    self._tick(control, label)
                assert control.is_selected(), f"« {option} » did not take"
                return
        raise LookupError(f"« {option} » under « {legend} » at {self.chrome.path}")

    # How the mouse does it

    def _press(self, element):
        self._reach(element)
        element.click()

    def _reach(self, element):
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)

    def _clear(self, field):
        field.clear()

    def _tick(self, control, label):
        self._reach(label)
        label.click()

    def _choose_in_list(self, field, option):
        self._unfold(field)
        self._press(field)
        for line in field.find_elements(By.TAG_NAME, "option"):
            if same(line.text, option):
                line.click()
                return
        raise LookupError(f"« {option} » in the list")

    # Finding

    def _unfold(self, element):
        for part in element.find_elements(By.XPATH, "ancestor::details[not(@open)]"):
            self._press(part.find_element(By.TAG_NAME, "summary"))

    def _named(self, css, words):
        """The first that says exactly this, else the first that says more; again if the page redraws itself meanwhile."""

        def find():
            said = [(element, element.text) for element in self.chrome.all(css)]
            exact = [element for element, text in said if same(text, words)]
            return exact or [element for element, text in said if words in plain(text)]

        return self.chrome.wait(find, f"there should be {css} « {words} »")[0]

    def _field(self, label):
        def find():
            for element in self.chrome.all("main label"):
                if same(element.get_attribute("textContent"), label):
                    return self.driver.find_element(By.ID, element.get_attribute("for"))
            return None

        return self.chrome.wait(find, f"there should be a field « {label} »")

    def _group(self, legend):
        for element in self.chrome.all("main legend"):
            if same(element.get_attribute("textContent"), legend):
                return element.find_element(By.XPATH, "..")
        return None

    def _leave(self, act):
        """Does what opens another page, and waits for it."""
        before = self.chrome.one("html")
        act()

        def gone():
            try:
                before.is_enabled()
                return False
            except WebDriverException as error:
                if not has_left(error):
                    raise
                return True

        self.chrome.wait(gone, "the page should change")
        self.chrome.wait(lambda: self.chrome.all("h1"), "a page should come")


class Keyboard(Mouse):
    """Tab, Shift+Tab, arrows, Enter and Space; at each stop the focus must be seen, and nothing may cover it."""

    LOOK = """
        const e = document.activeElement, shown = e.matches('.case input') ? e.closest('.case') : e;
        const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const [x, y] = [Math.min(Math.max(box.left + Math.min(box.width / 2, 40), 0), innerWidth - 1), box.top + Math.min(box.height / 2, 12)];
        const over = document.elementFromPoint(x, y);
        const covered = y < 0 || y >= innerHeight || !(over && (shown.contains(over) || over.contains(shown) || over.closest('label')?.control === e));
        return [e === arguments[0], e === document.body, outlined, covered,
                e.tagName + ' ' + (e.id || e.textContent.trim().slice(0, 40)), over ? over.tagName + '.' + over.className : ''];
    """

    def __init__(self, chrome):
        super().__init__(chrome)
        self.stops = 0
        self.wrong = []

    def _keys(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def _reach(self, element):
        """Tab until the element has the focus, going round once at most."""
        rounds = 0
        if self.driver.execute_script("return document.activeElement === arguments[0]", element):
            return
        for _ in range(600):
            self._keys(Keys.TAB)
            there, nowhere, outlined, covered, name, over = self.driver.execute_script(self.LOOK, element)
            if nowhere:
                rounds += 1
                assert rounds < 3, f"Tab never reaches « {element.text or element.get_attribute('id')} » at {self.chrome.path}"
                continue
            self.stops += 1
            if not outlined:
                self.wrong.append(f"{self.chrome.path} : no outline on {name}")
            if covered:
                self.wrong.append(f"{self.chrome.path} : {name} is covered by {over}")
            if there:
                return
        raise AssertionError(f"Tab never reaches « {element.text} » at {self.chrome.path}")

    def _press(self, element):
        self._reach(element)
        self._keys(Keys.ENTER)

    def _clear(self, field):
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).send_keys(Keys.DELETE).perform()

    def _tick(self, control, label):
        if control.get_attribute("type") == "checkbox":
            self._reach(control)
            self._keys(Keys.SPACE)
            return
        # Tab stops at one button of the group; arrows go to the others.
        name = control.get_attribute("name")
        group = self.driver.find_elements(By.CSS_SELECTOR, f"input[type=radio][name='{name}']")
        entry = next((button for button in group if button.is_selected()), group[0])
        self._reach(entry)
        self._keys(Keys.SPACE)
        for _ in group:
            if control.is_selected():
                return
            self._keys(Keys.ARROW_DOWN)

    def _choose_in_list(self, field, option):
        self._unfold(field)
        self._reach(field)
        lines = [plain(line.text) for line in field.find_elements(By.TAG_NAME, "option")]
        at = next(i for i, line in enumerate(lines) if same(line, option))
        self._keys(Keys.HOME)
        for _ in range(at):
            self._keys(Keys.ARROW_DOWN)
        assert int(field.get_property("selectedIndex")) == at

    def check(self):
        assert not self.wrong, "\n".join(dict.fromkeys(self.wrong))
        assert self.stops > 100


def same(text, words):
    """Whether a label says these words, whatever its apostrophes and spaces."""
    return straight(" ".join(plain(text or "").split())).removesuffix(OPTIONAL) == straight(words)


def straight(text):
    return text.replace("’", "'")
