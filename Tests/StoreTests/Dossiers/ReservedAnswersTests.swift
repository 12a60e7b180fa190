import Domain
import Store
import Testing
import World

@Suite struct `Answers reserved to some roles` {
    /// Only what a reception agent may not see.
    private func reservedOnly() throws -> Demarche {
        var demarche = try House.demarche("rsa-demande")
        demarche.questions = demarche.questions.filter { question in
            question.fact.flatMap { House.definitions.fact($0) }?.sensitivity == .social
        }
        (demarche.screens, demarche.checks, demarche.pieces) = ([], [], [])
        return demarche
    }

    @Test(arguments: EngineKind.all)
    func `are counted apart, never as missing, and stop a filing that does not say why`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let access = house.access(Cast.lucie)
            let id = try await house.store.openDossier(
                access, form: newForm(), person: .known(house.usager("maya")),
                NewDossier(demarche: try reservedOnly(), way: .together, reception: nil, minutes: 4))
            let mine = try await house.store.readDossier(access, id: id, page: "t")
            #expect(mine.reserved.count > 0 && mine.reserved.sensitivities == [.social])
            #expect(mine.findings.isEmpty)
            let hers = try await house.store.readDossier(house.access(Cast.ines), id: id, page: "t")
            #expect(hers.reserved == ReservedAnswers())
            #expect(hers.findings.count == mine.reserved.count)

            func file(_ override: String) async throws -> Dossier.Refusal? {
                let filing = Filing(
                    channel: .online, clicker: .together, reference: "", proof: .receipt, whyNoProof: "",
                    on: House.today)
                let result = try await house.store.fileDossier(
                    access, form: newForm(), id: id, version: mine.dossier.version, filing: filing,
                    override: override, expectedOn: nil, next: nil, work: noWork)
                if case .failure(let refusal) = result { return refusal }
                return nil
            }
            let refused = try await file("")
            #expect(refused == .reservedAnswers(mine.reserved.count))
            let filed = try await file("La personne est pressée")
            #expect(filed == nil)
        }
    }

    @Test(arguments: EngineKind.all)
    func `that a colleague has completed are asked of nobody`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let lucie = house.access(Cast.lucie)
            let ines = house.access(Cast.ines)
            var demarche = try reservedOnly()
            demarche.questions = demarche.questions.filter { $0.fact == "situation_familiale" }
            try #require(demarche.questions.count == 1)
            let id = try await house.store.openDossier(
                lucie, form: newForm(), person: .known(house.usager("maya")),
                NewDossier(demarche: demarche, way: .together, reception: nil, minutes: 4))
            let file = try await house.store.readDossier(ines, id: id, page: "t")
            #expect(try await house.store.readDossier(lucie, id: id, page: "t").reserved.count == 1)
            try await house.store.saveAnswers(
                ines, form: newForm(), id: id, version: file.dossier.version, usagerVersion: file.usager.version,
                values: [demarche.questions[0].id: "celibataire"], work: noWork)
            #expect(try await house.store.readDossier(lucie, id: id, page: "t").reserved.count == 0)
        }
    }
}
