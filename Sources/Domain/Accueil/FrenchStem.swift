/// A light stem for folded French words, so that "déclarer", "déclaration" and "déclaré" meet.
///
/// Both sides of a search go through it: what matters is that forms of one word agree, not that the stem is a word.
enum FrenchStem {
    /// Longest endings first; each is taken off only when enough of the word stays.
    private static let endings = [(String, String, Int)]([
        ("issement", "", 3), ("ication", "", 3), ("atrice", "", 4), ("ateur", "", 5), ("ation", "", 3),
        ("ution", "u", 3), ("issent", "", 3), ("issait", "", 3), ("issant", "", 3),
        ("ement", "", 4), ("aient", "", 3), ("eraient", "", 3), ("erait", "", 3), ("erais", "", 3),
        ("eront", "", 3), ("erons", "", 3), ("erai", "", 3), ("eras", "", 3), ("erez", "", 3), ("era", "", 3),
        ("euse", "eu", 3), ("iere", "i", 2), ("ante", "", 4), ("ance", "", 4), ("able", "", 4), ("ive", "if", 3),
        ("ure", "", 4), ("ant", "", 4), ("ent", "", 4), ("ais", "", 3), ("ait", "", 3), ("ez", "", 3), ("er", "", 3),
        ("ee", "", 3),
        ("ie", "i", 3), ("ir", "i", 3), ("it", "i", 4), ("is", "i", 4), ("e", "", 3), ("s", "", 4), ("a", "", 4),
    ]).map { (ending: Array($0.0.utf8), replacement: Array($0.1.utf8), keep: $0.2) }

    /// - Parameter word: already folded, one word.
    /// - Returns: the stem; the word itself when short or holding a digit.
    static func stem(_ word: String) -> String {
        var letters = Array(word.utf8)
        guard letters.count > 3, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        letters = singular(letters)
        for (ending, replacement, keep) in endings
        where letters.count - ending.count >= keep && letters.suffix(ending.count).elementsEqual(ending) {
            letters.removeLast(ending.count)
            letters.append(contentsOf: replacement)
            break
        }
        return String(decoding: undoubled(letters), as: UTF8.self)
    }

    /// A plural goes on as its singular: "loyers" and "loyer", "pensions" and "pension" meet.
    private static func singular(_ letters: [UInt8]) -> [UInt8] {
        guard letters.count > 4, let last = letters.last, last == 0x73 || last == 0x78 else { return letters }
        let stays = ["ss", "us", "is", "ais"].contains { letters.suffix($0.utf8.count).elementsEqual($0.utf8) }
        return stays ? letters : letters.dropLast()
    }

    /// "appell" and "appel", "donn" and "don" are one.
    private static func undoubled(_ letters: [UInt8]) -> [UInt8] {
        var letters = letters
        if letters.count > 3, let last = letters.last, letters[letters.count - 2] == last, last != 0x65 {
            letters.removeLast()
        }
        return letters
    }
}
