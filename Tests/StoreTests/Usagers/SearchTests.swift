import Database
import Domain
import Store
import Testing
import World

@Suite struct `Searching for a person` {
    private func names(_ house: House, _ query: String, _ by: Cast.Colleague = Cast.ines) async throws -> [String] {
        try await house.store.searchUsagers(house.access(by), query).map {
            $0.name.last.isEmpty ? $0.name.first + $0.name.label : $0.name.last
        }
    }

    @Test(arguments: [
        ("diallo", "Diallo"), ("DIALLO", "Diallo"), ("fatou dia", "Diallo"), ("dia fat", "Diallo"), ("allo", "Diallo"),
        ("nguyen", "Nguyễn"), ("Nguyễn", "Nguyễn"), ("thi mai", "Nguyễn"), ("aicha", "Lefèvre"), ("lefevre", "Lefèvre"),
        ("zoltowski", "O’Connor-Żółtowski"), ("o'connor", "O’Connor-Żółtowski"), ("o’connor zol", "O’Connor-Żółtowski"),
        ("connor", "O’Connor-Żółtowski"), ("vasseur", "Roche"), ("chien roux", "Monsieur au chien roux"),
        ("maya", "Maya"),
        ("06 39 98 01 12", "Diallo"), ("0639980112", "Diallo"), ("06.39.98.01.12", "Diallo"),
        ("+33 6 39 98 01 12", "Diallo"),
        ("0033639980112", "Diallo"), ("98 01 12", "Diallo"), ("mai.nguyen@", "Nguyễn"), ("4471208", "Diallo"),
        ("fatou 0639", "Diallo"),
    ])
    func `finds them by fragments, whatever the accents, the order and the groups of digits`(
        query: String, expected: String
    ) async throws {
        try await EngineKind.memory.withHouse { house async throws in
            #expect(try await names(house, query) == [expected])
        }
    }

    /// The first reading of the names is made once; the day's page does not wait for it.
    @Test(arguments: EngineKind.all)
    func `answers many at once, and the day names the same people before the names were read and after`(
        kind: EngineKind
    ) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.ines)
            let before = try await house.store.today(access).mine.map { "\($0.name.first) \($0.name.last)" }
            let found = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<12 { group.addTask { try await names(house, "diallo") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(found == Array(repeating: ["Diallo"], count: 12))
            #expect(before.contains { $0.count > 1 })
            #expect(try await house.store.today(access).mine.map { "\($0.name.first) \($0.name.last)" } == before)
        }
    }

    @Test(arguments: ["", " ", "zzz", "diallo zzz", "||", "%", "_", "'", "diallo|4471208", "\u{1}"])
    func `finds nobody where nothing fits`(query: String) async throws {
        try await EngineKind.memory.withHouse { house async throws in
            let found = try await names(house, query)
            #expect(query == "diallo|4471208" ? found == ["Diallo"] : query == "'" ? found.count == 1 : found.isEmpty)
        }
    }

    @Test(arguments: EngineKind.all)
    func `by a reference number is for those who may read it`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            #expect(try await names(house, "4471208", Cast.ines) == ["Diallo"])
            #expect(try await names(house, "4471208", Cast.lucie).isEmpty)
            #expect(try await names(house, "fatou 4471", Cast.lucie).isEmpty)
            #expect(try await names(house, "0639980112", Cast.lucie) == ["Diallo"])
            #expect(try await names(house, "connor", Cast.paul).count == 1)
            #expect(try await names(house, "diallo", Cast.paul).isEmpty)
        }
    }

    @Test(arguments: EngineKind.all)
    func `shows archived people last, however many there are`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.ines)
            for number in 0..<25 {
                let id = try await house.store.createUsager(
                    access, form: newForm(), facts: ["nom_usage": "Commun \(number)"])
                try await house.store.setStatus(access, id: id, version: 1, .archived)
            }
            let living = try await house.store.createUsager(
                access, form: newForm(), facts: ["nom_usage": "Commun vivant"])
            let inside = try await house.store.createUsager(access, form: newForm(), facts: ["nom_usage": "Lecommun"])
            let hits = try await house.store.searchUsagers(access, "commun", limit: 20)
            #expect(hits.count == 20)
            let (first, rest) = (hits.prefix(2).map(\.id), hits.dropFirst(2).filter { !$0.isArchived })
            #expect(first == [living, inside])
            #expect(rest.isEmpty)
        }
    }

    @Test(arguments: EngineKind.all)
    func `follows every change at once, forgets the old name, and keeps each person once`(kind: EngineKind) async throws
    {
        try await kind.withHouse { house async throws in
            let (access, id) = (house.access(Cast.ines), try house.usager("petit"))
            for name in ["Grand", "Moyen", "Dernier"] {
                let version = try await house.store.readFacts(access, id: id).version
                try await house.store.saveUsager(
                    access, form: newForm(), id: id, version: version, facts: ["nom_usage": name])
                #expect(try await house.store.searchUsagers(access, name).map(\.id) == [id])
            }
            for old in ["Petit", "Grand", "Moyen"] { #expect(try await names(house, old).isEmpty, "\(old)") }
            #expect(try await house.store.searchUsagers(access, "jean").map(\.id) == [id])
        }
    }

    @Test(arguments: EngineKind.lasting)
    func `sees what another process wrote, even when its clock is behind`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let engine = try await house.base.openEngine()
            let other = try await house.base.openStore(engine, ids: orderedIDs("o"))
            #expect(try await other.searchUsagers(house.access(Cast.ines), "diallo").count == 1)
            for (number, daysAgo) in [0, 3, 400].enumerated() {
                _ = try await house.store.createUsager(
                    house.access(Cast.ines, daysAgo: daysAgo), form: newForm(), facts: ["nom_usage": "Tardif\(number)"])
                #expect(
                    try await other.searchUsagers(house.access(Cast.ines), "tardif\(number)").count == 1, "\(daysAgo)")
            }
            await engine.close()
        }
    }

    @Test(arguments: EngineKind.all)
    func `is journaled once while it is being typed`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            func count() async throws -> Int {
                try await house.engine.count("SELECT COUNT(*) AS n FROM journal WHERE action = 'recherche'")
            }
            for query in ["d", "di", "dia", "dial"] { _ = try await names(house, query) }
            #expect(try await count() == 1)
            _ = try await house.store.searchUsagers(house.access(Cast.ines, minutes: 2), "diallo")
            _ = try await names(house, "roche", Cast.karim)
            #expect(try await count() == 3)
        }
    }

    @Test func `reads a structure of several batches whole`() async throws {
        try await EngineKind.memory.withHouse { house async throws in
            let access = house.access(Cast.ines)
            for start in stride(from: 0, to: 2300, by: 230) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in start..<start + 230 {
                        group.addTask {
                            _ = try await house.store.createUsager(
                                access, form: FormKey("lot-\(number)"),
                                facts: ["nom_usage": "Lot\(number)x", "repere": "lotissement"])
                        }
                    }
                    try await group.waitForAll()
                }
            }
            for number in [0, 1999, 2000, 2001, 2299] { #expect(try await names(house, "lot\(number)x").count == 1) }
            _ = try await house.store.createUsager(access, form: newForm(), facts: ["nom_usage": "Dernierlot"])
            #expect(try await names(house, "dernierlot").count == 1)
            #expect(try await house.store.searchUsagers(access, "lotissement", limit: 100).count == 100)
        }
    }
}

