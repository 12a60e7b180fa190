"""Every screen: axe without violation, one h1, nothing wider than a small window, no name in an address, light enough."""

import re

import pytest

from chrome import Chrome

VISITOR = ["/connexion", "/aide", "/aide/raccourcis", "/accessibilite", "/invitation/inconnue", "/premiere-installation"]
AGENT = ["/aujourdhui", "/accueillir", "/usagers", "/usagers/nouveau", "/demarches", "/organismes", "/compte",
         "/demarches/caf-declaration-trimestrielle", "/demarches/caf-declaration-trimestrielle/imprimer",
         "/organismes/caf", "/inconnue"]
RESPONSABLE = ["/structure", "/structure/equipe", "/structure/journal"]
PERSON = ["", "/modifier", "/echeances", "/historique", "/referents", "/feuille-de-route", "/dossiers/nouveau"]
DOSSIER = ["", "/fiche", "/fiche?vue=recopier", "/pieces", "/verifier", "/depot", "/suite", "/etat", "/fiche/imprimer", "/pieces/imprimer"]


@pytest.fixture(scope="module")
def chrome(demo):
    with Chrome(demo) as browser:
        yield browser


def examine(chrome, path, name):
    chrome.go(path)
    problems = chrome.structure() + chrome.axe()
    over = chrome.sideways(320, 256)
    if over:
        problems.append(f"wider than 320 px: {over}")
    weight = len(chrome.source.encode())
    if weight > 60_000:
        problems.append(f"weighs {weight} bytes")
    chrome.picture(name)
    return [f"{path}: {problem}" for problem in problems]


def name_of(path):
    return re.sub(r"[^a-z]+", "-", path.lower()).strip("-") or "accueil"


def test_the_pages_of_a_visitor_are_accessible_and_light(chrome):
    problems = []
    for path in VISITOR:
        problems += examine(chrome, path, "visiteur-" + name_of(path))
    assert not problems, "\n".join(problems)


def test_the_pages_of_the_desk_are_accessible_and_light(chrome):
    chrome.enter("Inès")
    problems = []
    for path in AGENT:
        problems += examine(chrome, path, "accueil-" + name_of(path))
    assert not problems, "\n".join(problems)


def test_the_pages_of_a_person_and_of_a_dossier_are_accessible_and_light(chrome):
    chrome.enter("Inès")
    dossier = re.search(r'href="(/dossiers/[a-z0-9]+)"', chrome.go("/aujourdhui").source).group(1)
    person = re.search(r'href="(/usagers/[a-z0-9]{20,})', chrome.go(dossier).source).group(1)
    echeance = re.search(r'href="(/echeances/[a-z0-9]+)', chrome.go("/aujourdhui").source).group(1)
    problems = []
    for end in PERSON:
        problems += examine(chrome, person + end, "personne-" + name_of(end))
    for end in DOSSIER:
        problems += examine(chrome, dossier + end, "dossier-" + name_of(end))
    problems += examine(chrome, echeance, "echeance")
    assert not problems, "\n".join(problems)


def test_the_pages_of_the_responsable_are_accessible_and_light(chrome):
    chrome.enter("Sophie")
    problems = []
    for path in RESPONSABLE:
        problems += examine(chrome, path, "responsable-" + name_of(path))
    assert not problems, "\n".join(problems)


def test_the_dark_scheme_keeps_its_contrasts(chrome):
    chrome.enter("Inès")
    chrome.dark()
    try:
        problems = []
        for path in ["/aujourdhui", "/accueillir", "/usagers/nouveau", "/demarches/rsa-demande"]:
            problems += [f"{path}: {line}" for line in chrome.go(path).axe()]
        assert not problems, "\n".join(problems)
    finally:
        chrome.dark(False)
