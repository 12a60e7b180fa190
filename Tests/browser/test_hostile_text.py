"""W1: what people type is shown as typed, and never becomes part of the page."""

import json
import re
import unicodedata

import pytest

from chrome import Chrome
from demo import PASSWORD, Demo
from hands import Mouse
from hostile import CORPUS
from visit import Visit

OWN = re.compile(r"/(usagers/[a-z0-9]{26}|dossiers/|echeances/|activites/)")
SHARED, LED = ("/aujourdhui", "/usagers", "/accueillir", "/compte"), ("/structure", "/structure/equipe", "/structure/journal")

# Kept with the dossier, and shown on no page today.
KEPT = {"mots", "pourquoi", "malgre"}

# Elements with the names of their attributes: all that a text must not add; and the text that a reader sees.
LOOK = r"""(page => JSON.stringify({
    skeleton: [...page.querySelectorAll('*')].map(e =>
        e.tagName + ' ' + [...e.attributes].map(a => a.name).filter(n => !['checked', 'selected', 'open', 'hidden'].includes(n)).sort().join(' ')
        + [...e.attributes].filter(a => /^\s*javascript:/i.test(a.value) && a.name !== 'value').map(a => ' ' + a.value).join(''))
        .concat([...page.querySelectorAll('[name=jeton][value=x], main form[action="/deconnexion"], [id^=marque-], [src*=ailleurs], [href*=ailleurs]')]
            .map(e => 'of the corpus: ' + e.outerHTML), page.querySelectorAll('h1').length === 1 ? [] : ['more than one h1']),
    text: page.body.textContent + ' ' + [...page.querySelectorAll('input, textarea')].map(e => e.value).join(' '),
    ran: '__trace' in window}))"""


def packed(texts, room=170):
    """The texts, several at a time where a field has room for them."""
    groups = [[]]
    for text in texts:
        if sum(len(other) + 1 for other in groups[-1]) + len(text) > room:
            groups.append([])
        groups[-1].append(text)
    return [" ".join(group) for group in groups]


GROUPS = packed(CORPUS)


@pytest.fixture(scope="module")
def own_demo():
    """The texts go to names of colleagues and of the structure too: no other test should have to read them."""
    with Demo() as running:
        yield running


def look(chrome, page=None):
    """What is in the window, or in this page, parsed and never opened: skeleton and text; a script that ran is an error."""
    parsed = "document" if page is None else f"new DOMParser().parseFromString({json.dumps(page)}, 'text/html')"
    found = json.loads(chrome.evaluate(f"{LOOK}({parsed})"))
    return set(found["skeleton"]) | ({"a script ran"} if found["ran"] else set()), seen(found["text"])


def seen(text):
    """As a page gives it back: spaces and invisible marks apart, letters of full width made ordinary."""
    kept = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    ordinary = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in kept)
    return " ".join(ordinary.replace("’", "'").replace("—", "-").split())


