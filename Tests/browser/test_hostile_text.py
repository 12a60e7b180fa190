"""W1: what people type is shown as typed, and never becomes part of the page."""

import json
import re

from chrome import Chrome
from demo import EMAIL
from hostile import CORPUS
from visit import Visit

# Places for free text in a person's file and in a dossier.
FACTS = ("prenom", "nom_usage", "nom_naissance", "repere", "adresse", "commune", "representant_nom")
STEPS = ("suite_quoi", "note")


def skeleton(chrome):
    """Elements with the names of their attributes, and where links and forms lead: all that a text must not add."""
    return set(json.loads(chrome.evaluate("""JSON.stringify([...document.querySelectorAll('*')].map(e =>
        e.tagName + ' ' + [...e.attributes].map(a => a.name).filter(n => !['checked', 'selected', 'open', 'hidden'].includes(n)).sort().join(' ')
        + [...e.attributes].filter(a => /^\\\\s*javascript:/i.test(a.value) && a.name !== 'value').map(a => ' ' + a.value).join('')))""")))


def file_with(visit, texts):
    """A person and a dossier that hold the texts, each at one place at least: their pages."""
    taken = iter(texts)
    fields = visit.form("/usagers/nouveau", "/usagers/nouveau") | {"nouvelle": "oui"}
    fields |= dict(zip(FACTS, taken))
    status, headers, page = visit.post("/usagers/nouveau", fields)
    assert status == 303, f"{status}: {re.findall(r'class=.faute.*?</p>', page, re.S)}"
    usager = headers["Location"]
    action = usager + "/dossiers"
    fields = visit.form(usager + "/dossiers/nouveau?demarche=c2s-demande", action)
    status, headers, _ = visit.post(action, fields)
    assert status == 303, status
    dossier = headers["Location"]
    follow_up = visit.form(dossier + "/suite", dossier + "/suite")
    follow_up |= {"suite_qui": "personne", "suite_quand": "24/12/2099"} | dict(zip(STEPS, taken))
    status, _, page = visit.post(dossier + "/suite", follow_up)
    assert status == 303, f"{status}: {re.findall(r'class=.faute.*?</p>', page, re.S)}"
    sheet = visit.form(dossier + "/fiche", dossier + "/fiche") | dict(zip(("r_composition",), taken))
    status, _, page = visit.post(dossier + "/fiche", sheet)
    assert status == 303, f"{status}: {re.findall(r'class=.faute.*?</p>', page, re.S)}"
    return usager, dossier


def pages_of(usager, dossier):
    yield "/aujourdhui"
    yield "/usagers"
    for end in ("", "/modifier", "/echeances", "/historique", "/referents", "/feuille-de-route", "/dossiers/nouveau"):
        yield usager + end
    for end in ("", "/fiche?vue=remplir", "/fiche?vue=recopier", "/pieces", "/verifier", "/depot", "/suite", "/etat", "/fiche/imprimer", "/pieces/imprimer"):
        yield dossier + end


def test_no_hostile_text_becomes_a_part_of_any_page(demo):
    assert len(set(CORPUS)) >= 100
    visit = Visit(demo, "Inès")
    places = len(FACTS) + len(STEPS) + 1
    plain = file_with(visit, [f"Texte calme {number}" for number in range(places)])
    wrong = []
    with Chrome(demo) as chrome:
        chrome.enter("Inès")
        usual = {}
        for number, path in enumerate(pages_of(*plain)):
            usual[number] = skeleton(chrome.go(path))
        for start in range(0, len(CORPUS), places):
            texts = CORPUS[start:start + places]
            texts += CORPUS[:places - len(texts)]
            file = file_with(visit, texts)
            shown = set()
            for number, path in enumerate(pages_of(*file)):
                chrome.go(path)
                # A list shows more lines as files are added: what counts is that no new kind of element comes.
                if added := skeleton(chrome) - usual[number] - set().union(*usual.values()):
                    wrong.append(f"{path}: {sorted(added)}")
                if chrome.evaluate("'__trace' in window"):
                    wrong.append(f"{path}: a script ran")
                held = chrome.evaluate("document.body.textContent + [...document.querySelectorAll('input, textarea')].map(e => e.value).join('\\n')")
                shown |= {text for text in texts if " ".join(text.split()) in " ".join(held.split())}
            wrong += [f"never shown as typed: {text!r}" for text in set(texts) - shown]
    assert not wrong, "\n".join(wrong)


def test_hostile_names_stay_text_in_the_suggestions_of_the_search(demo):
    visit = Visit(demo, "Inès")
    file_with(visit, ["Zorglub<img src=x onerror=__trace=1>", "Zorglub\"\u0301><svg/onload=__trace=1>"] + ["calme"] * 8)
    with Chrome(demo) as chrome:
        chrome.enter("Inès")
        chrome.one("#chercher-personne").send_keys("zorgl")
        chrome.wait(lambda: chrome.all(".bandeau .trouvailles a"), "suggestions should come")
        assert "Zorglub<img src=x onerror=__trace=1>" in chrome.one(".bandeau .trouvailles").text
        assert not chrome.all(".trouvailles img, .trouvailles .trouvailles svg[onload]")
        assert not chrome.evaluate("'__trace' in window")


def test_hostile_text_that_comes_back_with_a_mistake_stays_in_its_field(demo):
    with Chrome(demo) as chrome:
        for text in CORPUS[::7]:
            chrome.go("/connexion")
            chrome.evaluate("document.querySelector('#champ-email').value = %s" % json.dumps(text))
            chrome.one("main button[type=submit]").click()
            assert "Connexion" in chrome.heading
            assert not chrome.evaluate("'__trace' in window"), text
            assert len(chrome.all("form")) == 1 and EMAIL, text
