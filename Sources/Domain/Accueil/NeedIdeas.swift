/// The synonyms of the lexicon as ideas: expressions are found in a row of terms, the longest first, and give the idea
/// that they share; what they are made of still counts, for less.
struct NeedIdeas: Sendable {
    private struct Expression: Sendable {
        let stems: [String]
        let idea: String
    }

    /// Weight of a stem beside the idea that it gives, and of the parts of an expression.
    static let besideIdea = 0.4
    static let impliedWeight = 0.25
    static let weakWeight = 0.15
    static let pairWeight = 0.3

    /// By first stem, and by each idea that the first stem gives alone.
    private var expressions: [String: [Expression]] = [:]
    /// Stem → the ideas that it gives alone: inside an expression, "boulot" may stand for "travail".
    private var alone: [String: Set<String>] = [:]
    private var implied: [String: [String]] = [:]

    init(_ lexicon: Lexicon, _ reader: NeedReader) {
        var all: [Expression] = []
        for (number, group) in lexicon.synonyms.enumerated() {
            for text in group {
                let stems = reader.terms(of: NeedWord.split(text), correcting: false).map(\.stem)
                guard let first = stems.first else { continue }
                all.append(Expression(stems: stems, idea: "#\(number)"))
                if stems.count == 1 { alone[first, default: []].insert("#\(number)") }
            }
        }
        for expression in all {
            for key in Set([expression.stems[0]]).union(alone[expression.stems[0]] ?? []) {
                expressions[key, default: []].append(expression)
            }
        }
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
            _ key: String, _ weight: Double, _ words: ClosedRange<Int>, isWeak: Bool = false,
            _ origin: NeedFeature.Origin = .said
        ) {
            if let held = found[key], held.weight >= weight { return }
            found[key] = NeedFeature(key: key, weight: weight, words: words, isWeak: isWeak, origin: origin)
        }
        var covered = Set<Int>()
        var row: [(key: String, quality: Double, words: ClosedRange<Int>)] = []
        for place in terms.indices {
            let inside = covered.contains(place)
            let ideas = ideas(in: terms, at: place, single: inside)
            let length = ideas.first?.length ?? 0
            for (_, idea) in ideas {
                let part = terms[place..<(place + length)]
                let quality = (part.map(\.quality).min() ?? 1) * (inside ? Self.besideIdea : 1)
                let words = (part.map(\.words.lowerBound).min() ?? 0)...(part.map(\.words.upperBound).max() ?? 0)
                add(idea, quality, words)
                if !inside, idea == ideas.first?.idea { row.append((idea, quality, words)) }
            }
            covered.formUnion(place..<(place + length))
            let term = terms[place]
            if !covered.contains(place), !term.isWeak { row.append((term.stem, term.quality, term.words)) }
            let part = term.isWeak ? Self.weakWeight : covered.contains(place) ? Self.besideIdea : 1
            add(term.stem, term.quality * part, term.words, isWeak: term.isWeak)
        }
        for (left, right) in zip(row, row.dropFirst()) where left.key != right.key {
            let words = left.words.lowerBound...max(left.words.lowerBound, right.words.upperBound)
            add("\(left.key) \(right.key)", min(left.quality, right.quality) * Self.pairWeight, words, .pair)
        }
        if implying {
            for feature in found.values.sorted(by: { $0.key < $1.key }) {
                for key in implied[feature.key] ?? [] {
                    add(key, feature.weight * Self.impliedWeight, feature.words, .implied)
                }
            }
        }
        return found.values.sorted { $0.key < $1.key }
    }

    /// The ideas of the longest expression that begins here. `single`: of this word alone.
    private func ideas(in terms: [NeedTerm], at place: Int, single: Bool) -> [(length: Int, idea: String)] {
        let stem = terms[place].stem
        let own = (alone[stem] ?? []).sorted()
        var longest = 1
        var found = own
        for key in single ? [] : [stem] + own {
            for candidate in expressions[key] ?? [] where candidate.stems.count > 1 && candidate.stems.count >= longest
            {
                guard fits(candidate, terms, at: place) else { continue }
                if candidate.stems.count > longest { found = [] }
                longest = candidate.stems.count
                if !found.contains(candidate.idea) { found.append(candidate.idea) }
            }
        }
        return found.map { (longest, $0) }
    }

    private func fits(_ expression: Expression, _ terms: [NeedTerm], at place: Int) -> Bool {
        guard place + expression.stems.count <= terms.count else { return false }
        return zip(terms[place...], expression.stems).allSatisfy { term, stem in
            if term.stem == stem { return true }
            guard let ideas = alone[term.stem], let others = alone[stem] else { return false }
            return !ideas.isDisjoint(with: others)
        }
    }
}
