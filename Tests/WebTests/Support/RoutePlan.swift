import Database
import Domain
import Store
import Testing
import World

@testable import Web

/// What stands in the place of `:id` when a test goes through every declared route.
enum Target: String, CaseIterable, Sendable {
    /// Somebody whom the reader follows, or something of theirs.
    case followed
    /// Of the reader's structure, followed by a colleague.
    case colleague
    /// Of another structure.
    case elsewhere
    case unknown
}

extension DeclaredRoute {
    var isPersonal: Bool { right != .visitor }

    /// What the parameter of the route names; nil when there is none.
    enum Subject: Sendable {
        case usager, dossier, echeance, activity, aidant, invitation
        /// Part of the catalogue or of the programme: the same for everybody.
        case common
    }

    var subject: Subject? {
        guard path.contains(":") else { return nil }
        return switch path.split(separator: "/").first {
        case "usagers": .usager
        case "dossiers": .dossier
        case "echeances": .echeance
        case "activites": .activity
        case "structure": path.contains("invitations") ? .invitation : .aidant
        default: .common
        }
    }

    /// The address of the route for a thing of that kind.
    func address(_ target: Target, in site: Site, _ things: Things) -> String {
        let id =
            switch subject {
            case nil: ""
            case .usager: things.usagers[target] ?? ""
            case .dossier: things.dossiers[target] ?? ""
            case .echeance: things.echeances[target] ?? ""
            case .activity: things.activities[target] ?? ""
            case .aidant: things.aidants[target] ?? ""
            case .invitation: things.invitations[target] ?? ""
            case .common: target == .unknown ? Things.unknown : common
            }
        return path.split(separator: "/").map { $0.hasPrefix(":") ? id : String($0) }.reduce("") { "\($0)/\($1)" }
    }

    /// Something of the catalogue or of the files that exists.
    private var common: String {
        switch path.split(separator: "/").first {
        case "demarches": "rsa-demande"
        case "organismes": Site.definitions.organismes.first?.id ?? ""
        case "assets": "cordee.css"
        default: Things.unknown
        }
    }
}

/// One identifier of each kind, as seen by a colleague of the CCAS.
struct Things: Sendable {
    static let unknown = "aaaaaaaaaaaaaaaaaaaaaaaaaa"

    var usagers: [Target: String] = [.unknown: unknown]
    var dossiers: [Target: String] = [.unknown: unknown]
    var echeances: [Target: String] = [.unknown: unknown]
    var activities: [Target: String] = [.unknown: unknown]
    var aidants: [Target: String] = [.unknown: unknown]
    var invitations: [Target: String] = [.unknown: unknown]

    /// Gives each colleague a person of their own, so that « followed » means something for all.
    init(_ site: Site, for reader: Cast.Colleague) async throws {
        let ofReader: String = try await Self.followed(site, reader)
        let dossier = try await Self.open(site, ofReader, reader)
        let elsewhere = try await Self.open(site, site.usager("inconnu").raw, Cast.claire)
        usagers.merge([
            .followed: ofReader, .colleague: site.usager("roche").raw, .elsewhere: site.usager("inconnu").raw,
        ]) { $1 }
        dossiers.merge([.followed: dossier, .colleague: site.dossier("c2s").raw, .elsewhere: elsewhere]) { $1 }
        aidants.merge([
            .followed: site.built.aidant(Cast.lucie).raw, .colleague: site.built.aidant(Cast.nadia).raw,
            .elsewhere: site.built.aidant(Cast.claire).raw,
        ]) { $1 }
        for target in [Target.followed, .colleague, .elsewhere] {
            let id = dossiers[target] ?? ""
            echeances[target] = try await site.id(
                "SELECT id FROM echeances WHERE dossier_id = \(id) ORDER BY due LIMIT 1")
            activities[target] = try await site.id(
                "SELECT id FROM activites WHERE dossier_id = \(id) ORDER BY at LIMIT 1")
            let inviter = target == .elsewhere ? Cast.claire : Cast.sophie
            _ = try await site.store.invite(
                site.access(inviter), form: .init("invitation-\(target)"), firstName: "Zoé", lastName: "",
                email: "zoe.\(target)@exemple.example", role: .reception)
            invitations[target] = try await site.id("SELECT id FROM invitations ORDER BY rowid DESC LIMIT 1")
        }
    }

    private static func followed(_ site: Site, _ reader: Cast.Colleague) async throws -> String {
        // An administrator reads no file: a colleague's stands in.
        let by = reader.role == .administrator ? Cast.ines : reader
        return try await site.store.createUsager(
            site.access(by), form: .init("suivi"), facts: ["prenom": "Témoin", "nom_usage": "Marqueur-Suivi"]
        ).raw
    }

    private static func open(_ site: Site, _ usager: String, _ reader: Cast.Colleague) async throws -> String {
        let by = reader.role == .administrator ? Cast.ines : reader
        let demarche = try #require(Site.definitions.demarche("france-travail-actualisation"))
        return try await site.store.openDossier(
            site.access(by), form: .init("dossier"), person: .known(ID(usager)),
            .init(demarche: demarche, way: .together, reception: nil, minutes: 5)
        ).raw
    }
}

extension Site {
    /// A colleague who acts through the Store, now.
    func access(_ colleague: Cast.Colleague) -> Access {
        Access(
            aidant: built.aidant(colleague), structure: structure(of: colleague), role: colleague.role,
            session: "essai",
            now: clock.now, settings: .init(specialRoles: [.socialWorker, .responsable]))
    }
}