class Writer:
    """Puts texts in every free field of the forms that one person's story goes through: each field another one."""

    def __init__(self, visit, texts, turn=0):
        self.visit, self.texts, self.turn = visit, texts, turn
        self.given, self.taken, self.refusals = {}, set(), []

    def text(self, name):
        number = list(self.given).index(name) if name in self.given else len(self.given)
        text = self.texts[(number + self.turn) % len(self.texts)]
        self.given[name] = seen(text)
        return f"[{name}] {text}"

    def send(self, path, action, fixed=(), page=None):
        """Fills and sends; what the form refuses for its format goes back to what it was. Gives where it leads, or the page."""
        page = page or self.visit.get(path)[2]
        usual = self.visit.fields(page, action)
        free = [name for name in self.visit.free(page, action) if name not in dict(fixed)]
        fields = usual | {name: self.text(name) for name in free} | dict(fixed)
        for _ in range(3):
            status, headers, answer = self.visit.post(action, fields)
            if status in (200, 303):
                self.taken |= set(free)
                return headers["Location"].split("#")[0] if status == 303 else answer
            wrong = [name for name in free if f'id="champ-{name}-faute"' in answer]
            assert status == 422 and wrong, f"{action} answered {status}: {re.findall(r'class=.faute.*?</p>', answer, re.S)}"
            self.refusals.append(answer)
            fields |= {name: usual.get(name, "") for name in wrong}
            free = [name for name in free if name not in wrong]
        raise AssertionError(f"{action} goes on refusing {wrong}")

    def person(self):
        usager = self.send("/usagers/nouveau", "/usagers/nouveau", {"nouvelle": "oui", "minutes": ""})
        self.send(usager + "/modifier", usager + "/modifier", {"minutes": ""})
        return usager

    def dossier(self, usager):
        """The story of a dossier: opened, filled, its papers, filed, followed, put off, stopped."""
        action = usager + "/dossiers"
        dossier = self.send(action + "/nouveau?demarche=c2s-demande", action, {"minutes": ""})
        self.send(dossier + "/fiche", dossier + "/fiche", {"minutes": ""})
        page = self.visit.get(dossier + "/pieces")[2]
        replaced = dict.fromkeys(re.findall(r'<select name="(etat_[^"]+)"', page), "remplacee")
        assert replaced
        self.send(None, dossier + "/pieces", replaced | {"minutes": ""}, page)
        page = self.visit.get(dossier + "/depot")[2]
        choices = dict(self.visit.choices(page, dossier + "/depot"))
        day = {name: self.visit.fields(page, dossier + "/depot").get(name, "") for name in ("date", "attendue")}
        self.send(None, dossier + "/depot", choices | day | {"suite_quand": "24/12/2099", "minutes": ""}, page)
        follow_up = {"suite_qui": "personne", "suite_quand": "24/12/2099", "minutes": ""}
        self.send(dossier + "/suite", dossier + "/suite", follow_up)
        echeance = re.search(r'href="(/echeances/[^"#?]+)', self.visit.get(usager + "/echeances")[2])[1]
        self.send(echeance, echeance + "/reporter", {"jour": "23/12/2099"})
        return dossier

    def reception(self, usager):
        """Words at the desk, and why the proposal was not followed."""
        page = self.visit.get("/accueillir")[2]
        fields = self.visit.fields(page, "/accueillir") | {"mots": self.text("mots"), "choix": "c2s-demande", "action": "proposer"}
        page = self.visit.post("/accueillir", fields)[2]
        fields = self.visit.fields(page, "/accueillir") | {"action": "proposer"}
        page = self.visit.post("/accueillir", fields)[2]
        proposed = self.visit.fields(page, "/accueillir")
        ways = [value for name, value in self.visit.choices(page, "/accueillir") if name == "facon"]
        other = next(way for way in ways if way != proposed.get("proposee"))
        fields = proposed | {"facon": other, "pourquoi": self.text("pourquoi"), "personne": usager.rsplit("/")[-1], "action": "commencer"}
        status, headers, answer = self.visit.post("/accueillir", fields)
        assert status == 303, f"{status}: {re.findall(r'class=.faute.*?</p>', answer, re.S)}"
        self.taken |= {"mots", "pourquoi"}
        return headers["Location"]


def colleague(visit, number, texts):
    """Somebody invited under such a name, who takes the invitation; the structure renamed."""
    writer = Writer(visit, texts)
    page = visit.get("/structure/equipe")[2]
    roles = dict(visit.choices(page, "/structure/equipe/inviter"))
    ready = writer.send(None, "/structure/equipe/inviter", roles | {"email": f"essai{number}@valsauge.example"}, page)
    link = re.search(r"/invitation/[\w.-]+", ready)[0]
    guest = Writer(Visit(visit.demo), texts)
    guest.send(link, link, {"mot_de_passe": PASSWORD, "mot_de_passe_2": PASSWORD})
    writer.send("/structure", "/structure", {"telephone": "02 99 00 00 00"})
    return writer


