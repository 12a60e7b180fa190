import Domain
import Store
import Testing
import World

@Suite struct `Handing a person over` {
    @Test(arguments: EngineKind.all)
    func `lets the former referent read for thirty days, then not`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try house.usager("oconnor")
            let (paul, ines) = (house.built.aidant(Cast.paul), house.built.aidant(Cast.ines))
            try await house.store.changeReferent(house.access(Cast.sophie), usager: id, add: ines, end: paul).get()
            for day in [0, 1, 29] {
                let access = house.access(Cast.paul, daysAgo: -day)
                #expect(try await house.store.readUsager(access, id: id).relation == .formerReferent)
                #expect(try await house.store.searchUsagers(access, "connor").count == 1)
                let version = try await house.store.readFacts(access, id: id).version
                await #expect(throws: StoreError.forbidden) {
                    try await house.store.saveUsager(
                        access, form: newForm(), id: id, version: version, facts: ["prenom": "L"])
                }
            }
            let after = house.access(Cast.paul, daysAgo: -30)
            await #expect(throws: StoreError.notFound) { try await house.store.readUsager(after, id: id) }
            #expect(try await house.store.searchUsagers(after, "connor").isEmpty)
            #expect(try await house.store.names(after, [id]).isEmpty)
        }
    }

    @Test(arguments: EngineKind.all)
    func `gives the dossiers and dates to the successor, and tells a form left open`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let (id, dossier) = (try house.usager("nguyen"), try house.dossier("logement"))
            let (thomas, ines) = (house.built.aidant(Cast.thomas), house.built.aidant(Cast.ines))
            let open = try await house.file("logement").dossier
            try await house.store.changeReferent(house.access(Cast.ines), usager: id, add: thomas, end: ines).get()
            #expect(try await house.file("logement").dossier.follower == thomas)
            let mine = try await house.store.today(house.access(Cast.thomas)).mine
            #expect(mine.contains { $0.echeance.dossier == dossier })
            #expect(
                try await !house.store.today(house.access(Cast.ines)).mine.contains { $0.echeance.dossier == dossier })
            await #expect(throws: StoreError.stale) {
                try await house.store.saveFollowUp(
                    house.access(Cast.ines), form: newForm(), id: dossier, version: open.version, next: nil,
                    follower: ines,
                    way: .together, note: "", work: noWork)
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `never leaves a person without a referent, nor gives them to somebody else's colleague`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let id = try house.usager("nguyen")
            let (ines, claire) = (house.built.aidant(Cast.ines), house.built.aidant(Cast.claire))
            let access = house.access(Cast.sophie)
            let refused = try await house.store.changeReferent(access, usager: id, add: nil, end: ines)
            #expect(throws: Referent.Refusal.lastReferent) { try refused.get() }
            await #expect(throws: StoreError.notFound) {
                _ = try await house.store.changeReferent(access, usager: id, add: claire, end: ines)
            }
            #expect(try await house.store.followed(house.access(Cast.ines)).contains(id))
        }
    }
}
