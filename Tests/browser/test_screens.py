"""Every screen and state: axe, structure, narrow windows, the dark scheme, weight, words; and a picture of each to look at."""

import re
import urllib.parse

import pytest
from selenium.webdriver.common.by import By

from chrome import Chrome
from demo import PASSWORD
from hands import Mouse
from visit import Visit, declared

# Served by routes, but no page to read.
NOT_PAGES = {"/assets/:nom", "/polices/:nom", "/sante", "/", "/demo/:jeton"}
# Seen by another test: they need another state of the demo.
ELSEWHERE = {"/premiere-installation", "/invitation/:jeton", "/connexion", "/deverrouiller"}
HEAVIEST = 60_000

seen_routes = set()


def judge(chrome, name, weight=None):
    """Everything that is wrong with the page in the window."""
    wrong = chrome.structure() + [f"axe : {line}" for line in chrome.axe()]
    for width, height, why in ((320, 640, "320 px"), (320, 256, "zoom 400 %"), (640, 450, "zoom 200 %")):
        if over := chrome.sideways(width, height):
            wrong.append(f"{why} : {over}")
    chrome.dark()
    wrong += [f"dark : {line}" for line in chrome.axe(only=["color-contrast"])]
    chrome.dark(False)
    if weight and weight > HEAVIEST:
        wrong.append(f"{weight} bytes")
    words = chrome.evaluate("document.body.innerText")
    wrong += [f"straight apostrophe : {found}" for found in re.findall(r".{0,15}[a-zé]'[a-zéh].{0,15}", words)[:3]]
    chrome.picture(name)
    return [f"{name} ({chrome.path}) — {line}" for line in wrong]


def slug(path):
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[a-z0-9]{26}", "", path.lower())).strip("-") or "racine"


# The guide reads the same for everybody: seen once.
SAME_FOR_ALL = ("/demarches", "/organismes", "/aide", "/accessibilite", "/mentions")


@pytest.mark.parametrize("first_name, per_route", [("Inès", 2), ("Sophie", 1), ("Claire", 1), ("Paul", 1), ("Yann", 1)])
def test_every_page_that_links_lead_to_is_accessible_light_and_well_written(demo, first_name, per_route):
    walked = Visit(demo, first_name).walk(per_route=per_route)
    wrong, numbers, seen_here = [], {}, set()
    with Chrome(demo) as chrome:
        chrome.enter(first_name)
        for path, (route, page) in walked.items():
            if route in seen_routes and route.startswith(SAME_FOR_ALL):
                continue
            seen_here.add(route)
            numbers[slug(path)] = numbers.get(slug(path), 0) + 1
            chrome.go(path)
            wrong += judge(chrome, f"ecran-{first_name}-{slug(path)}-{numbers[slug(path)]}", len(page.encode()))
    seen_routes.update(seen_here)
    assert not wrong, "\n".join(wrong)


def test_every_page_of_the_site_was_looked_at():
    """Runs after the walks: a route that no link leads to is found here."""
    assert set(declared("get")) - NOT_PAGES - ELSEWHERE - seen_routes == set()