def story_pages(visit, usager):
    """The person's own pages, all that links lead to, and those that show everybody: path → text."""
    pages, queue = {path: visit.get(path)[2] for path in SHARED}, [usager]
    while queue:
        path = queue.pop(0)
        if path not in pages:
            status, _, page = visit.get(path)
            assert status == 200, f"{path} answered {status}"
            pages[path] = page
            queue += sorted(link for link in visit.links(page) if OWN.match(link) and "?demarche=" not in link)
    return pages


def find_marks(text, given, where):
    """Adds to `where` the places whose text was seen whole."""
    for mark in re.finditer(r"\[(\w[\w-]*)\] ", text):
        if mark[1] in given and text[mark.end():].startswith(given[mark[1]]):
            where.add(mark[1])


def test_no_hostile_text_becomes_a_part_of_any_page(own_demo):
    """Each text in each place, every page parsed; and three times all of it in a real window, where a script would run."""
    assert len(set(CORPUS)) >= 100
    ines, sophie = Visit(own_demo, "Inès"), Visit(own_demo, "Sophie")
    wrong, usual, taken, shown = [], set(), set(), set()
    with Chrome(own_demo) as chrome, Chrome(own_demo) as led:
        chrome.enter("Inès")
        led.enter("Sophie")
        for turn in range(-1, len(GROUPS)):
            texts, in_window = GROUPS if turn >= 0 else ["calme"], turn < 0 or turn % (len(GROUPS) // 3 + 1) == 0
            writer, where = Writer(ines, texts, turn), set()
            usager = writer.person()
            writer.dossier(usager)
            writer.reception(usager)
            if in_window:
                colleague(sophie, turn + 1, [" ".join(texts)])
            pages = story_pages(ines, usager)
            found = [(path, look(chrome.go(path)) if in_window else look(chrome, page)) for path, page in pages.items()]
            if in_window:
                found += [(path, look(led.go(path))) for path in [*LED, usager + "/journal"]]
            found += [("a form that was refused", look(chrome, page)) for page in writer.refusals]
            if turn < 0:
                usual = set().union(*(skeleton for _, (skeleton, _) in found))
                continue
            for path, (skeleton, text) in found:
                if added := skeleton - usual:
                    wrong.append(f"{path}: {sorted(added)}")
                find_marks(text, writer.given, where)
            shown |= where
            taken |= writer.taken
            assert len(writer.taken) >= 20, sorted(writer.taken)
    assert not wrong, "\n".join(wrong)
    assert not taken - shown - KEPT, "what was typed there is never shown as typed"


def test_hostile_names_stay_text_in_the_suggestions_of_the_search(own_demo):
    Writer(Visit(own_demo, "Inès"), ["Zorglub<img src=x onerror=__trace=1>", "Zorglub\"\u0301><svg/onload=__trace=1>"]).person()
    with Chrome(own_demo) as chrome:
        chrome.enter("Inès")
        chrome.one("#chercher-personne").send_keys("zorgl")
        chrome.wait(lambda: chrome.all(".bandeau .trouvailles a"), "suggestions should come")
        assert "Zorglub<img src=x onerror=__trace=1>" in chrome.one(".bandeau .trouvailles").text
        assert not chrome.all(".trouvailles img, .trouvailles .trouvailles svg[onload]")
        assert not chrome.evaluate("'__trace' in window")


def test_hostile_text_that_comes_back_with_a_mistake_stays_in_its_field(own_demo):
    with Chrome(own_demo) as chrome:
        hand = Mouse(chrome)
        chrome.go("/connexion")
        for text in CORPUS[::7]:
            chrome.evaluate("document.querySelector('#champ-email').value = %s" % json.dumps(text))
            hand.press("Se connecter")
            assert "Connexion" in chrome.heading
            assert not chrome.evaluate("'__trace' in window"), text
            assert len(chrome.all("form")) == 1, text
