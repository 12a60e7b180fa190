/// Reads French as it is spoken and typed at the desk: cuts it into terms, with the spellings and empty words of the
/// lexicon. Texts of the catalogue and words of the desk go through the same reader; only the latter are corrected.
struct NeedReader: Sendable {
    private let spellings: [String: [String]]
    private let emptyWords: Set<String>
    private let weakWords: Set<String>
    private let otherWords: Set<String>
    private var ranks: [String: Int] = [:]
    private var stems: Set<String> = []
    private var sorted: [String] = []
    private var spelling = NeedSpelling([:])

    init(_ lexicon: Lexicon) {
        spellings = lexicon.spellings.reduce(into: [:]) { map, pair in
            map[Folding.fold(pair.key)] = NeedWord.split(pair.value).map(\.folded)
        }
        emptyWords = Set(lexicon.emptyWords.flatMap { NeedWord.split($0).map(\.folded) })
        weakWords = Set(lexicon.weakWords.flatMap { NeedWord.split($0).map(\.folded) })
        otherWords = Set(lexicon.otherWords.flatMap { NeedWord.split($0).map(\.folded) })
    }

    /// Makes the words of a text known, so that misspelt ones are brought back to them.
    mutating func learn(_ text: String, rank: Int) {
        for word in NeedWord.split(text) where word.folded.utf8.count > 1 { ranks[word.folded, default: 0] += rank }
    }

    /// To call once after the last `learn`.
    mutating func finish() {
        sorted = ranks.keys.filter { (ranks[$0] ?? 0) > 0 }.sorted()
        stems = Set(sorted.map(FrenchStem.stem))
        for word in emptyWords.union(weakWords).union(otherWords) where ranks[word] == nil { ranks[word] = 0 }
        for word in spellings.keys where ranks[word] == nil && word.utf8.count > 3 { ranks[word] = 0 }
        spelling = NeedSpelling(ranks)
    }

    /// The terms of words in order, empty words left out. With `correcting`, words never seen are brought back to
    /// known ones, and the last one may be unfinished.
    func terms(of words: [NeedWord], correcting: Bool) -> [NeedTerm] {
        var terms: [NeedTerm] = []
        var place = 0
        while place < words.count {
            var length = 1
            var readings = [(words[place].folded, 1.0)]
            if correcting, let joined = joined(words, at: place) {
                (readings, length) = ([(joined.word, 1)], joined.length)
            } else if correcting {
                readings = self.readings(of: words[place].folded, mayBeUnfinished: place == words.count - 1)
            }
            for (word, quality) in readings {
                for written in spellings[word] ?? [word] where tells(written) {
                    let places = place...(place + length - 1)
                    let isOther = otherWords.contains(written)
                    let isWeak = isOther || weakWords.contains(written)
                    let stem = isOther ? NeedTerm.elsewhere + written : FrenchStem.stem(written)
                    terms.append(NeedTerm(stem: stem, quality: quality, isWeak: isWeak, words: places))
                }
            }
            place += length
        }
        return terms
    }

    /// Letters standing alone say nothing; figures may ("3 mois").
    private func tells(_ word: String) -> Bool {
        (word.utf8.count > 1 || word.utf8.first.map { (0x30...0x39).contains($0) } ?? false)
            && !emptyWords.contains(word)
    }

    private func isKnown(_ word: String) -> Bool {
        ranks[word] != nil || spellings[word] != nil
    }

    /// "m s a", "sur endettement": several words typed for one known word.
    private func joined(_ words: [NeedWord], at place: Int) -> (word: String, length: Int)? {
        let letters = words[place...].prefix { $0.folded.utf8.count == 1 }
        if letters.count >= 3 {
            let word = letters.map(\.folded).joined()
            if isKnown(word) { return (word, letters.count) }
        }
        guard place + 1 < words.count else { return nil }
        let (first, second) = (words[place].folded, words[place + 1].folded)
        guard first.utf8.count > 1, second.utf8.count > 1, !isKnown(first) || !isKnown(second) else { return nil }
        let word = first + second
        return word.utf8.count >= 6 && (ranks[word] ?? 0) > 0 ? (word, 2) : nil
    }

    /// What a word may stand for: itself, a glued article ("lelectricite"), two glued words ("poleemploi"), a slip or
    /// a sound, and for the word being typed, what it may become.
    private func readings(of word: String, mayBeUnfinished: Bool) -> [(String, Double)] {
        if isKnown(word) || word.utf8.count < 3 || stems.contains(FrenchStem.stem(word)) { return [(word, 1)] }
        if let rest = withoutArticle(word) { return [(rest, 0.95)] }
        if let parts = parts(of: word) { return parts.map { ($0, 0.9) } }
        let near = spelling.correction(of: word)
        if let near, near.quality >= 0.8 { return [near] }
        let continued = mayBeUnfinished ? continuations(of: word) : []
        if !continued.isEmpty { return continued.map { ($0, 0.6) } }
        return [near ?? (word, 1)]
    }

    private func withoutArticle(_ word: String) -> String? {
        for start in ["l", "d", "j", "m", "t", "s", "n", "qu"] where word.hasPrefix(start) {
            let rest = String(word.dropFirst(start.count))
            guard rest.utf8.count >= 3, let first = rest.utf8.first, "aeiouyh".utf8.contains(first) else { continue }
            if isKnown(rest) { return rest }
        }
        return nil
    }

    private func parts(of word: String) -> [String]? {
        guard word.utf8.count >= 6 else { return nil }
        for cut in 2...(word.utf8.count - 2) {
            let parts = [String(word.prefix(cut)), String(word.dropFirst(cut))]
            guard parts.allSatisfy({ isKnown($0) && ($0.utf8.count > 2 || emptyWords.contains($0)) }) else { continue }
            if parts.contains(where: { (ranks[$0] ?? 0) > 0 }) { return parts }
        }
        return nil
    }

    /// The words that begin so; none when too many do.
    private func continuations(of start: String) -> [String] {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < start { low = middle + 1 } else { high = middle }
        }
        let found = sorted[low...].prefix { $0.hasPrefix(start) }
        var seen: Set<String> = []
        let distinct = found.filter { seen.insert(FrenchStem.stem($0)).inserted }
        return distinct.count <= 6 ? Array(distinct) : []
    }
}