@Suite struct `A person who may be known already` {
    private func similar(_ house: House, _ facts: [String: String], _ by: Cast.Colleague = Cast.ines) async throws
        -> [String]
    {
        try await house.store.similarUsagers(house.access(by), facts: facts).map(\.name.last)
    }

    @Test(arguments: [
        ["prenom": "Fatou", "nom_usage": "Diallo"], ["prenom": "FATOU", "nom_usage": "DIALO"],
        ["prenom": "Diallo", "nom_usage": "Fatou"], ["prenom": "Fatou", "telephone": "+33639980112"],
        ["nom_naissance": "Diallo", "date_naissance": "1988-04-12"], ["prenom": "Fathou", "nom_usage": "Diallot"],
    ])
    func `is found by two things that agree, spelt otherwise or swapped`(facts: [String: String]) async throws {
        try await EngineKind.memory.withHouse { house async throws in
            #expect(try await similar(house, facts) == ["Diallo"])
        }
    }

    @Test func `is found under the name at birth`() async throws {
        try await EngineKind.memory.withHouse { house async throws in
            #expect(try await similar(house, ["prenom": "Odette", "nom_usage": "Vasseur"]) == ["Roche"])
        }
    }

    @Test(arguments: [
        ["prenom": "Fatou"], ["nom_usage": "Diallo"], ["prenom": "Fatou", "nom_usage": "Petit"], [:],
        ["prenom": "", "nom_usage": ""],
    ])
    func `is not suggested by one thing alone`(facts: [String: String]) async throws {
        try await EngineKind.memory.withHouse { house async throws in
            #expect(try await similar(house, facts).isEmpty)
        }
    }

    @Test(arguments: EngineKind.all)
    func `is suggested within what the reader may see, the closest first, never oneself`(kind: EngineKind) async throws
    {
        try await kind.withHouse { house async throws in
            let facts = ["prenom": "Fatou", "nom_usage": "Diallo"]
            #expect(try await similar(house, facts, Cast.lucie) == ["Diallo"])
            #expect(try await similar(house, facts, Cast.paul).isEmpty)
            #expect(try await similar(house, facts, Cast.claire).isEmpty)
            let access = house.access(Cast.ines)
            let own = try house.usager("diallo")
            #expect(try await house.store.similarUsagers(access, facts: facts, except: own).isEmpty)
            let twin = try await house.store.createUsager(
                access, form: newForm(), facts: facts.merging(["date_naissance": "1990-01-01"]) { $1 })
            let hits = try await house.store.similarUsagers(
                access, facts: facts.merging(["date_naissance": "1990-01-01"]) { $1 })
            #expect(hits.map(\.id) == [twin, own])
        }
    }
}
