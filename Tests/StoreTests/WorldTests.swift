import Database
import Domain
import Store
import Testing
import World

@Suite struct `The invented world` {
    @Test(arguments: EngineKind.all)
    func `is written whole, with a dossier in most states and a journal that holds`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            #expect(House.definitions.demarches.count >= 16)
            #expect(house.built.usagers.count == 9)
            #expect(house.built.dossiers.count == 9)
            var states: Set<Dossier.State> = []
            for (name, id) in house.built.dossiers {
                let by = name == "ailleurs" ? Cast.claire : Cast.ines
                states.insert(try await house.store.readDossier(house.access(by), id: id, page: "test").dossier.state)
            }
            #expect(states.isSuperset(of: [.preparing, .filed, .piecesRequested, .obtained, .refused, .stopped]))
            let reports = try await house.store.verifyJournal()
            #expect(reports.count == 2)
            #expect(reports.allSatisfy { $0.fault == nil && $0.lines > 0 })
        }
    }
}
