import Domain
import Store

extension World {
    /// Dossiers in every state, so that each screen has something true to show.
    func dossiers(_ built: inout Built) async throws {
        try await quarterlyDeclaration(&built)
        try await monthlyUpdate(&built)
        try await housingAid(&built)
        try await healthCover(&built)
        try await unpaidEnergy(&built)
        try await emergencyShelter(&built)
        try await overpaymentRefused(&built)
        try await mailbox(&built)
        try await ofTheOtherStructure(&built)
    }

    private func open(
        _ built: inout Built, _ name: String, _ demarche: String, _ usager: String, _ by: Cast.Colleague, daysAgo: Int,
        way: Way = .together, reception: Reception? = nil, minutes: Int = 12
    ) async throws -> ID<Dossier>? {
        guard let definition = definitions.demarche(demarche), let person = built.usagers[usager] else { return nil }
        let id = try await store.openDossier(
            access(built, by, daysAgo: daysAgo), form: FormKey("monde-dossier-\(name)"), person: .known(person),
            NewDossier(demarche: definition, way: way, reception: reception, minutes: minutes))
        built.dossiers[name] = id
        return id
    }

    /// Reads the present version, then acts: the same road as a page.
    private func file(_ built: Built, _ id: ID<Dossier>, _ by: Cast.Colleague, daysAgo: Int) async throws -> DossierFile
    {
        try await store.readDossier(access(built, by, daysAgo: daysAgo), id: id, page: "monde")
    }

    private func send(
        _ built: Built, _ id: ID<Dossier>, _ by: Cast.Colleague, daysAgo: Int, reference: String,
        channel: Filing.Channel = .online, expectedIn days: Int
    ) async throws {
        let version = try await file(built, id, by, daysAgo: daysAgo).dossier.version
        let on = now.adding(days: -daysAgo).day
        _ = try await store.fileDossier(
            access(built, by, daysAgo: daysAgo), form: FormKey("monde-depot-\(id)"), id: id, version: version,
            filing: Filing(
                channel: channel, clicker: .together, reference: reference, proof: .receipt, whyNoProof: "", on: on),
            override: "La personne apporte le reste à l’agence.", expectedOn: on.adding(days: days),
            next: .init(owner: .organisme, day: on.adding(days: days), what: "Répondre à la demande."),
            work: Work(way: .together, minutes: 25)
        ).get()
    }

    private func quarterlyDeclaration(_ built: inout Built) async throws {
        let reception = Reception(
            words: "ma caf elle marche plus et j’ai pas eu mon rsa", urgency: .today, obstacles: [.noMobile],
            alone: [.readScreen, .confirm], proposed: .together, whyOtherwise: "")
        guard
            let id = try await open(
                &built, "declaration", "caf-declaration-trimestrielle", "diallo", Cast.ines, daysAgo: 1,
                reception: reception)
        else { return }
        let file = try await file(built, id, Cast.ines, daysAgo: 1)
        try await store.savePieces(
            access(built, Cast.ines, daysAgo: 1), form: FormKey("monde-pieces-declaration"), id: id,
            version: file.dossier.version,
            pieces: file.demarche.pieces.prefix(1).map {
                PieceFollowUp(
                    piece: $0.piece, status: .received, issuedOn: now.day.adding(days: -20), note: "",
                    changedOn: now.day.adding(days: -1))
            }, work: Work(way: .together, minutes: 6))
        let before = try await self.file(built, id, Cast.ines, daysAgo: 1)
        try await store.saveAnswers(
            access(built, Cast.ines, daysAgo: 1), form: FormKey("monde-reponses-declaration"), id: id,
            version: before.dossier.version, usagerVersion: before.usager.version,
            values: [
                "aide_declaree": "rsa", "date_limite": now.day.adding(days: 9).description, "acces_compte": "oui",
                "mois_affiches": "decales", "revenus_periode": "salaire", "nature_montant": "net_a_payer",
                "enfant_travaille": "non", "salaire_1": "1212.00", "salaire_2": "1184.50",
            ], work: Work(way: .together, minutes: 7))
        let again = try await self.file(built, id, Cast.ines, daysAgo: 1)
        try await store.saveFollowUp(
            access(built, Cast.ines, daysAgo: 1), form: FormKey("monde-suite-declaration"), id: id,
            version: again.dossier.version,
            next: .init(owner: .person, day: now.day.adding(days: 2), what: "Rapporter le bulletin de paie d’août."),
            follower: built.aidant(Cast.ines), way: .together, note: "Préfère venir le matin.",
            work: Work(way: .together, minutes: 3))
    }

