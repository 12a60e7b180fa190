import Domain
import HTTPTypes
import Testing
import World

@testable import Web

/// Roles × routes × whose thing it is: what each answers, from the policies of Domain.
@Suite struct `The matrix of rights` {
    static let readers = [
        Cast.lucie, Cast.nadia, Cast.ines, Cast.thomas, Cast.paul, Cast.sophie, Cast.admin,
    ].map(\.key)

    @Test(arguments: readers)
    func `every page answers what the policy says, and another structure's thing answers like one that does not exist`(
        key: String
    ) async throws {
        let reader = try #require(Cast.team.first { $0.key == key })
        try await withSite { site in
            let things = try await Things(site, for: reader)
            let browser = try await site.browser(reader)
            for route in site.declared where route.isPersonal && route.method == "GET" && route.subject != nil {
                var answers: [Target: Answer] = [:]
                for target in Target.allCases {
                    let answer = try await browser.get(route.address(target, in: site, things))
                    answers[target] = answer
                    let expected = Expected.page(route, reader.role, target)
                    #expect(
                        expected.contains(answer.status), "\(reader.role) GET \(route.path) \(target): \(answer.status)"
                    )
                    if !expected.contains(200) { #expect(!answer.text.contains("Marqueur"), "\(route.path) \(target)") }
                }
                if route.subject == .common { continue }
                #expect(answers[.elsewhere]?.bytes == answers[.unknown]?.bytes, "\(reader.role) GET \(route.path)")
                #expect(answers[.elsewhere]?.head.headerFields == answers[.unknown]?.head.headerFields, "\(route.path)")
            }
        }
    }

    @Test(arguments: readers)
    func `every form answers what the policy says, and changes nothing of another structure`(key: String) async throws {
        let reader = try #require(Cast.team.first { $0.key == key })
        try await withSite { site in
            let things = try await Things(site, for: reader)
            let browser = try await site.browser(reader)
            for route in site.declared where route.isPersonal && route.method == "POST" && route.subject != nil {
                var answers: [Target: Answer] = [:]
                for target in [Target.elsewhere, .unknown] {
                    let before = try await site.workRows()
                    let answer = try await browser.post(route.address(target, in: site, things))
                    answers[target] = answer
                    #expect(
                        [403, 404].contains(answer.status),
                        "\(reader.role) POST \(route.path) \(target): \(answer.status)")
                    #expect(try await site.workRows() == before, "\(reader.role) POST \(route.path) \(target)")
                }
                #expect(answers[.elsewhere]?.bytes == answers[.unknown]?.bytes, "\(reader.role) POST \(route.path)")
                for target in [Target.followed, .colleague] where !Expected.mayChange(route, reader.role, target) {
                    let before = try await site.workRows()
                    let answer = try await browser.post(route.address(target, in: site, things))
                    #expect(
                        [403, 404].contains(answer.status),
                        "\(reader.role) POST \(route.path) \(target): \(answer.status)")
                    #expect(try await site.workRows() == before, "\(reader.role) POST \(route.path) \(target)")
                }
            }
        }
    }

    @Test(arguments: readers) func `every page without a parameter opens or says that the role does not allow it`(
        key: String
    ) async throws {
        let reader = try #require(Cast.team.first { $0.key == key })
        try await withSite { site in
            let browser = try await site.browser(reader)
            for route in site.declared where route.isPersonal && route.method == "GET" && route.subject == nil {
                let answer = try await browser.get(route.path)
                let isOpen = route.right != .responsable || AidantPolicy.allows(.editSettings, role: reader.role)
                #expect(
                    isOpen ? [200, 303, 403].contains(answer.status) : answer.status == 403,
                    "\(reader.role) \(route.path): \(answer.status)")
                // An administrator reads no content: the name of nobody may come.
                if reader.role == .administrator {
                    for name in ["Diallo", "Petit", "Nguyễn", "Roche", "Lefèvre"] {
                        #expect(!answer.words.contains(name), "\(route.path) shows \(name) to the administrator")
                    }
                }
                #expect(!answer.text.contains("Confidentiel-Tilleuls"), "\(route.path)")
            }
        }
    }
}

private enum Expected {
    /// The statuses that a page may answer.
    static func page(_ route: DeclaredRoute, _ role: Role, _ target: Target) -> Set<Int> {
        if route.right == .responsable, !AidantPolicy.allows(.editSettings, role: role) { return [403] }
        switch route.subject {
        case nil: return [200, 303]
        case .common: return target == .unknown ? [404] : [200]
        case .activity: return maySee(route, role, target) ? [200] : [404]
        case .aidant, .invitation: return [404]
        case .usager, .dossier, .echeance:
            guard maySee(route, role, target) else {
                // Neither who may not see nor who asks for nothing learns whether it exists.
                return route.path.hasSuffix("/journal") && !AidantPolicy.allows(.readJournal, role: role)
                    ? [403, 404] : [404]
            }
            return mayOpen(route, role, target) ? [200] : [403]
        }
    }

    private static func relation(_ target: Target) -> Relation {
        switch target {
        case .followed: .referent
        case .colleague: .colleague
        case .elsewhere, .unknown: .stranger
        }
    }

    private static func maySee(_ route: DeclaredRoute, _ role: Role, _ target: Target) -> Bool {
        switch route.subject {
        case .usager: UsagerPolicy.allows(.see, role: role, relation: relation(target))
        case .activity: target == .followed && role != .administrator
        default:
            DossierPolicy.allows(.see, role: role, relation: relation(target), isOwn: target == .followed)
        }
    }

    /// Pages that are a form for an act: shown only to who may do it.
    private static func mayOpen(_ route: DeclaredRoute, _ role: Role, _ target: Target) -> Bool {
        let relation = relation(target)
        switch route.path {
        case "/usagers/:id/referents": return UsagerPolicy.allows(.changeReferents, role: role, relation: relation)
        case "/usagers/:id/modifier", "/usagers/:id/dossiers/nouveau":
            return UsagerPolicy.allows(.edit, role: role, relation: relation)
        case "/usagers/:id/journal": return AidantPolicy.allows(.readJournal, role: role)
        default: return true
        }
    }

    /// Whether a form may act at all for this reader and this thing.
    static func mayChange(_ route: DeclaredRoute, _ role: Role, _ target: Target) -> Bool {
        if route.right == .responsable { return AidantPolicy.allows(.editSettings, role: role) }
        let relation = relation(target)
        switch route.path {
        case "/usagers/:id/statut": return UsagerPolicy.allows(.archive, role: role, relation: relation)
        case "/usagers/:id/referents": return UsagerPolicy.allows(.changeReferents, role: role, relation: relation)
        default: break
        }
        switch route.subject {
        case .usager: return UsagerPolicy.allows(.edit, role: role, relation: relation)
        case .dossier, .echeance:
            return DossierPolicy.allows(.edit, role: role, relation: relation, isOwn: target == .followed)
        case .activity: return target == .followed && role != .administrator
        default: return true
        }
    }
}
