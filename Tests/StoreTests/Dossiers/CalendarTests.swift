import Database
import Domain
import Store
import Testing
import World

@Suite struct `The calendar of a person` {
    private let access: @Sendable (House) -> Access = { $0.access(Cast.ines) }

    /// A procedure with these deadlines only.
    private func demarche(_ deadlines: [Deadline], appeals: [Appeal] = [], silence: [Silence] = []) throws -> Demarche {
        var demarche = try House.demarche("rsa-demande")
        demarche.deadlines = deadlines
        demarche.appeals = appeals
        demarche.silence = silence
        demarche.processing = []
        return demarche
    }

    private func deadline(
        _ id: String, _ calculation: Deadline.Calculation, since: Deadline.Phase = .opening, loss: String? = "L",
        condition: Condition? = nil
    ) -> Deadline {
        Deadline(
            id: id, label: id, rule: Statement("r"), loss: loss, since: since, calculation: calculation,
            condition: condition)
    }

    private func open(_ house: House, _ demarche: Demarche) async throws -> ID<Dossier> {
        try await house.store.openDossier(
            access(house), form: newForm(), person: .known(house.usager("maya")),
            NewDossier(demarche: demarche, way: .together, reception: nil, minutes: 0))
    }

    private func dates(_ house: House, _ id: ID<Dossier>) async throws -> [Echeance] {
        try await house.store.readDossier(access(house), id: id, page: "t").echeances
    }

    private func waiting(_ house: House, _ id: ID<Dossier>) async throws -> [String] {
        try await dates(house, id).filter { $0.status != .done }.map { "\($0.kind.code) \($0.window.due)" }
    }

    private func file(_ house: House, _ id: ID<Dossier>, expectedOn: Day?) async throws {
        let version = try await house.store.version(access(house), of: id)
        let filing = Filing(
            channel: .paper, clicker: .person, reference: "", proof: .stamp, whyNoProof: "", on: House.today)
        try await house.store.fileDossier(
            access(house), form: newForm(), id: id, version: version, filing: filing, override: "o",
            expectedOn: expectedOn,
            next: nil, work: noWork
        ).get()
    }

    private func move(_ house: House, _ id: ID<Dossier>, _ move: DossierMove) async throws {
        let version = try await house.store.version(access(house), of: id)
        try await house.store.moveDossier(
            access(house), form: newForm(), id: id, version: version, move: move, work: noWork
        ).get()
    }

    private func next(_ house: House, _ id: ID<Dossier>, _ step: Dossier.NextStep?) async throws {
        let dossier = try await house.store.readDossier(access(house), id: id, page: "t").dossier
        try await house.store.saveFollowUp(
            access(house), form: newForm(), id: id, version: dossier.version, next: step, follower: dossier.follower,
            way: dossier.way, note: "", work: noWork)
    }

