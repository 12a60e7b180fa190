import Database
import Domain
import Store
import Testing
import World

@Suite struct `A dossier` {
    private func open(_ house: House, _ demarche: Demarche, _ by: Cast.Colleague = Cast.ines) async throws -> ID<
        Dossier
    > {
        try await house.store.openDossier(
            house.access(by), form: newForm(), person: .known(house.usager("maya")),
            NewDossier(demarche: demarche, way: .together, reception: nil, minutes: 4))
    }

    private func dossier(_ house: House, _ id: ID<Dossier>) async throws -> Dossier {
        try await house.store.readDossier(house.access(Cast.ines), id: id, page: "t").dossier
    }

    private func refusal(_ result: Result<Void, Dossier.Refusal>) -> Dossier.Refusal? {
        if case .failure(let refusal) = result { refusal } else { nil }
    }

    private func move(_ house: House, _ id: ID<Dossier>, _ move: DossierMove) async throws -> Dossier.Refusal? {
        let version = try await dossier(house, id).version
        return refusal(
            try await house.store.moveDossier(
                house.access(Cast.ines), form: newForm(), id: id, version: version, move: move, work: noWork))
    }

    private func file(
        _ house: House, _ id: ID<Dossier>, clicker: Filing.Clicker = .together, proof: Filing.Proof = .receipt,
        whyNoProof: String = "", on: Day = House.today, override: String = "o", expectedOn: Day? = nil
    ) async throws -> Dossier.Refusal? {
        let version = try await dossier(house, id).version
        let filing = Filing(
            channel: .online, clicker: clicker, reference: "REF", proof: proof, whyNoProof: whyNoProof, on: on)
        return refusal(
            try await house.store.fileDossier(
                house.access(Cast.ines), form: newForm(), id: id, version: version, filing: filing, override: override,
                expectedOn: expectedOn, next: nil, work: Work(way: .together, minutes: 20)))
    }

    @Test(arguments: EngineKind.all)
    func `goes from each state to those of the table and to no other`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, House.demarche("rsa-demande"))
            for from in Dossier.State.allCases {
                for to in Dossier.State.allCases {
                    try await house.engine.execute("UPDATE dossiers SET state = \(from.rawValue) WHERE id = \(id.raw)")
                    let refused = try await move(
                        house, id, DossierMove(state: to, reason: .other, why: "Parce que.", screen: "e", field: "c"))
                    let isAllowed = Dossier.moves[from, default: []].contains(to)
                    #expect((refused == nil) == isAllowed, "\(from) → \(to)")
                    #expect(try await dossier(house, id).state == (isAllowed ? to : from))
                }
            }
            #expect(try await house.store.journalHolds())
        }
    }

    @Test(arguments: EngineKind.all)
    func `is not refused, given up or stopped without a reason`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, House.demarche("rsa-demande"))
            #expect(try await move(house, id, DossierMove(state: .abandoned)) == .whyMissing)
            #expect(try await move(house, id, DossierMove(state: .stopped)) == .whyMissing)
            #expect(try await move(house, id, DossierMove(state: .abandoned, reason: .other, why: " ")) == .whyMissing)
            #expect(try await file(house, id) == nil)
            #expect(try await move(house, id, DossierMove(state: .refused)) == .whyMissing)
            #expect(try await dossier(house, id).state == .filed)
        }
    }

    @Test(arguments: EngineKind.all)
    func `keeps the screen and field where it stopped, until it is filed`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, House.demarche("rsa-demande"))
            let stopped = DossierMove(state: .stopped, why: "Code jamais reçu", screen: "compte", field: "code")
            #expect(try await move(house, id, stopped) == nil)
            #expect(
                try await dossier(house, id).stop == .init(screen: "compte", field: "code", why: "Code jamais reçu"))
            #expect(try await file(house, id) == nil)
            let filed = try await dossier(house, id)
            #expect(filed.stop == nil && filed.filedOn == House.today && filed.expectedOn != nil)
        }
    }

    @Test(arguments: EngineKind.all)
    func `is not filed without proof or reason, in the future, twice, or over blocking findings`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let id = try await open(house, House.demarche("rsa-demande"))
            let before = try await Snapshot.of(house.engine)["filings"]
            #expect(try await file(house, id, proof: .none) == .proofReasonMissing)
            #expect(try await file(house, id, on: House.today.adding(days: 1)) == .filedInFuture)
            guard case .blockingFindings(let count) = try await file(house, id, override: " ") else {
                Issue.record("filed over blocking findings")
                return
            }
            #expect(count > 0)
            #expect(try await Snapshot.of(house.engine)["filings"] == before)
            #expect(try await file(house, id, proof: .none, whyNoProof: "Imprimante en panne") == nil)
            #expect(try await file(house, id) == .alreadyFiled)
            let filings = try await house.store.readDossier(house.access(Cast.ines), id: id, page: "t").filings
            #expect(filings.count == 1)
            #expect(filings.first?.reference == "REF" && filings.first?.whyNoProof == "Imprimante en panne")
        }
    }

    @Test(arguments: EngineKind.all)
    func `that only the person may send is not filed by the worker`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            var demarche = try House.demarche("rsa-demande")
            demarche.standIn = StandIn(rule: .forbidden)
            let id = try await open(house, demarche)
            #expect(try await file(house, id, clicker: .worker) == .personMustAct)
            #expect(try await file(house, id, clicker: .together) == nil)
        }
    }

    @Test(arguments: EngineKind.all)
    func `keeps the day of each decision: a new answer has its own, a payment does not move it`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let id = try await open(house, House.demarche("rsa-demande"))
            _ = try await file(house, id)
            let first = House.today.adding(days: -9)
            #expect(try await move(house, id, DossierMove(state: .refused, on: first, reason: .missingPieces)) == nil)
            #expect(try await dossier(house, id).decidedOn == first)
            #expect(try await move(house, id, DossierMove(state: .appealing)) == nil)
            #expect(try await move(house, id, DossierMove(state: .granted)) == nil)
            #expect(try await dossier(house, id).decidedOn == House.today)
            try await house.engine.execute("UPDATE dossiers SET decided_on = \(first.description) WHERE id = \(id.raw)")
            #expect(try await move(house, id, DossierMove(state: .obtained)) == nil)
            #expect(try await dossier(house, id).decidedOn == first)
        }
    }

    @Test(arguments: EngineKind.all)
    func `keeps the definition it was opened with when the catalogue changes`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, House.demarche("rsa-demande"))
            var changed = try House.demarche("rsa-demande")
            changed.title = "Un autre titre"
            changed.version += 1
            let other = try await open(house, changed)
            let again = try await house.base.openStore(house.engine, ids: orderedIDs("r"))
            let access = house.access(Cast.ines)
            #expect(try await again.readDossier(access, id: id, page: "t").demarche == House.demarche("rsa-demande"))
            #expect(try await again.readDossier(access, id: other, page: "t").demarche.title == "Un autre titre")
        }
    }

    @Test(arguments: EngineKind.all)
    func `follows its papers, those asked for afterwards included`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.ines)
            let id = try await open(house, House.demarche("rsa-demande"))
            let piece = try #require(try House.demarche("rsa-demande").pieces.first?.piece)
            for status in PieceFollowUp.Status.allCases {
                let version = try await dossier(house, id).version
                let line = PieceFollowUp(
                    piece: piece, status: status, issuedOn: House.today, note: "note \(status)", changedOn: House.today)
                try await house.store.savePieces(
                    access, form: newForm(), id: id, version: version, pieces: [line], work: noWork)
                let kept = try await house.store.readDossier(access, id: id, page: "t").pieces
                #expect(kept == [line])
            }
            _ = try await file(house, id)
            let asked = PieceFollowUp(
                piece: "lettre-libre", status: .asked, issuedOn: nil, note: "", changedOn: House.today,
                afterFiling: true)
            #expect(try await move(house, id, DossierMove(state: .piecesRequested, askedPieces: [asked])) == nil)
            let file = try await house.store.readDossier(access, id: id, page: "t")
            #expect(file.checklist.others.filter(\.afterFiling).map(\.piece) == ["lettre-libre"])
        }
    }

    @Test(arguments: EngineKind.all)
    func `opened for somebody new makes the person, the dossier, the activity and the journal together`(
        kind: EngineKind
    ) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.lucie)
            let before = try await house.store.journalLines(house.access(Cast.sophie), limit: 1)[0].sequence
            let id = try await house.store.openDossier(
                access, form: newForm(), person: .new(facts: ["repere": "Dame au parapluie"]),
                NewDossier(demarche: House.demarche("siao-115-urgence"), way: .standIn, reception: nil, minutes: 7))
            let file = try await house.store.readDossier(access, id: id, page: "t")
            #expect(file.usager.name.label == "Dame au parapluie")
            #expect(file.usager.referents.map(\.aidant) == [access.aidant])
            #expect(
                file.activities.map(\.activity) == [.init(kind: .opening, way: .standIn, minutes: 7, on: House.today)])
            let lines = try await house.store.journalLines(house.access(Cast.sophie), limit: 10)
            let actions = lines.filter { $0.sequence > before + 1 }.map(\.entry.action)
            #expect(Array(actions.suffix(2)) == [.dossierOpened, .usagerCreated])
        }
    }
}

