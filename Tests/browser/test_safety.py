"""Nothing typed is lost, nothing is done twice, nothing stays behind: W4, W10, L6, E1, E2, E3."""

import concurrent.futures
import re
import sqlite3
import time

from selenium.webdriver.common.action_chains import ActionChains

from chrome import Chrome
from demo import EMAIL, PASSWORD, Demo
from hands import Mouse
from visit import Visit, declared

NOTE = "Note pour les collègues"


def dossier_of(visit, title="caf-declaration"):
    """A dossier that the demo's Inès follows."""
    _, _, today = visit.get("/aujourdhui")
    return re.search(r'href="(/dossiers/[a-z0-9]{20,})"', today)[1]


# W4


def test_no_change_is_accepted_without_the_token_of_the_session_or_from_another_site(demo):
    ines, thomas = Visit(demo, "Inès"), Visit(demo, "Thomas")
    stolen, own = thomas.token(), ines.token()
    accepted = []
    for route in declared("post"):
        path = re.sub(r":\w+", "0" * 26, route)
        for fields, headers in (
            ({}, {}), ({"jeton": stolen}, {}), ({"jeton": own}, {"Origin": "https://ailleurs.example"}),
            ({"jeton": own}, {"Sec-Fetch-Site": "cross-site"}),
        ):
            status, _, _ = ines.post(path, fields, headers)
            if status != 403:
                accepted.append(f"{route} {list(fields)} {headers} answered {status}")
    assert len(declared("post")) > 25
    assert not accepted, "\n".join(accepted)
    assert ines.get("/aujourdhui")[0] == 200, "and the session is still there"


def test_every_page_of_a_session_forbids_the_browser_to_keep_it(demo):
    kept = []
    visit = Visit(demo, "Inès")
    for path in visit.walk(per_route=1):
        _, headers, _ = visit.get(path)
        if headers["Cache-Control"] != "no-store":
            kept.append(path)
    assert not kept


# W10


def test_the_back_button_after_sign_out_shows_nothing(browser):
    hand = Mouse(browser)
    browser.enter("Inès")
    hand.follow("Mme Diallo", within="main")
    assert "Diallo" in browser.text
    hand.press("Se déconnecter", within=".session")
    assert "Connexion" in browser.heading
    for _ in range(4):
        # As far as the empty page that the window opened with.
        browser.driver.back()
        browser.wait(lambda: browser.evaluate("document.readyState") == "complete", "the page should come")
        assert "Diallo" not in browser.source and "Inès" not in browser.source
    browser.go("/aujourdhui")
    assert browser.path.startswith("/connexion")


def test_a_locked_desk_shows_nothing_until_the_password_is_typed(browser):
    hand = Mouse(browser)
    browser.enter("Inès")
    hand.press("Verrouiller", within=".session")
    for path in ("/aujourdhui", "/usagers"):
        browser.go(path)
        assert "Poste verrouillé" in browser.heading and "Diallo" not in browser.source
    hand.type("Mot de passe de Inès", PASSWORD)
    hand.press("Déverrouiller")
    assert browser.path == "/usagers", browser.path


# L6


def age_sessions(demo, minutes):
    """As if nobody had touched the desk: the clock of the sessions goes back."""
    with sqlite3.connect(demo.data / "cordee.sqlite", timeout=20) as base:
        base.execute("UPDATE sessions SET seen_at = seen_at - ?", (minutes * 60_000,))
    base.close()


def test_what_was_typed_when_the_session_ended_is_given_back_after_the_sign_in(demo):
    for scripts in (True, False):
        with Chrome(demo, scripts=scripts) as chrome:
            hand = Mouse(chrome)
            chrome.enter("Inès")
            dossier = dossier_of(Visit(demo, "Inès"))
            chrome.go(dossier + "/suite")
            typed = f"Elle rappellera lundi, {'avec' if scripts else 'sans'} script."
            hand.type(NOTE, typed)
            age_sessions(demo, 31)
            hand.press("Enregistrer la suite")
            assert chrome.path.startswith("/connexion"), chrome.path
            chrome.sees("Votre session s’est fermée")
            hand.type("Votre adresse mail professionnelle", EMAIL["Inès"])
            hand.type("Votre mot de passe", PASSWORD)
            hand.press("Se connecter")
            assert chrome.path == dossier + "/suite", chrome.path
            assert chrome.one("#champ-note").get_property("value") == typed
            chrome.sees("Rien n’est perdu")
            hand.press("Effacer ce brouillon")


