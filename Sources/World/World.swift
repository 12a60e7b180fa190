import Domain
import Store

/// Writes the invented world into an empty store: the demo, the tests and the screenshots tell one story.
public struct World: Sendable {
    let store: Store
    let definitions: Definitions
    /// The present of the story; everything else is placed around it.
    let now: Moment

    public init(store: Store, definitions: Definitions, now: Moment) {
        self.store = store
        self.definitions = definitions
        self.now = now
    }

    /// Two structures, colleagues of every role, people with dossiers in every state.
    public func ordinary() async throws -> Built {
        var built = try await structures()
        try await team(&built)
        try await people(&built)
        try await dossiers(&built)
        let absence = Absence(from: now.day.adding(days: -3), through: now.day.adding(days: 6))
        try await store.setAbsence(access(built, Cast.sophie), aidant: built.aidant(Cast.karim), absence)
        return built
    }

    private func structures() async throws -> Built {
        let long = now.adding(days: -200)
        let ccas = try await store.createStructure(
            name: Cast.ccas, phone: "03 86 55 01 00", address: "2 place de l’Église, 58330 Valsauge",
            settings: StructureSettings(
                blocks: ["identite", "contact", "references", "protection", "situation", "ressources"],
                specialRoles: [.socialWorker, .responsable]),
            first: account(Cast.sophie), onlyIfEmpty: false, now: long)
        let other = try await store.createStructure(
            name: Cast.association, first: account(Cast.claire), onlyIfEmpty: false, now: long)
        return Built(
            ccas: ccas.structure, association: other.structure,
            aidants: [Cast.sophie.key: ccas.aidant, Cast.claire.key: other.aidant], usagers: [:], dossiers: [:])
    }

    private func account(_ colleague: Cast.Colleague) -> NewAidant {
        NewAidant(
            firstName: colleague.firstName, lastName: colleague.lastName, email: colleague.email, role: colleague.role,
            password: Cast.password)
    }

    private func team(_ built: inout Built) async throws {
        for colleague in Cast.team.dropFirst() {
            built.aidants[colleague.key] = try await store.addAidant(
                account(colleague), to: built.ccas, now: now.adding(days: -190))
        }
    }

    /// Acts as a colleague of the CCAS (or of the association for Claire), `daysAgo` days before the present.
    public func access(_ built: Built, _ colleague: Cast.Colleague, daysAgo: Int = 0) -> Access {
        Access(
            aidant: built.aidant(colleague),
            structure: colleague.key == Cast.claire.key ? built.association : built.ccas,
            role: colleague.role, session: "monde", now: now.adding(days: -daysAgo),
            settings: StructureSettings(specialRoles: [.socialWorker, .responsable]))
    }

    private func people(_ built: inout Built) async throws {
        let files: [(String, Cast.Colleague, [String: String], Int)] = [
            ("diallo", Cast.ines, People.diallo, 120), ("petit", Cast.ines, People.petit, 60),
            ("nguyen", Cast.ines, People.nguyen, 70), ("roche", Cast.karim, People.roche, 90),
            ("homme", Cast.lucie, People.man, 5), ("lefevre", Cast.nadia, People.lefevre, 40),
            ("maya", Cast.thomas, People.maya, 12), ("oconnor", Cast.paul, People.oconnor, 30),
            ("inconnu", Cast.claire, People.stranger, 15),
        ]
        for (name, colleague, facts, days) in files {
            built.usagers[name] = try await store.createUsager(
                access(built, colleague, daysAgo: days), form: FormKey("monde-\(name)"), facts: facts)
        }
    }
}
