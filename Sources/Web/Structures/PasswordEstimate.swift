import Domain

/// How many bits somebody would have to guess who tries words, runs of the keyboard, repeats and years first.
///
/// An estimate for refusing what falls quickly, not a promise: 50 bits with the limits on tries (Cnil, délibération
/// 2022-100, case 2). Characters in no known pattern count as drawn at random among their kind.
struct PasswordEstimate {
    static let least = 50.0

    let bits: Double

    init(_ password: String, words: Set<String>) {
        let typed = Array(password)
        // Each character as it is pronounced to a guesser: without case or accent.
        let plain = typed.map { Folding.fold(String($0)).first ?? $0 }
        var total = 0.0
        var index = 0
        while index < plain.count {
            let (length, cost) = Self.pattern(plain, index, words) ?? (1, Self.alone(plain[index]))
            total += cost
            index += length
        }
        let capitals = typed.dropFirst().filter(\.isUppercase).count
        bits = total + Double(min(capitals, 6))
    }

    private static func alone(_ character: Character) -> Double {
        if character.isNumber { return 3.3 }
        if character.isLetter { return 4.7 }
        return character == " " ? 1 : 5
    }

    /// The longest thing that a guesser would try as one: its length and what it costs to guess.
    private static func pattern(_ text: [Character], _ start: Int, _ words: Set<String>) -> (Int, Double)? {
        let found = [word(text, start, words), run(text, start), repeats(text, start), year(text, start)].compactMap(
            \.self)
        return found.max { $0.0 < $1.0 }
    }

    private static func word(_ text: [Character], _ start: Int, _ words: Set<String>) -> (Int, Double)? {
        for length in stride(from: min(24, text.count - start), through: 4, by: -1)
        where words.contains(String(text[start..<start + length])) { return (length, 9) }
        return nil
    }

    private static let rows = [
        "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "&é\"'(-è_çà", "1a2z3e4r5t", "1q2w3e4r5t",
    ].flatMap { [Array($0), Array($0.reversed())] }

    /// A walk along the keyboard, the alphabet or the digits.
    private static func run(_ text: [Character], _ start: Int) -> (Int, Double)? {
        var longest = 0
        for row in rows {
            guard let at = row.firstIndex(of: text[start]) else { continue }
            longest = max(longest, zip(row[at...], text[start...]).prefix { $0 == $1 }.count)
        }
        return longest >= 3 ? (longest, 7) : nil
    }

    /// What was just written, written again.
    private static func repeats(_ text: [Character], _ start: Int) -> (Int, Double)? {
        for length in stride(from: min(start, text.count - start), through: 1, by: -1)
        where text[start - length..<start].elementsEqual(text[start..<start + length]) { return (length, 1) }
        return nil
    }

    private static func year(_ text: [Character], _ start: Int) -> (Int, Double)? {
        guard start + 4 <= text.count, let number = Int(String(text[start..<start + 4])) else { return nil }
        return (1900...2099).contains(number) ? (4, 6.5) : nil
    }
}