# E1


def test_two_people_who_write_in_the_same_dossier_are_both_told_and_both_texts_are_shown(demo):
    with Chrome(demo) as first, Chrome(demo) as second:
        dossier = dossier_of(Visit(demo, "Inès"))
        first.enter("Inès").go(dossier + "/suite")
        Mouse(first).type(NOTE, "Inès : elle préfère le matin.")
        first.sees("Brouillon enregistré")
        second.enter("Sophie").go(dossier + "/suite")
        second.sees("Inès")
        assert re.search(r"Inès[^.\n]*(écri|saisi|rempli|modifi)", second.text), second.text[:1500]
        Mouse(second).type(NOTE, "Sophie : elle préfère le soir.")
        Mouse(second).press("Enregistrer la suite")
        second.sees("C’est enregistré.")
        Mouse(first).press("Enregistrer la suite")
        first.sees("Quelqu’un d’autre a enregistré avant vous")
        first.sees("Inès : elle préfère le matin.")
        first.sees("Sophie : elle préfère le soir.")
        assert first.one("#champ-note").get_property("value") == "Inès : elle préfère le matin."
        first.picture("etat-deux-personnes")
        assert not first.axe() and not first.structure()
        Mouse(first).press("Enregistrer la suite")
        first.sees("C’est enregistré.")
        second.go(dossier + "/suite")
        assert second.one("#champ-note").get_property("value") == "Inès : elle préfère le matin."


# E2


def test_a_double_click_opens_one_file(browser):
    hand = Mouse(browser)
    browser.enter("Inès").go("/usagers/nouveau")
    hand.type("Prénom", "Doubleclic")
    button = hand._named("main button", "Ouvrir la fiche")
    hand._reach(button)
    ActionChains(browser.driver).double_click(button).perform()
    browser.wait(lambda: browser.path.startswith("/usagers/") and "nouveau" not in browser.path, "the file should open")
    browser.go("/usagers")
    hand.type("Chercher par nom, téléphone ou numéro", "Doubleclic")
    hand.press("Chercher")
    assert len(browser.all("main .trouvailles a[href^='/usagers/']")) == 1


def test_the_same_form_sent_fifty_times_at_once_acts_once(demo):
    visit = Visit(demo, "Inès")
    fields = visit.form("/usagers/nouveau", "/usagers/nouveau") | {"prenom": "Cinquantefois", "nouvelle": "oui"}
    with concurrent.futures.ThreadPoolExecutor(25) as pool:
        answers = list(pool.map(lambda _: visit.post("/usagers/nouveau", fields), range(50)))
    assert {status for status, _, _ in answers} == {303}
    assert len({headers["Location"] for _, headers, _ in answers}) == 1
    _, _, found = visit.post("/usagers/chercher", {"jeton": visit.token(), "q": "Cinquantefois"})
    assert len(re.findall(r'href="/usagers/[a-z0-9]{20,}"', found)) == 1


# E3


def test_what_was_being_typed_survives_a_power_cut_of_the_server():
    with Demo() as demo, Chrome(demo) as chrome:
        dossier = dossier_of(Visit(demo, "Inès"))
        chrome.enter("Inès").go(dossier + "/fiche?vue=remplir")
        field = chrome.all("main form.formulaire input[type=text]")[0]
        name = field.get_attribute("id")
        field.clear()
        field.send_keys("123,45")
        typed_at = time.monotonic()
        chrome.sees("Brouillon enregistré")
        assert time.monotonic() - typed_at < 10, "ten seconds of typing at most may be lost"
        demo.kill()
        demo.start()
        chrome.go(dossier + "/fiche?vue=remplir")
        if chrome.path.startswith("/connexion"):
            chrome.enter("Inès").go(dossier + "/fiche?vue=remplir")
        assert chrome.one(f"#{name}").get_property("value") == "123,45"
        chrome.sees("Vous aviez commencé à écrire")
        data = b"".join(path.read_bytes() for path in demo.data.glob("cordee.sqlite*"))
        assert b"123,45" not in data, "drafts are sealed"
