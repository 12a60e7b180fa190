import Database
import Domain
import Testing
import World

@testable import Store

/// What a call came to, whatever it gives.
enum Answer: String, Equatable {
    case allowed, forbidden, notFound, other

    init(_ call: () async throws -> Void) async {
        do {
            try await call()
            self = .allowed
        } catch StoreError.forbidden { self = .forbidden } catch StoreError.notFound { self = .notFound } catch {
            Issue.record("\(error)")
            self = .other
        }
    }

    /// What may not be seen does not exist; what may be seen and not done is refused.
    static func expected(see: Bool, act: Bool) -> Answer { see ? act ? .allowed : .forbidden : .notFound }
}

@Suite struct `Who may do what: policy, scope and Store agree` {
    static let byRole: [Role: Cast.Colleague] = Dictionary(
        uniqueKeysWithValues: [
            Cast.sophie, Cast.ines, Cast.lucie, Cast.thomas, Cast.nadia, Cast.paul, Cast.admin,
        ].map { ($0.role, $0) })

    /// Makes this colleague stand in this relation to this person.
    private func relate(_ house: House, _ aidant: ID<Aidant>, to usager: ID<Usager>, as relation: Relation) async throws
    {
        let until: String? = relation == .formerReferent ? House.today.adding(days: -10).description : nil
        let since = House.today.adding(days: -200).description
        try await house.engine.write { db in
            try db.execute("DELETE FROM referents WHERE usager_id = \(usager.raw) AND aidant_id = \(aidant.raw)")
            guard relation == .referent || relation == .formerReferent else { return }
            try db.execute(
                """
                INSERT INTO referents (structure_id, usager_id, aidant_id, since, until)
                VALUES (\(house.built.ccas.raw), \(usager.raw), \(aidant.raw), \(since), \(until))
                """)
        }
    }

    private func version(_ house: House, _ table: SQL) async throws -> Int { try await house.engine.count(table) }