class States:
    """Forms with mistakes, empty lists, refusals: each leaves its page in the window."""

    def __init__(self, chrome):
        self.chrome = chrome
        self.hand = Mouse(chrome)

    def usager(self, name):
        """The page of a person of the demo."""
        self.chrome.go("/usagers")
        self.hand.type("Chercher par nom, téléphone ou numéro", name)
        self.hand.press("Chercher")
        self.hand.follow(name, within="main .trouvailles")
        return self.chrome.path

    def dossier(self, name, title):
        self.usager(name)
        self.hand.follow(title, within="main")
        return self.chrome.path

    def sign_in_refused(self):
        self.chrome.go("/connexion")
        self.hand.type("Votre adresse mail professionnelle", "personne@valsauge.example")
        self.hand.type("Votre mot de passe", "mauvais mot de passe")
        self.hand.press("Se connecter")

    def sign_in_after_the_end_of_a_session(self):
        self.chrome.go("/connexion?fin=oui")

    def locked_desk(self):
        self.chrome.enter("Thomas")
        self.hand.press("Verrouiller", within=".session")

    def unlock_refused(self):
        self.chrome.enter("Thomas")
        self.hand.press("Verrouiller", within=".session")
        self.hand.type("Mot de passe de Thomas", "mauvais")
        self.hand.press("Déverrouiller")

    def page_that_does_not_exist(self):
        self.chrome.enter("Inès").go("/dossiers/nulle-part")

    def role_that_may_not(self):
        self.chrome.enter("Inès").go("/structure")

    def invitation_out_of_date(self):
        self.chrome.go("/invitation/perdue")

    def first_run_without_its_link(self):
        self.chrome.go("/premiere-installation?jeton=faux")

    def new_file_with_mistakes(self):
        self.chrome.enter("Inès").go("/usagers/nouveau")
        self.hand.type("Prénom", "Fatou")
        self.hand.type("Date de naissance", "31/02/1988")
        self.hand.type("Téléphone", "06 12")
        self.hand.press("Ouvrir la fiche")

    def new_file_that_looks_like_another(self):
        self.chrome.enter("Inès").go("/usagers/nouveau")
        self.hand.type("Prénom", "Fatou")
        self.hand.type("Nom d’usage", "Diallo")
        self.hand.press("Ouvrir la fiche")

    def search_that_finds_nobody(self):
        self.chrome.enter("Inès").go("/usagers")
        self.hand.type("Chercher par nom, téléphone ou numéro", "zzzz")
        self.hand.press("Chercher")

    def suggestions_open(self):
        self.chrome.enter("Inès")
        self.chrome.one("#chercher-personne").send_keys("dia")
        self.chrome.wait(lambda: self.chrome.all(".bandeau .trouvailles a"), "suggestions should come")

    def words_that_find_nothing(self):
        self.chrome.enter("Lucie").go("/accueillir")
        self.hand.type("Ce que dit la personne", "zzzz qqqq")
        self.hand.press("Chercher")

    def reception_without_a_person(self):
        self.chrome.enter("Lucie").go("/accueillir")
        self.hand.type("Ce que dit la personne", "on va me couper l’électricité")
        self.hand.press("Chercher")
        self.hand.press("Proposer une façon de faire")
        self.hand.press("Commencer")

    def reception_begun_and_left(self):
        self.chrome.enter("Lucie").go("/accueillir")

    def filing_with_mistakes(self):
        self.chrome.enter("Inès")
        self.chrome.go(self.dossier("Diallo", "Déclarer ses ressources") + "/depot")
        self.hand.type("Quel jour est-elle partie ?", "demain")
        self.hand.press("Noter le dépôt")

    def next_step_with_mistakes(self):
        self.chrome.enter("Inès")
        self.chrome.go(self.dossier("Diallo", "Déclarer ses ressources") + "/suite")
        self.hand.type("Pour quel jour ?", "32/13/2026")
        self.hand.press("Enregistrer la suite")

    def outcome_with_mistakes(self):
        self.chrome.enter("Inès")
        self.chrome.go(self.dossier("Diallo", "Déclarer ses ressources") + "/etat?vers=bloque")
        self.chrome.one("main form.formulaire button[type=submit]").click()

    def invitation_with_mistakes(self):
        self.chrome.enter("Sophie").go("/structure/equipe")
        self.hand.press("Préparer l’invitation")

    def invitation_ready(self):
        self.chrome.enter("Sophie").go("/structure/equipe")
        self.hand.type("Prénom", "Noé")
        self.hand.type("Adresse mail professionnelle", "noe.test@valsauge.example")
        self.hand.choose("Rôle", self.chrome.one("#champ-role ~ label").text)
        self.hand.press("Préparer l’invitation")
        self.link = self.chrome.one("main .valeur-texte").text

    def invitation_opened(self):
        if not hasattr(self, "link"):
            self.invitation_ready()
        self.chrome.driver.delete_all_cookies()
        self.chrome.go(urllib.parse.urlsplit(self.link).path)

    def password_with_mistakes(self):
        self.chrome.enter("Inès").go("/compte")
        self.chrome.wait(lambda: self.chrome.all("form[action='/compte/mot-de-passe']"), "the form")
        self.chrome.one("form[action='/compte/mot-de-passe'] button[type=submit]").click()

    def settings_of_the_structure(self):
        self.chrome.enter("Sophie").go("/structure")


STATES = [name for name, value in vars(States).items() if callable(value) and not name.startswith("_") and name not in ("usager", "dossier")]


@pytest.fixture(scope="module")
def states(demo):
    with Chrome(demo) as chrome:
        yield States(chrome)


@pytest.mark.parametrize("number, name", enumerate(STATES), ids=STATES)
def test_every_error_and_empty_state_is_accessible_and_well_written(states, number, name):
    chrome = states.chrome
    chrome.driver.delete_all_cookies()
    getattr(states, name)()
    wrong = judge(chrome, f"etat-{number:02d}-{name.replace('_', '-')}")
    if name.endswith("mistakes"):
        if not chrome.driver.find_elements(By.CSS_SELECTOR, ".fautes[role=alert] a"):
            wrong.append("no summary of the mistakes, with links")
        if not chrome.driver.title.startswith("Erreur"):
            wrong.append(f"the title does not say that something is wrong: {chrome.driver.title}")
    assert not wrong, "\n".join(wrong)
