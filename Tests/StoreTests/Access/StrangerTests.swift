import Database
import Domain
import Foundation
import Store
import Testing
import World

/// Ids of things of one structure, or ids that do not exist.
struct Targets: Sendable {
    var usager: ID<Usager>
    var dossier: ID<Dossier>
    var echeance: ID<Echeance>
    var aidant: ID<Aidant>
    var activity: String
    var invitation: String

    static let unknown = Targets(
        usager: ID("inconnu"), dossier: ID("inconnu"), echeance: ID("inconnu"), aidant: ID("inconnu"),
        activity: "inconnu",
        invitation: "inconnu")
}

/// Every public method of Store that takes an `Access`, called with these ids by this professional; what it gives, as text.
struct Calls {
    typealias Call = @Sendable (Store, Access, Targets) async throws -> String

    typealias Named = (name: String, call: Call)

    static let all: [Named] = people + dossiers + staff

    private static let people: [Named] = [
        ("readUsager", { "\(try await $0.readUsager($1, id: $2.usager))" }),
        ("readRoadSheet", { "\(try await $0.readRoadSheet($1, id: $2.usager, dossiers: nil))" }),
        ("readHistory", { "\(try await $0.readHistory($1, id: $2.usager))" }),
        ("readFacts", { "\(try await $0.readFacts($1, id: $2.usager))" }),
        ("changeReferent", { "\(try await $0.changeReferent($1, usager: $2.usager, add: $1.aidant, end: nil))" }),
        (
            "createUsager",
            { store, access, _ in
                let id = try await store.createUsager(access, form: newForm(), facts: ["prenom": "N"])
                return "\(id.raw.count)"
            }
        ),
        (
            "saveUsager",
            {
                try await $0.saveUsager($1, form: newForm(), id: $2.usager, version: 1, facts: ["prenom": "X"]);
                return ""
            }
        ),
        (
            "setStatus",
            {
                try await $0.setStatus($1, id: $2.usager, version: 1, .archived); return ""
            }
        ),
        ("searchUsagers", { store, access, _ in "\(try await store.searchUsagers(access, "diallo").map(\.id))" }),
        (
            "similarUsagers",
            { store, access, _ in
                "\(try await store.similarUsagers(access, facts: ["prenom": "Fatou", "nom_usage": "Diallo"]).map(\.id))"
            }
        ),
        ("names", { "\(try await $0.names($1, [$2.usager]))" }),
        (
            "myPeople",
            { store, access, targets in
                "\(try await store.myPeople(access, page: 0).people.contains { $0.id == targets.usager })"
            }
        ),
        ("followed", { "\(try await $0.followed($1).contains($2.usager))" }),
        (
            "recordReception",
            {
                try await $0.recordReception(
                    $1, form: newForm(), usager: $2.usager, demarche: nil, way: .refer, minutes: 1)
                return ""
            }
        ),
        ("activity", { "\(try await $0.activity($1, id: $2.activity))" }),
        (
            "correctActivity",
            {
                try await $0.correctActivity($1, id: $2.activity, version: 1, way: .teach, minutes: 3)
                return ""
            }
        ),
    ]

