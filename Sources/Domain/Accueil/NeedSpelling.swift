/// Finds the known word that an unknown one stands for: same sound, or one or two slips of the finger.
struct NeedSpelling: Sendable {
    private struct Known: Sendable {
        let word: String
        let letters: [UInt8]
        let mask: UInt32
        let sound: String
        /// How much the word says in the catalogue; decides between equals.
        let rank: Int
    }

    private let words: [Known]
    private let byLength: [Int: [Int]]
    private let bySound: [String: [Int]]

    /// - Parameter ranks: every known folded word with how often the catalogue says it.
    init(_ ranks: [String: Int]) {
        let words = ranks.keys.sorted().map { word in
            let letters = Array(word.utf8)
            return Known(
                word: word, letters: letters, mask: Self.mask(letters), sound: SoundKey.key(word),
                rank: ranks[word] ?? 0
            )
        }
        self.words = words
        byLength = Dictionary(grouping: words.indices) { words[$0].letters.count }
        bySound = Dictionary(grouping: words.indices) { words[$0].sound }
    }

    /// - Returns: the best known word and how sure it is (below 1), or nil when nothing is near enough.
    func correction(of word: String) -> (word: String, quality: Double)? {
        let letters = Array(word.utf8)
        guard letters.count >= 3, !letters.contains(where: { $0 < 0x61 || $0 > 0x7A }) else { return nil }
        let sound = SoundKey.key(word)
        var best: (index: Int, quality: Double)?
        func offer(_ index: Int, _ quality: Double) {
            guard let held = best else { return best = (index, quality) }
            if (quality, words[index].rank) > (held.quality, words[held.index].rank) { best = (index, quality) }
        }
        for index in bySound[sound] ?? [] where sound.utf8.count > 2 || letters.count <= 3 {
            offer(index, Self.sameSound(letters, words[index].letters))
        }
        let mask = Self.mask(letters)
        let reach = letters.count >= 8 ? 2 : letters.count >= 4 ? 1 : 0
        for length in stride(from: letters.count - reach, through: letters.count + reach, by: 1) where reach > 0 {
            for index in byLength[length] ?? [] where (words[index].mask ^ mask).nonzeroBitCount <= 2 * reach {
                guard let slips = Self.distance(letters, words[index].letters, atMost: reach) else { continue }
                if slips == 2, words[index].letters.first != letters.first { continue }
                if letters.count == 4, words[index].letters.count < 4 { continue }
                var quality = slips == 1 ? 0.8 : 0.65
                if words[index].letters.first != letters.first { quality -= 0.15 }
                if words[index].sound == sound { quality += 0.1 }
                offer(index, quality)
            }
        }
        return best.map { (words[$0.index].word, $0.quality) }
    }

    private static func sameSound(_ a: [UInt8], _ b: [UInt8]) -> Double {
        abs(a.count - b.count) <= 3 ? 0.85 - 0.01 * Double(abs(a.count - b.count)) : 0.6
    }

    private static func mask(_ letters: [UInt8]) -> UInt32 {
        letters.reduce(0) { $0 | (1 << UInt32($1 & 31)) }
    }

    /// Insertions, removals, changes and swaps of neighbours; nil beyond `limit`.
    static func distance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for row in 0..<a.count {
            var current = [row + 1]
            current.reserveCapacity(b.count + 1)
            for column in 0..<b.count {
                let change = previous[column] + (a[row] == b[column] ? 0 : 1)
                var cost = min(change, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            if let least = current.min(), least > limit { return nil }
            before = previous
            previous = current
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }
}
