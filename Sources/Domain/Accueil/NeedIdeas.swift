/// The synonyms of the lexicon as ideas: expressions are found in a row of terms, the longest first, and give the idea
/// that they share; what they are made of still counts, for less.
struct NeedIdeas: Sendable {
    private struct Expression: Sendable {
        let stems: [String]
        let idea: String
    }

    /// Weight of a stem beside the idea that it gives, and of the parts of an expression.
    static let besideIdea = 0.35
    static let impliedWeight = 0.4
    static let weakWeight = 0.15

    private var expressions: [String: [Expression]] = [:]
    private var implied: [String: [String]] = [:]

    init(_ lexicon: Lexicon, _ reader: NeedReader) {
        for (number, group) in lexicon.synonyms.enumerated() {
            for text in group {
                let stems = reader.terms(of: NeedWord.split(text), correcting: false).map(\.stem)
                guard let first = stems.first else { continue }
                expressions[first, default: []].append(Expression(stems: stems, idea: "#\(number)"))
            }
        }
        for key in expressions.keys { expressions[key]?.sort { $0.stems.count > $1.stems.count } }
        var table: [String: [String]] = [:]
        for (said, meant) in lexicon.implied.sorted(by: { $0.key < $1.key }) {
            let targets = meant.flatMap { main($0, reader) }
            for source in main(said, reader) { table[source, default: []].append(contentsOf: targets) }
        }
        implied = table
    }

    /// The strongest features of a text: its ideas, or its stems when it has none.
    private func main(_ text: String, _ reader: NeedReader) -> [String] {
        features(of: reader.terms(of: NeedWord.split(text), correcting: false)).filter { $0.weight >= 1 }.map(\.key)
    }

    /// What a row of terms says. `implying` adds what is only suggested, for the words of the desk.
    func features(of terms: [NeedTerm], implying: Bool = false) -> [NeedFeature] {
        var found: [String: NeedFeature] = [:]
        func add(
            _ key: String, _ weight: Double, _ words: ClosedRange<Int>, isWeak: Bool = false, isSaid: Bool = true
        ) {
            if let held = found[key], held.weight >= weight { return }
            found[key] = NeedFeature(key: key, weight: weight, words: words, isWeak: isWeak, isSaid: isSaid)
        }
        var covered = Set<Int>()
        for place in terms.indices {
            let inside = covered.contains(place)
            let ideas = ideas(in: terms, at: place, alone: inside)
            let length = ideas.first?.length ?? 0
            for (_, idea) in ideas {
                let part = terms[place..<(place + length)]
                let quality = (part.map(\.quality).min() ?? 1) * (inside ? Self.besideIdea : 1)
                let words = (part.map(\.words.lowerBound).min() ?? 0)...(part.map(\.words.upperBound).max() ?? 0)
                add(idea, quality, words)
            }
            covered.formUnion(place..<(place + length))
            let term = terms[place]
            let part = term.isWeak ? Self.weakWeight : covered.contains(place) ? Self.besideIdea : 1
            add(term.stem, term.quality * part, term.words, isWeak: term.isWeak)
        }
        if implying {
            for feature in found.values.sorted(by: { $0.key < $1.key }) {
                for key in implied[feature.key] ?? [] {
                    add(key, feature.weight * Self.impliedWeight, feature.words, isSaid: false)
                }
            }
        }
        return found.values.sorted { $0.key < $1.key }
    }

    /// The ideas of the longest expression that begins here; `alone`: single words only.
    private func ideas(in terms: [NeedTerm], at place: Int, alone: Bool) -> [(length: Int, idea: String)] {
        guard let candidates = expressions[terms[place].stem] else { return [] }
        let fitting = candidates.filter { candidate in
            if alone && candidate.stems.count > 1 { return false }
            let end = place + candidate.stems.count
            return end <= terms.count && terms[place..<end].map(\.stem) == candidate.stems
        }
        guard let longest = fitting.first?.stems.count else { return [] }
        return fitting.filter { $0.stems.count == longest }.map { ($0.stems.count, $0.idea) }
    }
}