    private static let dossiers: [Named] = [
        (
            "openDossier",
            {
                try await $0.openDossier(
                    $1, form: newForm(), person: .known($2.usager),
                    NewDossier(demarche: House.demarche("rsa-demande"), way: .together, reception: nil, minutes: 0)
                ).raw
            }
        ),
        ("readDossier", { "\(try await $0.readDossier($1, id: $2.dossier, page: "t").dossier)" }),
        ("version", { "\(try await $0.version($1, of: $2.dossier))" }),
        (
            "saveAnswers",
            {
                try await $0.saveAnswers(
                    $1, form: newForm(), id: $2.dossier, version: 1, usagerVersion: 1, values: ["x": "y"], work: noWork)
                return ""
            }
        ),
        (
            "savePieces",
            {
                try await $0.savePieces($1, form: newForm(), id: $2.dossier, version: 1, pieces: [], work: noWork)
                return ""
            }
        ),
        (
            "fileDossier",
            {
                let filing = Filing(
                    channel: .paper, clicker: .person, reference: "", proof: .stamp, whyNoProof: "", on: House.today)
                return
                    "\(try await $0.fileDossier($1, form: newForm(), id: $2.dossier, version: 1, filing: filing, override: "o", expectedOn: nil, next: nil, work: noWork))"
            }
        ),
        (
            "moveDossier",
            {
                let move = DossierMove(state: .abandoned, reason: .personRenounced)
                return
                    "\(try await $0.moveDossier($1, form: newForm(), id: $2.dossier, version: 1, move: move, work: noWork))"
            }
        ),
        (
            "saveFollowUp",
            {
                try await $0.saveFollowUp(
                    $1, form: newForm(), id: $2.dossier, version: 1, next: nil, follower: $1.aidant, way: .teach,
                    note: "n",
                    work: noWork)
                return ""
            }
        ),
        ("markDone", { "\(try await $0.markDone($1, form: newForm(), id: $2.echeance, work: noWork))" }),
        (
            "snooze",
            {
                let day = House.today.adding(days: 1)
                return "\(try await $0.snooze($1, form: newForm(), id: $2.echeance, until: day, reason: "r"))"
            }
        ),
        ("readEcheance", { "\(try await $0.readEcheance($1, id: $2.echeance))" }),
        (
            "today",
            { store, access, targets in
                let list = try await store.today(access)
                return
                    "\((list.mine + list.relayed.flatMap(\.lines)).contains { $0.echeance.usager == targets.usager })"
            }
        ),
    ]

    private static let staff: [Named] = [
        ("team", { store, access, targets in "\(try await store.team(access).contains { $0.id == targets.aidant })" }),
        (
            "invite",
            { store, access, _ in
                let token = try await store.invite(
                    access, form: newForm(), firstName: "N", lastName: "N", email: "\(UUID())@x.example",
                    role: .mediator)
                return "\(token.count)"
            }
        ),
        (
            "invitations",
            { store, access, targets in
                "\(try await store.invitations(access).contains { $0.id == targets.invitation })"
            }
        ),
        (
            "withdrawInvitation",
            {
                try await $0.withdrawInvitation($1, id: $2.invitation); return ""
            }
        ),
        ("manage", { "\(try await $0.manage($1, aidant: $2.aidant, role: .mediator, version: 1))" }),
        (
            "setAbsence",
            {
                try await $0.setAbsence($1, aidant: $2.aidant, nil); return ""
            }
        ),
        (
            "saveStructure",
            { store, access, _ in
                let own = try await store.structure(access.structure)
                try await store.saveStructure(access, own)
                return ""
            }
        ),
        ("journalLines", { "\(try await $0.journalLines($1, usager: $2.usager).count)" }),
        (
            "changePassword",
            { store, access, _ in
                "\(try await store.changePassword(access, email: Cast.ines.email, old: Cast.password, new: "n", origin: "\(UUID())"))"
            }
        ),
        ("sessions", { store, access, _ in "\(try await store.sessions(access).count)" }),
        (
            "closeOtherSessions",
            { store, access, _ in
                try await store.closeOtherSessions(access); return ""
            }
        ),
        (
            "saveDraft",
            { store, access, _ in
                try await store.saveDraft(access, form: "f", fields: ["a": "b"]); return ""
            }
        ),
        ("draft", { store, access, _ in "\(try await store.draft(access, form: "brouillon-du-ccas")?.fields ?? [:])" }),
        ("alsoTyping", { store, access, _ in "\(try await store.alsoTyping(access, form: "brouillon-du-ccas"))" }),
        (
            "dropDraft",
            { store, access, _ in
                try await store.dropDraft(access, form: "brouillon-du-ccas"); return ""
            }
        ),
    ]
}

