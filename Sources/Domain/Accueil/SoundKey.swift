/// How a folded French word sounds, roughly: "kaf" and "caf", "amploi" and "emploi" get the same key.
enum SoundKey {
    /// Letter groups and the sound that they make; the first that fits what follows wins.
    private static let groups = [(String, String, Follow)]([
        ("eaux", "o", .any), ("tion", "sO", .any), ("eau", "o", .any), ("aux", "o", .end), ("oin", "WI", .consonant),
        ("ain", "I", .consonant), ("ein", "I", .consonant), ("ien", "iI", .consonant), ("aim", "I", .consonant),
        ("sch", "C", .any), ("gue", "ge", .any), ("gui", "gi", .any), ("ill", "i", .any), ("ail", "ai", .any),
        ("ent", "A", .end), ("ch", "C", .any), ("ph", "f", .any), ("th", "t", .any), ("gn", "n", .any),
        ("qu", "k", .any),
        ("ck", "k", .any), ("cc", "k", .hard), ("ss", "s", .any), ("sc", "s", .soft), ("ou", "U", .any),
        ("oi", "W", .any),
        ("oy", "W", .any), ("au", "o", .any), ("ai", "e", .any), ("ei", "e", .any), ("ay", "e", .any),
        ("eu", "e", .any),
        ("oe", "e", .any), ("er", "e", .end), ("ez", "e", .end), ("et", "e", .end), ("an", "A", .consonant),
        ("am", "A", .labial), ("en", "A", .consonant), ("em", "A", .labial), ("in", "I", .consonant),
        ("im", "I", .labial), ("yn", "I", .consonant), ("um", "I", .end), ("un", "I", .consonant),
        ("on", "O", .consonant),
        ("om", "O", .labial), ("ge", "j", .vowel), ("c", "s", .soft), ("g", "j", .soft), ("c", "k", .any),
        ("q", "k", .any),
        ("x", "ks", .letter), ("z", "s", .any), ("y", "i", .any), ("w", "v", .any), ("h", "", .any),
    ]).map { (letters: Array($0.0.utf8), sound: Array($0.1.utf8), before: $0.2) }

    private enum Follow {
        case any, end, letter, consonant, labial, soft, hard, vowel

        func allows(_ next: UInt8?) -> Bool {
            switch self {
            case .any: true
            case .end: next == nil
            case .letter: next != nil
            case .consonant: next.map { !isVowel($0) && !"nm".utf8.contains($0) } ?? true
            case .labial: next.map { "bp".utf8.contains($0) } ?? false
            case .soft: next.map { "eiy".utf8.contains($0) } ?? false
            case .hard: next.map { !"eiy".utf8.contains($0) } ?? true
            case .vowel: next.map { "aou".utf8.contains($0) } ?? false
            }
        }

        private func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }
    }

    /// - Parameter word: already folded. Words with digits are their own key.
    static func key(_ word: String) -> String {
        let letters = Array(word.utf8)
        guard letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        let kept = withoutSilentEnd(letters)
        var sounds: [UInt8] = []
        var place = 0
        while place < kept.count {
            let (sound, length) = sound(in: kept, at: place)
            for one in sound where sounds.last != one { sounds.append(one) }
            place += length
        }
        return String(decoding: sounds, as: UTF8.self)
    }

    private static func sound(in letters: [UInt8], at place: Int) -> ([UInt8], Int) {
        for group in groups {
            let end = place + group.letters.count
            guard end <= letters.count, letters[place..<end].elementsEqual(group.letters) else { continue }
            if group.before.allows(end < letters.count ? letters[end] : nil) { return (group.sound, end - place) }
        }
        return ([letters[place]], 1)
    }

    /// Final e, s, t, d, x, p and plural endings are not heard.
    private static func withoutSilentEnd(_ letters: [UInt8]) -> [UInt8] {
        var kept = letters
        while kept.count > 2, let last = kept.last, "estdxp".utf8.contains(last) {
            if last == 0x74, kept.count > 3, kept.suffix(2).elementsEqual("et".utf8) { break }
            kept.removeLast()
        }
        return kept
    }
}
