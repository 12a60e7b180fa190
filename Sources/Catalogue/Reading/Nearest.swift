/// The known word closest to a misspelt one, for « vouliez-vous dire … ? ».
enum Nearest {
    /// The candidate at the smallest edit distance, when it is close enough to be a slip of the hand.
    static func to(_ word: String, in candidates: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().unicodeScalars)
        let limit = max(1, letters.count / 4)
        var best: (word: String, distance: Int)?
        for candidate in candidates where candidate != word {
            let other = Array(candidate.unicodeScalars)
            guard abs(other.count - letters.count) <= limit else { continue }
            let found = distance(letters, other)
            if found <= limit, found < best?.distance ?? Int.max { best = (candidate, found) }
        }
        return best?.word
    }

    /// ` Vouliez-vous dire « … » ?` or nothing.
    static func hint(_ word: String, in candidates: some Sequence<String>) -> String {
        to(word, in: candidates).map { " Vouliez-vous dire « \($0) » ?" } ?? ""
    }

    /// Insertions, deletions, replacements and swaps of two neighbours (optimal string alignment).
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int]()
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in 0..<b.count {
                var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
