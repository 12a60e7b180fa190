import Database
import Domain
import Store
import Testing
import World

@Suite struct `Two people who edit at once` {
    /// Each editor reads, may wait, and saves a note of their own; what is accepted must have seen the last note saved.
    @Test(arguments: EngineKind.all)
    func `never overwrite each other without knowing, over a thousand interleavings`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try house.usager("diallo")
            let access = [house.access(Cast.ines), house.access(Cast.karim)]
            var random = SeededGenerator(seed: 1)
            var open: [(version: Int, name: String)?] = [nil, nil]
            var last = "Fatou"
            var (saved, refused) = (0, 0)
            for step in 0..<(kind == .memory ? 1000 : 300) {
                let who = Int.random(in: 0...1, using: &random)
                guard let form = open[who] else {
                    let usager = try await house.store.readFacts(access[who], id: id)
                    open[who] = (usager.version, usager.facts["prenom"] ?? "")
                    continue
                }
                open[who] = nil
                do {
                    try await house.store.saveUsager(
                        access[who], form: newForm(), id: id, version: form.version, facts: ["prenom": "P\(step)"])
                    #expect(form.name == last)
                    last = "P\(step)"
                    saved += 1
                } catch StoreError.stale {
                    #expect(form.name != last)
                    refused += 1
                }
            }
            #expect(saved > 20 && refused > 20)
            #expect(try await house.store.readFacts(access[0], id: id).facts["prenom"] == last)
        }
    }

    @Test(arguments: EngineKind.all)
    func `at the very same moment get one save and refusals, for each kind of form`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let dossier = try await house.file("declaration").dossier
            let usager = try await house.store.readFacts(house.access(Cast.ines), id: dossier.usager)
            let store = house.store
            let forms: [@Sendable (Access, Int) async throws -> Void] = [
                {
                    try await store.saveUsager(
                        $0, form: newForm(), id: usager.id, version: usager.version, facts: ["prenom": "N\($1)"])
                },
                { access, number in
                    try await store.saveFollowUp(
                        access, form: newForm(), id: dossier.id, version: dossier.version, next: nil,
                        follower: access.aidant,
                        way: .teach, note: "note \(number)", work: noWork)
                },
            ]
            for form in forms {
                let saved = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for number in 0..<10 {
                        let access = house.access(number.isMultiple(of: 2) ? Cast.ines : Cast.karim)
                        group.addTask {
                            do {
                                try await form(access, number)
                                return true
                            } catch StoreError.stale { return false }
                        }
                    }
                    return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(saved == 1)
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `of a dossier and of the person's facts are both told`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let file = try await house.file("trop-percu")
            let access = house.access(Cast.ines)
            let field = try #require(file.demarche.bindings.first { $0.value == "numero_caf" }?.key)
            try await house.store.saveUsager(
                house.access(Cast.karim), form: newForm(), id: file.usager.id, version: file.usager.version,
                facts: ["numero_caf": "1111111"])
            func save(_ value: String) async throws {
                try await house.store.saveAnswers(
                    access, form: newForm(), id: file.dossier.id, version: file.dossier.version,
                    usagerVersion: file.usager.version, values: [field: value], work: noWork)
            }
            await #expect(throws: StoreError.stale) { try await save("2222222") }
            #expect(try await house.store.readFacts(access, id: file.usager.id).facts["numero_caf"] == "1111111")
            // What the colleague typed is what this form says too: nothing is lost.
            try await save("1111111")
            await #expect(throws: StoreError.stale) { try await save("1111111") }
        }
    }

    @Test(arguments: EngineKind.all)
    func `a fact typed in a dossier is typed once for all of them`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let file = try await house.file("trop-percu")
            let field = try #require(file.demarche.bindings.first { $0.value == "numero_caf" }?.key)
            try await house.store.saveAnswers(
                house.access(Cast.ines), form: newForm(), id: file.dossier.id, version: file.dossier.version,
                usagerVersion: file.usager.version, values: [field: "9999999"], work: noWork)
            #expect(try await house.file("declaration").usager.facts["numero_caf"] == "9999999")
            #expect(try await house.file("trop-percu").dossier.answers[field] == nil)
            #expect(try await house.store.searchUsagers(house.access(Cast.ines), "9999999").count == 1)
        }
    }
}