    @Test(arguments: EngineKind.all)
    func `puts the next occurrence in the place of the one that was done`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(
                house, demarche([deadline("trimestre", .every(months: 3, from: .opening, openDays: 30))]))
            #expect(try await waiting(house, id) == ["echeance:trimestre 2026-11-21"])
            for due in ["2027-02-21", "2027-05-21", "2027-08-21"] {
                let echeance = try #require(try await dates(house, id).first { $0.status != .done })
                _ = try await house.store.markDone(access(house), form: newForm(), id: echeance.id, work: noWork)
                #expect(try await waiting(house, id) == ["echeance:trimestre \(due)"])
            }
            let done = try await dates(house, id).filter { $0.status == .done }
            #expect(done.count == 3)
        }
    }

    @Test(arguments: EngineKind.all)
    func `has the monthly window of France Travail, from the 28th to the 15th`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, demarche([deadline("mois", .monthlyWindow(opensDay: 28, closesDay: 15))]))
            let first = try #require(try await dates(house, id).first)
            #expect(first.window == DueWindow(opens: Day(2026, 11, 28), due: try #require(Day(2026, 12, 15))))
            #expect(first.hasLoss)
            _ = try await house.store.markDone(access(house), form: newForm(), id: first.id, work: noWork)
            #expect(try await waiting(house, id) == ["echeance:mois 2027-01-15"])
        }
    }

    @Test(arguments: EngineKind.all)
    func `shows a month that was missed beside the next one, and no older one`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            var monthly = deadline("mois", .monthlyWindow(opensDay: 28, closesDay: 15, opensInFebruary: 26))
            monthly.missed = Statement("Se réinscrire")
            let id = try await open(house, demarche([monthly]))
            #expect(try await waiting(house, id) == ["echeance:mois 2026-12-15"])
            func seen(_ daysLater: Int) async throws -> [String] {
                let access = house.access(Cast.ines, daysAgo: -daysLater)
                let file = try await house.store.readDossier(access, id: id, page: "t")
                return file.echeances.filter { $0.status != .done }.map(\.window.due.description)
            }
            #expect(try await seen(24) == ["2026-12-15"])
            #expect(try await seen(25) == ["2026-12-15", "2027-01-15"])
            // Nobody opened the file for two months: the first page of the day is enough.
            let later = house.access(Cast.ines, daysAgo: -60)
            let lines = try await house.store.today(later).mine.filter { $0.echeance.dossier == id }
            #expect(lines.map(\.echeance.window.due.description) == ["2027-01-15"])
            #expect(try await seen(60) == ["2027-01-15", "2027-02-15"])
            let february = try await house.store.readDossier(
                house.access(Cast.ines, daysAgo: -90), id: id, page: "t"
            ).echeances
            #expect(february.last?.window == DueWindow(opens: Day(2027, 2, 26), due: try #require(Day(2027, 3, 15))))
            let missed = try #require(february.first)
            _ = try await house.store.markDone(
                house.access(Cast.ines, daysAgo: -90), form: newForm(), id: missed.id, work: noWork)
            #expect(try await seen(90) == ["2027-03-15"])
        }
    }

    @Test(arguments: EngineKind.all)
    func `done twice, by a second click or a colleague, counts once`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, demarche([deadline("mois", .monthlyWindow(opensDay: 28, closesDay: 15))]))
            let first = try #require(try await dates(house, id).first)
            for _ in 0..<2 {
                _ = try await house.store.markDone(
                    access(house), form: newForm(), id: first.id, work: Work(way: .teach, minutes: 2))
            }
            #expect(try await waiting(house, id) == ["echeance:mois 2027-01-15"])
            let acts = try await house.store.readDossier(access(house), id: id, page: "t").activities
            #expect(acts.filter { $0.activity.way == .teach }.count == 1)
        }
    }

    @Test(arguments: EngineKind.all)
    func `waits for the answer from the filing on, and no more once it came`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let silence = Silence(text: Statement("s"), meaning: .refusal, after: Delay(months: 2))
            let id = try await open(house, demarche([], silence: [silence]))
            #expect(try await waiting(house, id).isEmpty)
            try await file(house, id, expectedOn: House.today.adding(days: 30))
            #expect(try await waiting(house, id) == ["reponse 2026-12-21", "silence 2027-01-21"])
            try await move(house, id, DossierMove(state: .granted))
            #expect(try await waiting(house, id).isEmpty)
        }
    }

    @Test(arguments: EngineKind.all)
    func `shows the last day of an appeal after a refusal, and takes it away when the body gives in`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let appeal = Appeal(
                id: "amiable", level: "R", way: Statement("w"), limit: "2 mois", delay: Delay(months: 2))
            let id = try await open(house, demarche([], appeals: [appeal]))
            try await file(house, id, expectedOn: nil)
            try await move(house, id, DossierMove(state: .refused, on: Day(2026, 11, 20), reason: .late))
            let dates = try await dates(house, id)
            #expect(dates.map(\.kind) == [.appeal("amiable")])
            #expect(dates.first?.window == DueWindow(opens: Day(2026, 11, 20), due: try #require(Day(2027, 1, 20))))
            #expect(dates.first?.hasLoss == true)
            try await move(house, id, DossierMove(state: .granted))
            #expect(try await waiting(house, id).isEmpty)
        }
    }

    @Test(arguments: EngineKind.all)
    func `is empty for a procedure that was given up, and comes back with it`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, demarche([deadline("mois", .monthlyWindow(opensDay: 28, closesDay: 15))]))
            try await move(house, id, DossierMove(state: .abandoned, reason: .personRenounced))
            #expect(try await waiting(house, id).isEmpty)
            try await move(house, id, DossierMove(state: .preparing))
            #expect(try await waiting(house, id) == ["echeance:mois 2026-12-15"])
        }
    }

    @Test(arguments: EngineKind.all)
    func `follows the facts of the person, wherever they are typed`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let born = deadline("anniversaire", .after(.fact(FactID.birthDate), Delay(years: 40)))
            let married = deadline(
                "mois", .monthlyWindow(opensDay: 28, closesDay: 15),
                condition: .test(.fact("situation_familiale"), .equals("marie")))
            let id = try await open(house, demarche([born, married]))
            #expect(try await waiting(house, id).isEmpty)
            let usager = try await house.store.readFacts(access(house), id: house.usager("maya"))
            try await house.store.saveUsager(
                access(house), form: newForm(), id: usager.id, version: usager.version,
                facts: [FactID.birthDate: "1987-03-02", "situation_familiale": "marie"])
            #expect(try await waiting(house, id) == ["echeance:mois 2026-12-15", "echeance:anniversaire 2027-03-02"])
        }
    }

    @Test(arguments: EngineKind.all)
    func `has the next step with its day; done, it is a step no more, and a new one may fall on any day`(
        kind: EngineKind
    ) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, demarche([]))
            let day = House.today.adding(days: 10)
            try await next(house, id, .init(owner: .worker, day: day, what: "Appeler la Caf"))
            let step = try #require(try await dates(house, id).first)
            #expect(step.kind == .nextStep && !step.hasLoss)
            _ = try await house.store.markDone(access(house), form: newForm(), id: step.id, work: noWork)
            #expect(try await waiting(house, id).isEmpty)
            #expect(try await house.store.readDossier(access(house), id: id, page: "t").dossier.nextStep == nil)
            for other in [day, day.adding(days: -4), day.adding(days: 4)] {
                try await next(house, id, .init(owner: .person, day: other, what: "Signer"))
                #expect(try await waiting(house, id) == ["suite \(other)"])
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `puts a date off with a reason, never beyond what would be lost`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try await open(house, demarche([deadline("mois", .monthlyWindow(opensDay: 28, closesDay: 15))]))
            let date = try #require(try await dates(house, id).first)
            func snooze(_ day: Day, _ reason: String = "La personne rappelle lundi") async throws -> Echeance.Refusal? {
                let result = try await house.store.snooze(
                    access(house), form: newForm(), id: date.id, until: day, reason: reason)
                if case .failure(let refusal) = result { return refusal }
                return nil
            }
            #expect(try await snooze(House.today) == .snoozeInPast)
            #expect(try await snooze(date.window.due.adding(days: 1)) == .snoozeBeyondLoss(date.window.due))
            #expect(try await snooze(date.window.due, " ") == .reasonMissing)
            #expect(try await snooze(date.window.due) == nil)
            let snoozed = try #require(try await dates(house, id).first)
            #expect(snoozed.status == .snoozed && snoozed.snoozedUntil == date.window.due)
            #expect(snoozed.reason == "La personne rappelle lundi")
            // Another save of the dossier does not wake it up.
            try await next(house, id, nil)
            #expect(try await dates(house, id).first?.status == .snoozed)
            _ = try await house.store.markDone(access(house), form: newForm(), id: date.id, work: noWork)
            #expect(try await snooze(date.window.due) == .alreadyDone)
        }
    }
}