    @Test(arguments: EngineKind.all, Role.allCases)
    func `people, for every role, relation and action`(kind: EngineKind, role: Role) async throws {
        try await kind.withHouse { house async throws in
            let colleague = try #require(Self.byRole[role])
            let access = house.access(colleague)
            for relation in Relation.allCases {
                let id = try house.usager(relation == .stranger ? "inconnu" : "diallo")
                if relation != .stranger { try await relate(house, access.aidant, to: id, as: relation) }
                let see = UsagerPolicy.allows(.see, role: role, relation: relation)
                let scoped = try await house.engine.read { db in
                    try db.rows("SELECT id FROM usagers WHERE \(sql: UsagerScope.sql(access))").map {
                        try $0.text("id")
                    }
                }
                #expect(scoped.contains(id.raw) == see, "scope, \(relation)")
                let name = relation == .stranger ? "confidentiel" : "diallo"
                #expect(
                    try await house.store.searchUsagers(access, name).contains { $0.id == id } == see,
                    "search, \(relation)")
                #expect(try await house.store.names(access, [id]).keys.contains(id) == see, "names, \(relation)")
                for action in UsagerPolicy.Action.allCases {
                    let answer = try await answer(house, access, id, action)
                    let isAllowed = UsagerPolicy.allows(action, role: role, relation: relation)
                    #expect(answer == .expected(see: see, act: isAllowed), "\(action) as \(relation)")
                }
            }
        }
    }

    private func answer(
        _ house: House, _ access: Access, _ id: ID<Usager>, _ action: UsagerPolicy.Action
    ) async throws -> Answer {
        let version = try await house.engine.count("SELECT version AS n FROM usagers WHERE id = \(id.raw)")
        let answer = await Answer {
            switch action {
            case .see: _ = try await house.store.readUsager(access, id: id)
            case .seeSocial:
                let file = try await house.store.readUsager(access, id: id)
                if file.usager.facts["numero_caf"] == nil { throw StoreError.forbidden }
            case .edit:
                try await house.store.saveUsager(
                    access, form: newForm(), id: id, version: version, facts: ["prenom": "Fatou"])
            case .archive: try await house.store.setStatus(access, id: id, version: version, .archived)
            case .changeReferents:
                let other = house.built.aidant(Cast.karim)
                _ = try await house.store.changeReferent(access, usager: id, add: other, end: nil)
            }
        }
        try await house.engine.execute("UPDATE usagers SET status = 'actif' WHERE id = \(id.raw)")
        try await house.engine.execute(
            "DELETE FROM referents WHERE usager_id = \(id.raw) AND aidant_id = \(house.built.aidant(Cast.karim).raw)")
        return answer
    }

    @Test(arguments: EngineKind.all, Role.allCases)
    func `dossiers, for every role, relation, ownership and action`(kind: EngineKind, role: Role) async throws {
        try await kind.withHouse { house async throws in
            let colleague = try #require(Self.byRole[role])
            let access = house.access(colleague)
            let other = house.built.aidant(Cast.karim).raw
            for relation in Relation.allCases {
                let usager = try house.usager(relation == .stranger ? "inconnu" : "diallo")
                let id = try house.dossier(relation == .stranger ? "ailleurs" : "declaration")
                if relation != .stranger { try await relate(house, access.aidant, to: usager, as: relation) }
                for (opens, follows) in [(false, false), (true, false), (false, true)]
                where relation != .stranger || !opens && !follows {
                    try await house.engine.execute(
                        """
                        UPDATE dossiers SET opened_by = \(opens ? access.aidant.raw : other),
                            follower_id = \(follows ? access.aidant.raw : other) WHERE id = \(id.raw)
                        """)
                    let isOwn = opens || follows
                    let see = DossierPolicy.allows(.see, role: role, relation: relation, isOwn: isOwn)
                    let scoped = try await house.engine.read { db in
                        try db.rows("SELECT id FROM dossiers WHERE \(sql: DossierScope.sql(access))").map {
                            try $0.text("id")
                        }
                    }
                    #expect(scoped.contains(id.raw) == see, "scope, \(relation), own \(isOwn)")
                    for action in DossierPolicy.Action.allCases {
                        let answer = try await answer(house, access, id, action)
                        let isAllowed = DossierPolicy.allows(action, role: role, relation: relation, isOwn: isOwn)
                        #expect(answer == .expected(see: see, act: isAllowed), "\(action) as \(relation), own \(isOwn)")
                    }
                }
            }
        }
    }

    private func answer(
        _ house: House, _ access: Access, _ id: ID<Dossier>, _ action: DossierPolicy.Action
    ) async throws -> Answer {
        try await house.engine.execute("UPDATE dossiers SET state = 'preparation' WHERE id = \(id.raw)")
        let row = try #require(
            try await house.engine.rows("SELECT version, follower_id FROM dossiers WHERE id = \(id.raw)").first)
        let (version, follower) = (try row.int("version"), ID<Aidant>(try row.text("follower_id")))
        return await Answer {
            switch action {
            case .see: _ = try await house.store.readDossier(access, id: id, page: "t")
            case .edit:
                try await house.store.saveFollowUp(
                    access, form: newForm(), id: id, version: version, next: nil, follower: follower, way: .together,
                    note: "", work: noWork)
            case .file:
                _ = try await house.store.fileDossier(
                    access, form: newForm(), id: id, version: version,
                    filing: Filing(
                        channel: .paper, clicker: .person, reference: "", proof: .stamp, whyNoProof: "", on: House.today
                    ),
                    override: "o", expectedOn: nil, next: nil, work: noWork)
            case .close:
                _ = try await house.store.moveDossier(
                    access, form: newForm(), id: id, version: version,
                    move: DossierMove(state: .abandoned, reason: .personRenounced), work: noWork)
            }
        }
    }

    @Test(arguments: EngineKind.all, Role.allCases)
    func `facts come out of the storage by sensitivity only`(kind: EngineKind, role: Role) async throws {
        try await kind.withHouse { house async throws in
            let id = try house.usager("diallo")
            let owner = house.access(Cast.ines)
            let usager = try await house.store.readFacts(owner, id: id)
            try await house.store.saveUsager(
                owner, form: newForm(), id: id, version: usager.version, facts: [FactID.nir: "288047511600842"])
            let colleague = try #require(Self.byRole[role])
            try await relate(house, house.built.aidant(colleague), to: id, as: .referent)
            for special in [[], [role]] {
                let access = house.access(colleague, special: special)
                let readable = UsagerPolicy.readable(role: role, relation: .referent, settings: access.settings)
                guard !readable.isEmpty else {
                    await #expect(throws: StoreError.notFound) { try await house.store.readFacts(access, id: id) }
                    continue
                }
                let facts = try await house.store.readFacts(access, id: id).facts
                for fact in facts.keys {
                    #expect(readable.contains(House.definitions.fact(fact)?.sensitivity ?? .general), "\(fact)")
                }
                #expect((facts[FactID.nir] != nil) == readable.contains(.special))
                #expect((facts["numero_caf"] != nil) == readable.contains(.social))
                #expect(facts["prenom"] == "Fatou")
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `facts that may not be read may not be written either, and nothing else is saved`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let id = try house.usager("diallo")
            let lucie = house.access(Cast.lucie)
            let usager = try await house.store.readFacts(lucie, id: id)
            await #expect(throws: StoreError.forbidden) {
                try await house.store.saveUsager(
                    lucie, form: newForm(), id: id, version: usager.version,
                    facts: ["prenom": "Autre", "numero_caf": "9999999"])
            }
            let after = try await house.store.readFacts(house.access(Cast.ines), id: id)
            #expect(after.facts["prenom"] == "Fatou" && after.facts["numero_caf"] == "4471208")
            #expect(after.version == usager.version)
            let lines = try await house.store.journalLines(house.access(Cast.sophie), usager: id, limit: 2)
            #expect(lines.contains { $0.entry.action == .refusedAccess && $0.aidant == lucie.aidant })
        }
    }

    @Test(arguments: EngineKind.all)
    func `the desk sees in a history its own work and that on its dossiers`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try house.usager("diallo")
            #expect(try await house.store.readUsager(house.access(Cast.ines), id: id).activities.count > 3)
            #expect(try await house.store.readUsager(house.access(Cast.lucie), id: id).activities.isEmpty)
            try await house.store.recordReception(
                house.access(Cast.lucie), form: newForm(), usager: id, demarche: nil, way: .refer, minutes: 4)
            #expect(try await house.store.readUsager(house.access(Cast.lucie), id: id).activities.count == 1)
        }
    }

    @Test(arguments: EngineKind.all)
    func `a right that was missing is journaled, with the object and without content`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try house.usager("diallo")
            let version = try await house.store.readFacts(house.access(Cast.ines), id: id).version
            await #expect(throws: StoreError.forbidden) {
                try await house.store.setStatus(house.access(Cast.nadia), id: id, version: version, .archived)
            }
            await #expect(throws: StoreError.forbidden) { try await house.store.invitations(house.access(Cast.nadia)) }
            let lines = try await house.store.journalLines(house.access(Cast.sophie), limit: 2)
            #expect(lines.map(\.entry.action) == [.refusedAccess, .refusedAccess])
            #expect(lines.allSatisfy { $0.aidant == house.built.aidant(Cast.nadia) })
            #expect(lines.last?.entry.objectID == id.raw && lines.last?.entry.detail == "archive")
        }
    }
}