@Suite struct `Activities` {
    @Test(arguments: EngineKind.all)
    func `are left by each act, with the way and the minutes, and corrected by their author`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.nadia)
            let id = try house.dossier("energie")
            func lines() async throws -> [ActivityLine] {
                try await house.store.readDossier(access, id: id, page: "t").activities
            }
            let before = try await lines().count
            let dossier = try await house.store.readDossier(access, id: id, page: "t").dossier
            try await house.store.saveFollowUp(
                access, form: newForm(), id: id, version: dossier.version, next: nil, follower: dossier.follower,
                way: .teach, note: "", work: Work(way: .teach, minutes: 9999))
            let line = try #require(try await lines().first)
            #expect(try await lines().count == before + 1)
            #expect(
                line.activity
                    == Activity(kind: .followUp, way: .teach, minutes: Activity.maximumMinutes, on: House.today))
            #expect(line.demarche == dossier.demarche && line.aidant == access.aidant)
            try await house.store.correctActivity(access, id: line.id, version: 1, way: .together, minutes: -3)
            #expect(try await lines().first?.activity.minutes == 0)
            await #expect(throws: StoreError.stale) {
                try await house.store.correctActivity(access, id: line.id, version: 1, way: .together, minutes: 5)
            }
            await #expect(throws: StoreError.notFound) {
                try await house.store.correctActivity(
                    house.access(Cast.ines), id: line.id, version: 2, way: .together, minutes: 5)
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `of the day are counted for their author`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.thomas)
            let before = try await house.store.today(access).doneToday
            #expect(before == (0, 0))
            try await house.store.recordReception(
                access, form: newForm(), usager: nil, demarche: House.demarche("rsa-demande"), way: .refer, minutes: 6)
            #expect(try await house.store.today(access).doneToday == (1, 6))
            #expect(try await house.store.today(house.access(Cast.thomas, daysAgo: -1)).doneToday == (0, 0))
        }
    }
}
