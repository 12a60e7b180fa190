/// The count of one search: how much of what was said each procedure explains, and how near its nearest wording is.
struct NeedTally {
    private let index: NeedIndex
    private var asked = 0.0
    private var explained: [Double]
    private var common: [Double]
    private var touched: [Int] = []

    /// Below this, an answer is noise.
    static let floor = 0.13

    init(_ index: NeedIndex) {
        self.index = index
        explained = Array(repeating: 0, count: index.count)
        common = Array(repeating: 0, count: index.wordings.count)
    }

    mutating func count(_ features: [NeedFeature]) {
        for feature in features {
            if feature.key.hasPrefix(NeedTerm.elsewhere) { asked += feature.origin == .said ? Self.elsewhere : 0 }
            guard let telling = index.telling[feature.key] else {
                if feature.origin == .said, !feature.key.hasPrefix("#") { asked += Self.unknown * feature.weight }
                continue
            }
            let weight = feature.weight * telling
            if feature.origin == .said { asked += weight }
            for posting in index.inDemarches[feature.key] ?? [] { explained[posting.place] += weight * posting.weight }
            if feature.origin == .implied { continue }
            for posting in index.inWordings[feature.key] ?? [] {
                if common[posting.place] == 0 { touched.append(posting.place) }
                common[posting.place] += min(weight, posting.weight)
            }
        }
    }

    /// What a word that the catalogue never says takes from the confidence.
    static let unknown = 0.2

    /// What a word about something else takes from it: "le match de ce soir" is no night to shelter.
    static let elsewhere = 2.0

    func ranking(limit: Int) -> [(place: Int, score: Double)] {
        guard asked > 0 else { return [] }
        var near = Array(repeating: 0.0, count: index.count)
        var second = Array(repeating: 0.0, count: index.count)
        var named = Array(repeating: 0.0, count: index.count)
        for wording in touched {
            let place = index.wordings[wording].demarche
            let likeness = likeness(of: wording)
            if likeness > near[place] {
                second[place] = near[place]
                near[place] = likeness
            } else if likeness > second[place] {
                second[place] = likeness
            }
            if index.wordings[wording].kind != .phrase { named[place] = max(named[place], naming(of: wording)) }
        }
        let scored = (0..<index.count).map { place in
            let score =
                Weights.bag * min(1, explained[place] / asked) + Weights.near * near[place]
                + Weights.second * second[place] + Weights.named * named[place]
            return (place: place, score: min(1, score))
        }
        let kept = scored.filter { $0.score >= Self.floor }
            .sorted { ($0.score, $1.place) > ($1.score, $0.place) }
        return Array(kept.prefix(limit))
    }

    /// Found by trying on the catalogue's phrases, each searched for without itself.
    private enum Weights {
        static let bag = 0.5
        static let near = 0.3
        static let second = 0.13
        static let named = 0.12
    }

    /// 1 when the wording and what was said are the same.
    private func likeness(of wording: Int) -> Double {
        2 * common[wording] / (asked + index.wordings[wording].mass)
    }

    /// 1 when a whole telling name was said and nothing else; less when it stands in a long story.
    private func naming(of wording: Int) -> Double {
        let mass = index.wordings[wording].mass
        guard mass > 0 else { return 0 }
        let part = common[wording] / mass
        let share = min(1, common[wording] / asked)
        return part * part * min(1, mass) * (0.3 + 0.7 * share)
    }

    /// The wording nearest to what was said; nil when only the texts beside names and phrases were met.
    func bestWording(of place: Int) -> Int? {
        touched.filter { index.wordings[$0].demarche == place }
            .max { (likeness(of: $0), $1) < (likeness(of: $1), $0) }
    }
}