@Suite struct `A form sent several times` {
    private func fifty(_ act: @Sendable @escaping () async throws -> String) async throws -> [String] {
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { try await act() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test(arguments: EngineKind.all)
    func `fifty times at once makes one person, one dossier, one invitation, and the same answer`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let (store, access) = (house.store, house.access(Cast.ines))
            let people = try await house.engine.count("SELECT COUNT(*) AS n FROM usagers")
            let (one, two, three) = (newForm(), newForm(), newForm())
            let made = try await fifty { try await store.createUsager(access, form: one, facts: ["prenom": "Ada"]).raw }
            #expect(Set(made).count == 1 && made.count == 50)
            #expect(try await house.engine.count("SELECT COUNT(*) AS n FROM usagers") == people + 1)
            let demarche = try House.demarche("rsa-demande")
            let opened = try await fifty {
                try await store.openDossier(
                    access, form: two, person: .new(facts: ["prenom": "Zoé"]),
                    NewDossier(demarche: demarche, way: .together, reception: nil, minutes: 3)
                ).raw
            }
            #expect(Set(opened).count == 1)
            #expect(try await house.engine.count("SELECT COUNT(*) AS n FROM usagers") == people + 2)
            let sophie = house.access(Cast.sophie)
            let invited = try await fifty {
                try await store.invite(
                    sophie, form: three, firstName: "A", lastName: "B", email: "a@b.example", role: .mediator)
            }
            #expect(Set(invited).count == 1)
            #expect(try await store.invitations(sophie).count == 1)
            #expect(try await store.journalHolds())
        }
    }

    @Test(arguments: EngineKind.all)
    func `acts once on a dossier or a date, with one activity and one line of journal`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let dossier = try await house.file("energie", Cast.nadia).dossier
            let (store, access, form) = (house.store, house.access(Cast.nadia), newForm())
            let acts = "SELECT COUNT(*) AS n FROM activites WHERE dossier_id = \(dossier.id.raw)" as SQL
            let before = try await house.engine.count(acts)
            _ = try await fifty {
                try await store.moveDossier(
                    access, form: form, id: dossier.id, version: dossier.version,
                    move: DossierMove(state: .stopped, why: "panne"), work: Work(way: .together, minutes: 5)
                ).get()
                return ""
            }
            #expect(try await house.engine.count(acts) == before + 1)
            let moved = try await house.engine.count(
                "SELECT COUNT(*) AS n FROM journal WHERE action = 'dossier_etat' AND object_id = \(dossier.id.raw)")
            #expect(moved == 1)
        }
    }

    @Test(arguments: EngineKind.all)
    func `that was refused acts when it is sent again, mended`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let dossier = try await house.file("energie", Cast.nadia).dossier
            let form = newForm()
            func move(_ why: String) async throws -> Result<Void, Dossier.Refusal> {
                try await house.store.moveDossier(
                    house.access(Cast.nadia), form: form, id: dossier.id, version: dossier.version,
                    move: DossierMove(state: .stopped, why: why), work: noWork)
            }
            await #expect(throws: Dossier.Refusal.whyMissing) { try await move("").get() }
            try await move("Le site est en panne.").get()
            #expect(try await house.file("energie", Cast.nadia).dossier.state == .stopped)
        }
    }

    @Test(arguments: EngineKind.all)
    func `by another person is another form`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let form = newForm()
            let one = try await house.store.createUsager(house.access(Cast.ines), form: form, facts: ["prenom": "A"])
            let two = try await house.store.createUsager(house.access(Cast.karim), form: form, facts: ["prenom": "B"])
            #expect(one != two)
        }
    }
}

@Suite struct `A draft` {
    @Test(arguments: EngineKind.lasting)
    func `comes back as it was typed, to its author, after a restart, and is sealed`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.ines)
            let typed = ["note": "Marqueur-du-brouillon ’é", "vide": ""]
            try await house.store.saveDraft(access, form: "dossier/x", fields: ["note": "avant"])
            try await house.store.saveDraft(access, form: "dossier/x", fields: typed)
            let engine = try await house.base.openEngine()
            let again = try await house.base.openStore(engine, ids: orderedIDs("r"))
            let draft = try #require(try await again.draft(access, form: "dossier/x"))
            #expect(draft.fields == typed && draft.savedAt == House.now)
            #expect(try await again.draft(house.access(Cast.karim), form: "dossier/x") == nil)
            #expect(try await again.draft(house.access(Cast.claire), form: "dossier/x") == nil)
            #expect(try await again.alsoTyping(house.access(Cast.karim), form: "dossier/x") == [access.aidant])
            #expect(try await again.alsoTyping(house.access(Cast.karim, minutes: 11), form: "dossier/x").isEmpty)
            let rows = try await house.engine.rows("SELECT content FROM drafts")
            #expect(rows.count == 1)
            let content = try #require(rows.first).blob("content")
            #expect(!String(decoding: content, as: UTF8.self).contains("Marqueur"))
            try await again.dropDraft(access, form: "dossier/x")
            #expect(try await again.draft(access, form: "dossier/x") == nil)
            await engine.close()
        }
    }
}
