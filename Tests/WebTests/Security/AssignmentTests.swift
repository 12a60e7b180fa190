import Database
import Domain
import Store
import Testing
import World

@testable import Web

@Suite struct `Fields that the form does not have` {
    static let extra = [
        ("id", "pris"), ("structure", "pris"), ("structure_id", "pris"), ("aidant", "pris"), ("aidant_id", "pris"),
        ("role", "administrateur"),
        ("is_active", "1"), ("version", "999"), ("email", "pris@exemple.example"), ("statut", "archive"),
        ("referent", "pris"),
        ("opened_by", "pris"), ("follower", "pris"), ("numero_securite_sociale", "188045833000136"),
        ("nir", "188045833000136"),
        ("inconnu_du_catalogue", "pris"), ("session", "pris"), ("now", "0"),
    ]

    @Test func `change nothing when a file is opened`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.lucie)
            let answer = try await browser.post(
                "/usagers/nouveau",
                [("cle", "une"), ("prenom", "Simple"), ("nom_usage", "Personne"), ("nouvelle", "oui")]
                    + Self.extra.filter { $0.0 != "email" })
            #expect(answer.status == 303)
            let id = try #require(answer.location?.split(separator: "/").last.map(String.init))
            let file = try await site.store.readUsager(site.access(Cast.sophie), id: ID(id))
            #expect(file.usager.facts == ["prenom": "Simple", "nom_usage": "Personne"])
            #expect(
                try await site.count(
                    "SELECT COUNT(*) AS n FROM usagers WHERE id = \(id) AND structure_id = \(site.built.ccas.raw) AND version = 1"
                ) == 1)
        }
    }

    @Test func `give nobody a role that is not theirs to give`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.sophie)
            let path = "/structure/equipe/\(site.built.aidant(Cast.lucie))"
            for role in ["administrateur", "root", "", "accueil'--"] {
                let page = try await browser.get("/structure/equipe")
                let answer = try await browser.fill(on: page, action: path, [("role", role)], press: ("action", "role"))
                #expect([409, 422].contains(answer.status), "\(role): \(answer.status)")
            }
            #expect(
                try await site.count("SELECT COUNT(*) AS n FROM aidants WHERE role = 'accueil' AND is_active = 1") == 1)
            let invited = try await browser.post(
                "/structure/equipe/inviter",
                [("cle", "une"), ("prenom", "X"), ("email", "x@valsauge.example"), ("role", "administrateur")])
            #expect(invited.status == 422)
        }
    }

    @Test func `do not let who may not read a number write it`() async throws {
        try await withSite { site in
            let path = "/usagers/\(site.usager("diallo"))/modifier"
            let browser = try await site.browser(Cast.lucie)
            let page = try await browser.get(path)
            let form = try #require(page.page.form(to: path))
            let hidden = Site.definitions.facts.filter { $0.sensitivity != .general }
            #expect(!hidden.isEmpty)
            for fact in hidden { #expect(!form.names.contains(fact.id), "\(fact.id) is asked of the reception") }
            let before = try await site.store.readUsager(site.access(Cast.sophie), id: site.usager("diallo")).usager
                .facts
            let answer = try await browser.post(
                path,
                form.fields.filter { $0.0 != "jeton" } + [
                    ("numero_caf", "9999999"), ("nir", "188045833000136"), ("hebergement", "sans_abri"),
                ])
            #expect(answer.status == 303)
            let after = try await site.store.readUsager(site.access(Cast.sophie), id: site.usager("diallo")).usager
                .facts
            for fact in hidden { #expect(after[fact.id] == before[fact.id], "\(fact.id)") }
        }
    }

    @Test func `cannot invite into another structure, or manage its people`() async throws {
        try await withSite { site in
            let claire = try await site.browser(Cast.claire)
            _ = try await claire.post(
                "/structure/equipe/inviter",
                [
                    ("cle", "une"), ("prenom", "X"), ("email", "x@valsauge.example"), ("role", "accueil"),
                    ("structure", site.built.ccas.raw), ("structure_id", site.built.ccas.raw),
                ])
            #expect(
                try await site.count(
                    "SELECT COUNT(*) AS n FROM invitations WHERE structure_id = \(site.built.ccas.raw)") == 0)
            #expect(
                try await site.count(
                    "SELECT COUNT(*) AS n FROM invitations WHERE structure_id = \(site.built.association.raw)") == 1)
        }
    }
}
