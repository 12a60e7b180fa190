import Database
import Domain
import Store
import Testing
import World

@Suite struct `The team` {
    private func invite(_ house: House, form: FormKey = newForm(), email: String = "zoe@x.example") async throws
        -> String
    {
        try await house.store.invite(
            house.access(Cast.sophie), form: form, firstName: "Zoé", lastName: "Arnaud", email: email, role: .mediator)
    }

    private func accept(_ house: House, _ token: String, days: Int = 0) async throws -> ID<Aidant> {
        try await house.store.acceptInvitation(
            token: token, firstName: "Zoé", lastName: "Arnaud", password: "quatre mots de passe",
            now: House.now.adding(days: days))
    }

    @Test(arguments: EngineKind.all)
    func `grows by an invitation, which serves once`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let token = try await invite(house)
            let shown = try #require(try await house.store.invitation(token: token, now: House.now))
            #expect(shown.firstName == "Zoé" && shown.email == "zoe@x.example" && shown.structureName == Cast.ccas)
            let id = try await accept(house, token)
            let team = try await house.store.team(house.access(Cast.sophie))
            #expect(team.first { $0.id == id }?.role == .mediator)
            await #expect(throws: StoreError.expired) { try await accept(house, token) }
            #expect(try await house.store.invitation(token: token, now: House.now) == nil)
            let signIn = try await house.store.checkPassword(
                email: "zoe@x.example", password: "quatre mots de passe", origin: "a", now: House.now)
            #expect(signIn == .accepted(id))
        }
    }

    @Test(arguments: EngineKind.all)
    func `gets one account from an invitation accepted twice at once`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let token = try await invite(house)
            let accepted = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await accept(house, token)
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(accepted == 1)
            #expect(try await house.store.team(house.access(Cast.sophie)).count == Cast.team.count + 1)
        }
    }

    @Test(arguments: EngineKind.all)
    func `gives the same link to the same form sent twice, and keeps one invitation`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let form = newForm()
            let first = try await invite(house, form: form)
            #expect(try await invite(house, form: form) == first)
            #expect(try await invite(house, form: newForm()) != first)
            #expect(try await house.store.invitations(house.access(Cast.sophie)).count == 2)
            for row in try await house.engine.rows("SELECT * FROM invitations") {
                #expect(try row.blob("token_hash") != Array(first.utf8))
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `refuses an invitation that is too old, withdrawn or to a known address`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let old = try await invite(house)
            await #expect(throws: StoreError.expired) { try await accept(house, old, days: Invitation.days) }
            let id = try #require(try await house.store.invitations(house.access(Cast.sophie)).first?.id)
            await #expect(throws: StoreError.notFound) {
                try await house.store.withdrawInvitation(house.access(Cast.claire), id: id)
            }
            try await house.store.withdrawInvitation(house.access(Cast.sophie), id: id)
            await #expect(throws: StoreError.expired) { try await accept(house, old) }
            await #expect(throws: StoreError.emailTaken) {
                try await invite(house, email: Cast.karim.email.uppercased())
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `is never left without a responsable`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let (sophie, karim) = (house.built.aidant(Cast.sophie), house.built.aidant(Cast.karim))
            let access = house.access(Cast.sophie)
            func manage(_ who: Access, _ id: ID<Aidant>, _ role: Role?, _ version: Int) async throws -> Aidant
                .ManagementRefusal?
            {
                switch try await house.store.manage(who, aidant: id, role: role, version: version) {
                case .success: nil
                case .failure(let refusal): refusal
                }
            }
            #expect(try await manage(access, sophie, .socialWorker, 1) == .lastResponsable)
            #expect(try await manage(access, sophie, nil, 1) == .notYourself)
            #expect(try await manage(access, karim, .administrator, 2) == .roleNotAssignable)
            #expect(try await manage(access, karim, .responsable, 2) == nil)
            #expect(try await manage(access, sophie, .socialWorker, 1) == nil)
            let byKarim = Access(
                aidant: karim, structure: house.built.ccas, role: .responsable, session: "", now: House.now,
                settings: .init())
            #expect(try await manage(byKarim, karim, .socialWorker, 3) == .lastResponsable)
        }
    }

    @Test(arguments: EngineKind.all)
    func `keeps one responsable when two step down at the same moment`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let (sophie, karim) = (house.built.aidant(Cast.sophie), house.built.aidant(Cast.karim))
            try await house.store.manage(house.access(Cast.sophie), aidant: karim, role: .responsable, version: 2).get()
            async let one = house.store.manage(house.access(Cast.sophie), aidant: sophie, role: .mediator, version: 1)
            async let two = house.store.manage(house.access(Cast.sophie), aidant: karim, role: .mediator, version: 3)
            let results = [try await one, try await two]
            #expect(results.filter { if case .success = $0 { true } else { false } }.count == 1)
            let left = try await house.store.team(house.access(Cast.sophie)).filter { $0.role == .responsable }
            #expect(left.count == 1)
        }
    }

    @Test(arguments: EngineKind.all)
    func `journals a closed account that opens again as such`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.sophie)
            let nadia = house.built.aidant(Cast.nadia)
            try await house.store.manage(access, aidant: nadia, role: nil, version: 1).get()
            try await house.store.manage(access, aidant: nadia, role: .instructor, version: 2).get()
            let lines = try await house.store.journalLines(access, limit: 2)
            #expect(lines.map(\.entry.action) == [.aidantReactivated, .aidantDeactivated])
            let team = try await house.store.team(access)
            #expect(team.first { $0.id == nadia }?.isActive == true)
        }
    }

    @Test(arguments: EngineKind.all)
    func `saves a stale change of role or settings for nobody`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.sophie)
            let nadia = house.built.aidant(Cast.nadia)
            try await house.store.manage(access, aidant: nadia, role: .mediator, version: 1).get()
            await #expect(throws: StoreError.stale) {
                _ = try await house.store.manage(access, aidant: nadia, role: .referent, version: 1)
            }
            var structure = try await house.store.structure(house.built.ccas)
            try await house.store.saveStructure(access, structure)
            structure.name = "Autre nom"
            await #expect(throws: StoreError.stale) { try await house.store.saveStructure(access, structure) }
            #expect(try await house.store.structure(house.built.ccas).name == Cast.ccas)
        }
    }

    @Test(arguments: EngineKind.all)
    func `opens the first page once: a second structure is refused there`(kind: EngineKind) async throws {
        try await kind.withStore { store, _, _ async throws in
            #expect(try await store.isEmpty())
            let first = NewAidant(
                firstName: "A", lastName: "B", email: "a@b.example", role: .responsable, password: "x")
            _ = try await store.createStructure(name: "S", first: first, onlyIfEmpty: true, now: House.now)
            #expect(try await !store.isEmpty())
            var second = first
            second.email = "c@d.example"
            let other = second
            await #expect(throws: StoreError.expired) {
                _ = try await store.createStructure(name: "T", first: other, onlyIfEmpty: true, now: House.now)
            }
        }
    }
}