    private func monthlyUpdate(_ built: inout Built) async throws {
        guard
            let id = try await open(
                &built, "actualisation", "france-travail-actualisation", "petit", Cast.ines, daysAgo: 24)
        else { return }
        try await send(built, id, Cast.ines, daysAgo: 22, reference: "", expectedIn: 5)
        try await move(built, id, Cast.ines, daysAgo: 16, DossierMove(state: .obtained, on: now.day.adding(days: -16)))
    }

    private func housingAid(_ built: inout Built) async throws {
        guard let id = try await open(&built, "logement", "aide-logement-demande", "nguyen", Cast.ines, daysAgo: 62)
        else { return }
        try await send(built, id, Cast.ines, daysAgo: 61, reference: "AL-2026-4471", expectedIn: 61)
    }

    private func healthCover(_ built: inout Built) async throws {
        guard
            let id = try await open(
                &built, "c2s", "c2s-demande", "roche", Cast.karim, daysAgo: 40, way: .standIn)
        else { return }
        try await send(built, id, Cast.karim, daysAgo: 38, reference: "C2S 88", channel: .paper, expectedIn: 45)
        let asked = PieceFollowUp(
            piece: "avis-impot", status: .asked, issuedOn: nil, note: "Demandé par courrier.",
            changedOn: now.day.adding(days: -6), afterFiling: true)
        try await move(
            built, id, Cast.karim, daysAgo: 6,
            DossierMove(
                state: .piecesRequested, askedPieces: [asked],
                next: .init(owner: .person, day: now.day.adding(days: 4), what: "Apporter l’avis d’impôt.")))
    }

    private func unpaidEnergy(_ built: inout Built) async throws {
        let reception = Reception(
            words: "on va me couper l’électricité", urgency: .thisWeek, obstacles: [.fear], alone: [],
            proposed: .standIn,
            whyOtherwise: "La personne veut appeler elle-même.")
        _ = try await open(
            &built, "energie", "energie-impayes", "lefevre", Cast.nadia, daysAgo: 2, reception: reception)
    }

    private func emergencyShelter(_ built: inout Built) async throws {
        _ = try await open(
            &built, "115", "siao-115-urgence", "homme", Cast.lucie, daysAgo: 0, way: .together, minutes: 8)
    }

    private func overpaymentRefused(_ built: inout Built) async throws {
        guard
            let id = try await open(
                &built, "trop-percu", "caf-trop-percu-contestation", "diallo", Cast.ines, daysAgo: 75)
        else { return }
        try await send(built, id, Cast.ines, daysAgo: 74, reference: "R-118", channel: .paper, expectedIn: 60)
        try await move(
            built, id, Cast.ines, daysAgo: 15,
            DossierMove(
                state: .refused, on: now.day.adding(days: -15), reason: .error, why: "La caisse maintient la dette."))
    }

    private func mailbox(_ built: inout Built) async throws {
        guard
            let id = try await open(&built, "mail", "boite-mail-creation", "maya", Cast.thomas, daysAgo: 3, way: .teach)
        else { return }
        let screen = definitions.demarche("boite-mail-creation")?.screens.last
        try await move(
            built, id, Cast.thomas, daysAgo: 3,
            DossierMove(
                state: .stopped, why: "Le code par SMS n’arrive pas.", screen: screen?.id,
                field: screen?.fields.first?.id,
                next: .init(
                    owner: .together, day: now.day.adding(days: 1), what: "Réessayer avec un autre fournisseur.")))
    }

    private func ofTheOtherStructure(_ built: inout Built) async throws {
        _ = try await open(&built, "ailleurs", "rsa-demande", "inconnu", Cast.claire, daysAgo: 4)
    }

    private func move(
        _ built: Built, _ id: ID<Dossier>, _ by: Cast.Colleague, daysAgo: Int, _ move: DossierMove
    ) async throws {
        let version = try await file(built, id, by, daysAgo: daysAgo).dossier.version
        try await store.moveDossier(
            access(built, by, daysAgo: daysAgo), form: FormKey("monde-etat-\(id)-\(move.state.rawValue)"), id: id,
            version: version, move: move, work: Work(way: .together, minutes: 5)
        ).get()
    }
}
