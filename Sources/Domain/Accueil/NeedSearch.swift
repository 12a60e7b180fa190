/// Finds the procedures that answer what a person says at the desk, in the words that they use.
///
/// The index is built once from the catalogue; a search reads nothing else and always answers the same.
public struct NeedSearch: Sendable {
    /// A procedure that may answer, with how well (0…1) and why.
    public struct Match: Sendable, Hashable {
        /// Id of the procedure in the catalogue.
        public let demarche: String
        public let score: Double
        public let because: Because

        public init(demarche: String, score: Double, because: Because) {
            self.demarche = demarche
            self.score = score
            self.because = because
        }
    }

    /// Why a procedure was found: data only, the sentence is made where pages are.
    public struct Because: Sendable, Hashable {
        public enum Target: Sendable, Hashable {
            case name(String)
            case phrase(String)
            case title(String)
            case organisme(String)
            case purpose(String)
        }

        /// The person's own words that counted, as typed.
        public let words: String
        /// What they met in the catalogue.
        public let target: Target

        public init(words: String, target: Target) {
            self.words = words
            self.target = target
        }
    }

    private let definitions: Definitions
    private let reader: NeedReader
    private let ideas: NeedIdeas
    private let index: NeedIndex

    /// - Parameter definitions: the whole catalogue, lexicon included.
    public init(_ definitions: Definitions) {
        var reader = NeedReader(definitions.lexicon)
        Self.teach(&reader, definitions)
        self.definitions = definitions
        self.reader = reader
        ideas = NeedIdeas(definitions.lexicon, reader)
        index = NeedIndex(definitions, reader, ideas)
    }

    private static func teach(_ reader: inout NeedReader, _ definitions: Definitions) {
        for demarche in definitions.demarches {
            for text in [demarche.title] + demarche.search.names { reader.learn(text, rank: 5) }
            for text in demarche.search.phrases { reader.learn(text, rank: 2) }
            reader.learn(demarche.purpose, rank: 1)
            reader.learn(demarche.platform, rank: 1)
        }
        for organisme in definitions.organismes {
            for text in [organisme.name, organisme.shortName] + organisme.otherNames { reader.learn(text, rank: 2) }
        }
        for text in definitions.lexicon.synonyms.joined() { reader.learn(text, rank: 3) }
        for text in definitions.lexicon.implied.keys { reader.learn(text, rank: 1) }
        reader.finish()
    }

    /// - Parameters:
    ///   - words: what the person says, as said or typed.
    ///   - limit: the greatest number of answers.
    /// - Returns: the procedures that may answer, the best first; none when the words point to nothing known.
    public func search(_ words: String, limit: Int = 10) -> [Match] {
        let said = NeedWord.split(words)
        let features = ideas.features(of: reader.terms(of: said, correcting: true), implying: true)
        guard features.contains(where: { !$0.isWeak }) else { return [] }
        var tally = NeedTally(index)
        tally.count(features)
        return tally.ranking(limit: limit).map { place, score in
            let because = reason(for: place, tally: tally, features: features, said: said, words: words)
            return Match(demarche: definitions.demarches[place].id, score: score, because: because)
        }
    }

    private func reason(
        for place: Int, tally: NeedTally, features: [NeedFeature], said: [NeedWord], words: String
    ) -> Because {
        let demarche = definitions.demarches[place]
        if let best = tally.bestWording(of: place) {
            let wording = index.wordings[best]
            let counted = features.filter { feature in
                index.inWordings[feature.key]?.contains { $0.place == best } ?? false
            }
            let target: Because.Target =
                switch wording.kind {
                case .name: .name(wording.text)
                case .phrase: .phrase(wording.text)
                case .title: .title(wording.text)
                }
            return Because(words: quote(counted, said, words), target: target)
        }
        let counted = features.filter { index.sides[$0.key]?[place] != nil }
        let fromOrganisme = counted.contains { index.sides[$0.key]?[place] == .organisme }
        let organisme = definitions.organisme(demarche.organisme)
        let target: Because.Target =
            fromOrganisme
            ? .organisme(organisme?.shortName ?? demarche.platform) : .purpose(demarche.purpose)
        return Because(words: quote(counted, said, words), target: target)
    }

    /// The words that counted as the person typed them; what stands between them is kept when it is short.
    private func quote(_ features: [NeedFeature], _ said: [NeedWord], _ words: String) -> String {
        let places = Set(features.flatMap { Array($0.words) }).sorted()
        var pieces: [Range<String.Index>] = []
        var last = -9
        for place in places {
            let range = said[place].range
            if let open = pieces.last, place - last <= 3 {
                pieces[pieces.count - 1] = open.lowerBound..<range.upperBound
            } else {
                pieces.append(range)
            }
            last = place
        }
        return pieces.map { String(words[$0]) }.joined(separator: " … ")
    }
}
