import Database
import Domain
import Store
import Testing
import World

@Suite struct `The journal` {
    private func lines(_ house: House) async throws -> Int {
        try await house.engine.count("SELECT COUNT(*) AS n FROM journal")
    }

    @Test(arguments: EngineKind.all)
    func `has one line for each reading of a file or dossier, with who and which person`(kind: EngineKind) async throws
    {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.ines)
            let before = try await lines(house)
            _ = try await house.store.readUsager(access, id: house.usager("diallo"))
            _ = try await house.store.readFacts(access, id: house.usager("diallo"))
            _ = try await house.store.readDossier(access, id: house.dossier("declaration"), page: "fiche")
            _ = try await house.store.readDossier(
                access, id: house.dossier("declaration"), page: "fiche", isPrint: true)
            #expect(try await lines(house) == before + 4)
            let last = try await house.store.journalLines(
                house.access(Cast.sophie), usager: house.usager("diallo"), limit: 4)
            #expect(last.map(\.entry.action) == [.dossierPrinted, .dossierRead, .usagerRead, .usagerRead])
            #expect(
                last.allSatisfy { $0.aidant == access.aidant && $0.session == access.session && $0.at == access.now })
        }
    }

    @Test(arguments: EngineKind.all)
    func `is read by those who may only, and says so itself`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            for colleague in Cast.team where colleague.role != .responsable {
                await #expect(throws: StoreError.forbidden) {
                    try await house.store.journalLines(house.access(colleague))
                }
            }
            _ = try await house.store.journalLines(house.access(Cast.sophie))
            let again = try await house.store.journalLines(house.access(Cast.sophie))
            #expect(again.first?.entry.action == .journalRead)
        }
    }

    @Test(arguments: EngineKind.all)
    func `of another structure cannot be read, not even by the id of a person`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let lines = try await house.store.journalLines(house.access(Cast.claire), usager: house.usager("diallo"))
            #expect(lines.isEmpty)
            let own = try await house.store.journalLines(house.access(Cast.claire))
            let ofCCAS = Set(Cast.team.map { house.built.aidant($0) })
            #expect(own.allSatisfy { line in line.aidant.map { !ofCCAS.contains($0) } ?? true })
        }
    }

    @Test(arguments: EngineKind.all)
    func `holds ids and codes only: no name, number, note or word of anybody`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            for row in try await house.engine.rows("SELECT * FROM journal") {
                for column in row.columns where column != "mac" {
                    guard case .text(let text) = try row.value(column) else { continue }
                    #expect(Markers.found(in: Array(text.utf8)).isEmpty, "\(column): \(text)")
                    #expect(text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 }, "\(column): \(text)")
                }
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `that cannot be written has the action refused and nothing done`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let dossier = try await house.file("declaration").dossier
            let usager = try await house.store.readFacts(house.access(Cast.ines), id: house.usager("diallo"))
            let echeances = try await house.engine.rows("SELECT id FROM echeances WHERE status = 'a_faire'")
            let echeance = ID<Echeance>(try #require(echeances.first).text("id"))
            try await house.engine.script(Self.lockedJournal(kind))
            let before = try await Snapshot.of(house.engine)
            let access = house.access(Cast.ines)
            let store = house.store
            let demarche = try House.demarche("rsa-demande")
            let acts: [(String, @Sendable () async throws -> Void)] = [
                ("read a person", { _ = try await store.readUsager(access, id: usager.id) }),
                ("read facts", { _ = try await store.readFacts(access, id: usager.id) }),
                ("read a dossier", { _ = try await store.readDossier(access, id: dossier.id, page: "t") }),
                ("read a date", { _ = try await store.readEcheance(access, id: echeance) }),
                ("create", { _ = try await store.createUsager(access, form: newForm(), facts: ["prenom": "Ada"]) }),
                (
                    "save",
                    {
                        try await store.saveUsager(
                            access, form: newForm(), id: usager.id, version: usager.version, facts: ["prenom": "Ada"])
                    }
                ),
                (
                    "status",
                    {
                        try await store.setStatus(access, id: usager.id, version: usager.version, .archived)
                    }
                ),
                (
                    "open",
                    {
                        _ = try await store.openDossier(
                            access, form: newForm(), person: .known(usager.id),
                            NewDossier(demarche: demarche, way: .together, reception: nil, minutes: 1))
                    }
                ),
                (
                    "open for a new person",
                    {
                        _ = try await store.openDossier(
                            access, form: newForm(), person: .new(facts: ["prenom": "Ada"]),
                            NewDossier(demarche: demarche, way: .together, reception: nil, minutes: 1))
                    }
                ),
                (
                    "answers",
                    {
                        try await store.saveAnswers(
                            access, form: newForm(), id: dossier.id, version: dossier.version,
                            usagerVersion: usager.version,
                            values: ["x": "1"], work: noWork)
                    }
                ),
                (
                    "follow up",
                    {
                        try await store.saveFollowUp(
                            access, form: newForm(), id: dossier.id, version: dossier.version, next: nil,
                            follower: access.aidant, way: .teach, note: "n", work: noWork)
                    }
                ),
                (
                    "move",
                    {
                        _ = try await store.moveDossier(
                            access, form: newForm(), id: dossier.id, version: dossier.version,
                            move: DossierMove(state: .stopped, why: "w"), work: noWork)
                    }
                ),
                ("done", { _ = try await store.markDone(access, form: newForm(), id: echeance, work: noWork) }),
                (
                    "referents",
                    {
                        try await store.changeReferent(
                            access, usager: usager.id, add: house.built.aidant(Cast.paul), end: nil)
                    }
                ),
                ("absence", { try await store.setAbsence(access, aidant: access.aidant, nil) }),
                ("session", { _ = try await store.openSession(access.aidant, now: House.now) }),
                (
                    "invite",
                    {
                        _ = try await store.invite(
                            house.access(Cast.sophie), form: newForm(), firstName: "N", lastName: "O",
                            email: "n@o.example",
                            role: .mediator)
                    }
                ),
            ]
            for (name, act) in acts {
                await #expect(throws: (any Error).self, "\(name)") { try await act() }
            }
            #expect(try await Snapshot.of(house.engine) == before)
            try await house.engine.script(Self.unlockedJournal(kind))
            try await acts[0].1()
            #expect(try await house.store.journalHolds())
        }
    }

    private static func lockedJournal(_ kind: EngineKind) -> String {
        switch kind {
        case .memory, .file:
            "CREATE TRIGGER locked BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'locked'); END;"
        case .postgres:
            """
            CREATE FUNCTION locked() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''locked''; END' LANGUAGE plpgsql;
            CREATE TRIGGER locked BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION locked();
            """
        }
    }

    private static func unlockedJournal(_ kind: EngineKind) -> String {
        kind == .postgres ? "DROP TRIGGER locked ON journal; DROP FUNCTION locked();" : "DROP TRIGGER locked;"
    }
}