@Suite struct `A professional of another structure` {
    /// Sees the same answer, result or error.
    private func answer(_ call: Calls.Call, _ house: House, _ targets: Targets) async -> String {
        do { return "gives \(try await call(house.store, house.access(Cast.claire), targets))" } catch {
            return "throws \(error)"
        }
    }

    private func targets(_ house: House) async throws -> Targets {
        func first(_ sql: SQL) async throws -> String {
            try #require(try await house.engine.rows(sql).first).text("id")
        }
        let structure = house.built.ccas.raw
        return Targets(
            usager: try house.usager("diallo"), dossier: try house.dossier("declaration"),
            echeance: ID(
                try await first("SELECT id FROM echeances WHERE structure_id = \(structure) AND status = 'a_faire'")),
            aidant: house.built.aidant(Cast.ines),
            activity: try await first("SELECT id FROM activites WHERE structure_id = \(structure)"),
            invitation: try await first("SELECT id FROM invitations WHERE structure_id = \(structure)"))
    }

    @Test(arguments: EngineKind.all)
    func `gets for every call the answer of an id that does not exist, and changes nothing there`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            _ = try await house.store.invite(
                house.access(Cast.sophie), form: newForm(), firstName: "A", lastName: "B", email: "a@b.example",
                role: .mediator)
            try await house.store.saveDraft(
                house.access(Cast.ines), form: "brouillon-du-ccas", fields: ["secret": "du ccas"])
            let theirs = try await targets(house)
            let before = try await ofCCAS(house)
            for (name, call) in Calls.all {
                let found = await answer(call, house, theirs)
                let unknown = await answer(call, house, .unknown)
                #expect(found == unknown, "\(name)")
                #expect(Markers.found(in: Array(found.utf8)).isEmpty, "\(name): \(found)")
            }
            #expect(try await ofCCAS(house) == before)
        }
    }

    /// All rows of the CCAS, whatever the table; keys of tables that have no structure are those of its people.
    private func ofCCAS(_ house: House) async throws -> [String: [String]] {
        try await Snapshot.rows(house.engine).mapValues { rows in
            rows.filter { $0["structure_id"] == .text(house.built.ccas.raw) || $0["id"] == .text(house.built.ccas.raw) }
                .map { "\($0.sorted { $0.key < $1.key })" }.sorted()
        }
    }

    @Test func `is tried on every public method that takes an Access`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Store")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var declared: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for found in text.matches(of: /public func (\w+)\(\s*_ access: Access/) { declared.insert(String(found.1)) }
        }
        #expect(declared.count > 30)
        #expect(declared == Set(Calls.all.map(\.name)))
    }

    @Test(arguments: EngineKind.all)
    func `and the administrator read no content of anybody, and the list of the other is never shown`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let admin = house.access(Cast.admin)
            #expect(try await house.store.searchUsagers(admin, "diallo").isEmpty)
            #expect(
                try await house.store.similarUsagers(admin, facts: ["prenom": "Fatou", "nom_usage": "Diallo"]).isEmpty)
            #expect(try await house.store.names(admin, Set(house.built.usagers.values)).isEmpty)
            #expect(try await house.store.myPeople(admin, page: 0).people.isEmpty)
            let today = try await house.store.today(admin)
            #expect(today.mine.isEmpty && today.relayed.isEmpty && today.preparing.isEmpty)
            for (name, id) in house.built.usagers {
                await #expect(throws: StoreError.notFound, "\(name)") {
                    try await house.store.readUsager(admin, id: id)
                }
            }
            for (name, id) in house.built.dossiers {
                await #expect(throws: StoreError.notFound, "\(name)") {
                    try await house.store.readDossier(admin, id: id, page: "t")
                }
            }
            for colleague in Cast.team {
                let hits = try await house.store.searchUsagers(house.access(colleague), "confidentiel")
                #expect(hits.isEmpty)
            }
        }
    }
}