@Suite struct `Today` {
    @Test(arguments: EngineKind.all)
    func `shows what would be lost first, then by date, once shown and not before`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            var demarche = try House.demarche("rsa-demande")
            demarche.processing = []
            func once(_ id: String, _ days: Int, loss: Bool) -> Deadline {
                Deadline(
                    id: id, label: id, rule: Statement("r"), loss: loss ? "L" : nil,
                    calculation: .after(.opening, Delay(days: days)))
            }
            demarche.deadlines = [
                once("plus-tard", 20, loss: true), once("bientot", 3, loss: true), once("demain", 1, loss: false),
                once("semaine", 6, loss: false), once("lointain", 90, loss: true),
            ]
            let access = house.access(Cast.thomas)
            let id = try await house.store.openDossier(
                access, form: newForm(), person: .known(house.usager("maya")),
                NewDossier(demarche: demarche, way: .together, reception: nil, minutes: 0))
            func shown(_ daysAgo: Int) async throws -> [String] {
                try await house.store.today(house.access(Cast.thomas, daysAgo: daysAgo)).mine
                    .filter { $0.echeance.dossier == id }.map(\.echeance.kind.code)
            }
            #expect(
                try await shown(0) == ["echeance:bientot", "echeance:plus-tard", "echeance:demain", "echeance:semaine"])
            #expect(try await shown(-60).contains("echeance:lointain"))
            let mine = try await house.store.today(access)
            #expect(mine.mineTotal == mine.mine.count)
            #expect(mine.mine.first?.name.first == "Maya")
            #expect(mine.preparing.contains { $0.dossier == id })
        }
    }

    @Test(arguments: EngineKind.all)
    func `hides what was put off until its day`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let line = try #require(
                try await house.store.today(house.access(Cast.ines)).mine.first { !$0.echeance.hasLoss })
            _ = try await house.store.snooze(
                house.access(Cast.ines), form: newForm(), id: line.id, until: House.today.adding(days: 5), reason: "r"
            ).get()
            func isShown(_ daysAgo: Int) async throws -> Bool {
                try await house.store.today(house.access(Cast.ines, daysAgo: daysAgo)).mine.contains {
                    $0.id == line.id
                }
            }
            #expect(try await !isShown(0))
            #expect(try await !isShown(-4))
            #expect(try await isShown(-5))
        }
    }

    @Test(arguments: EngineKind.all)
    func `shows the work of an absent colleague to those who may take over`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let karim = house.built.aidant(Cast.karim)
            func relayed(_ colleague: Cast.Colleague, daysAgo: Int = 0) async throws -> Bool {
                try await house.store.today(house.access(colleague, daysAgo: daysAgo)).relayed.contains {
                    $0.aidant.id == karim
                }
            }
            for colleague in [Cast.ines, Cast.sophie, Cast.thomas, Cast.nadia] { #expect(try await relayed(colleague)) }
            for colleague in [Cast.lucie, Cast.paul, Cast.admin, Cast.claire] { #expect(try await !relayed(colleague)) }
            #expect(try await !relayed(Cast.karim))
            #expect(try await !relayed(Cast.ines, daysAgo: -7))
            try await house.store.setAbsence(house.access(Cast.karim), aidant: karim, nil)
            #expect(try await !relayed(Cast.ines))
        }
    }
}
