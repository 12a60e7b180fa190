import Foundation

/// What the catalogue says of each procedure, weighed for search.
struct NeedIndex: Sendable {
    /// One wording that may match on its own: a name, a phrase, a title.
    struct Wording: Sendable {
        enum Kind: Sendable { case name, phrase, title }
        let kind: Kind
        let text: String
        let demarche: Int
        /// Sum of the weights of its features.
        fileprivate(set) var mass = 0.0
    }

    struct Posting: Sendable {
        let place: Int
        let weight: Double
    }

    /// Where a word of a procedure was found, beside its names and phrases.
    enum Side: Int, CaseIterable, Sendable {
        case organisme, purpose, audience, urgency, failure

        var weight: Double {
            switch self {
            case .organisme: 0.3
            case .purpose: 0.6
            case .audience, .urgency, .failure: 0.2
            }
        }
    }

    private(set) var wordings: [Wording] = []
    /// Feature → wordings that hold it, with the weight of the feature in each.
    private(set) var inWordings: [String: [Posting]] = [:]
    /// Feature → procedures that hold it anywhere, with how strongly (0…1).
    private(set) var inDemarches: [String: [Posting]] = [:]
    /// Feature → places beside names and phrases: procedure and side.
    private(set) var sides: [String: [Int: Side]] = [:]
    /// Feature → how telling it is, 0…1.
    private(set) var telling: [String: Double] = [:]
    let count: Int

    init(_ definitions: Definitions, _ reader: NeedReader, _ ideas: NeedIdeas) {
        count = definitions.demarches.count
        func features(_ text: String) -> [NeedFeature] {
            ideas.features(of: reader.terms(of: NeedWord.split(text), correcting: false))
        }
        var contents: [(wording: Int, features: [NeedFeature])] = []
        for (place, demarche) in definitions.demarches.enumerated() {
            for (kind, text) in Self.wordings(of: demarche) {
                contents.append((wordings.count, features(text)))
                wordings.append(Wording(kind: kind, text: text, demarche: place))
            }
            for (side, text) in Self.sides(of: demarche, definitions) {
                for feature in features(text) where sides[feature.key]?[place] == nil {
                    sides[feature.key, default: [:]][place] = side
                }
            }
        }
        weigh(contents)
    }

    private mutating func weigh(_ contents: [(wording: Int, features: [NeedFeature])]) {
        var strength: [String: [Int: Strength]] = [:]
        for (wording, features) in contents {
            for feature in features {
                let place = wordings[wording].demarche
                strength[feature.key, default: [:]][place, default: .init()].add(wordings[wording].kind, feature.weight)
            }
        }
        let all = Double(max(count, 1))
        for key in Set(strength.keys).union(sides.keys) {
            let spread = Double(strength[key]?.count ?? sides[key]?.count ?? 0)
            telling[key] = pow(max(0.06, log((all + 1) / (spread + 0.3)) / log((all + 1) / 1.3)), 0.8)
        }
        for (wording, features) in contents {
            for feature in features {
                let weight = feature.weight * (telling[feature.key] ?? 0)
                inWordings[feature.key, default: []].append(Posting(place: wording, weight: weight))
                wordings[wording].mass += weight
            }
        }
        for key in telling.keys {
            let holders = strength[key] ?? [:]
            let inOrder = holders.sorted { $0.key < $1.key }
            let total = inOrder.reduce(0) { $0 + $1.value.said }
            var postings = inOrder.map {
                Posting(place: $0.key, weight: $0.value.weight(among: total))
            }
            for (place, side) in (sides[key] ?? [:]).sorted(by: { $0.key < $1.key }) where holders[place] == nil {
                postings.append(Posting(place: place, weight: side.weight))
            }
            inDemarches[key] = postings
        }
    }

    /// How strongly the names, title and phrases of one procedure hold a feature.
    private struct Strength {
        var named = 0.0
        var said = 0.0

        mutating func add(_ kind: Wording.Kind, _ weight: Double) {
            switch kind {
            case .name: named = max(named, weight)
            case .title: named = max(named, weight * 0.9)
            case .phrase: break
            }
            said += weight
        }

        /// - Parameter total: how much all procedures say it: what one says more than others points to it.
        func weight(among total: Double) -> Double {
            let often = said / (said + 1)
            let own = total > 0 ? said / total : 0
            return min(1, max(named * 0.65, 0.45) + 0.3 * often + 0.35 * own)
        }
    }

    private static func wordings(of demarche: Demarche) -> [(Wording.Kind, String)] {
        [(.title, demarche.title)] + demarche.search.names.map { (.name, $0) }
            + demarche.search.phrases.map { (.phrase, $0) }
    }

    private static func sides(of demarche: Demarche, _ definitions: Definitions) -> [(Side, String)] {
        var texts: [(Side, String)] = [(.organisme, demarche.platform)]
        if let organisme = definitions.organisme(demarche.organisme) {
            texts += ([organisme.name, organisme.shortName] + organisme.otherNames).map { (.organisme, $0) }
        }
        texts.append((.purpose, demarche.purpose))
        texts += demarche.audience.map { (.audience, $0.text) }
        if let loss = demarche.urgency.loss { texts.append((.urgency, loss.text)) }
        texts += demarche.failures.map { (.failure, $0.cause.text) }
        return texts
    }
}
