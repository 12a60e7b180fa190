/// A word of what was said, where it stands and folded.
struct NeedWord {
    let range: Range<String.Index>
    let folded: String

    /// Cuts at anything that is neither a letter, a digit nor a mark; a "+" that touches a word is said "plus".
    static func split(_ text: String) -> [NeedWord] {
        var words: [NeedWord] = []
        var start: String.Index?
        let scalars = text.unicodeScalars
        func close(at end: String.Index) {
            guard let first = start else { return }
            let folded = Folding.fold(String(text[first..<end]))
            if !folded.isEmpty { words.append(NeedWord(range: first..<end, folded: folded)) }
            start = nil
        }
        for index in scalars.indices {
            if isPartOfWord(scalars[index]) {
                if start == nil { start = index }
            } else {
                let touches = start != nil
                close(at: index)
                if touches, scalars[index] == "+" {
                    words.append(NeedWord(range: index..<scalars.index(after: index), folded: "plus"))
                }
            }
        }
        close(at: text.endIndex)
        return words
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (48...57).contains(scalar.value) || (97...122).contains(scalar.value | 0x20) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || [.nonspacingMark, .enclosingMark, .spacingMark, .format].contains(scalar.properties.generalCategory)
    }
}

/// A word that carries something: its stem, how sure the reading is (1 as typed, less when corrected), and which
/// words of the text it was read from.
struct NeedTerm: Equatable {
    var stem: String
    var quality: Double
    /// Too common to tell a need alone.
    var isWeak: Bool
    var words: ClosedRange<Int>

    /// Before the stem of a word that speaks of something else than a need: no wording holds it.
    static let elsewhere = "~"
}

/// One thing to look for: a stem, an idea of the lexicon or a pair of neighbours, with its weight.
struct NeedFeature: Equatable {
    var key: String
    var weight: Double
    var words: ClosedRange<Int>
    /// Too common to tell a need alone.
    var isWeak: Bool
    /// Where it comes from: a word or expression as said, two neighbours, or what a word only suggests.
    var origin: Origin

    enum Origin { case said, pair, implied }
}
