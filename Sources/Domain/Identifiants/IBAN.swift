/// An international bank account number (ISO 13616): country, key modulo 97, then the account in the country's shape.
enum IBAN {
    static func check(_ raw: String) throws(FormatProblem) -> String {
        var text = LooseText.compact(raw).uppercased()
        if text.hasPrefix("IBAN") { text = LooseText.compact(String(text.dropFirst(4)), dropping: " :") }
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ isDigit($0) || isLetter($0) }) else { throw .ibanCharacters }
        guard bytes.count >= 4, isLetter(bytes[0]), isLetter(bytes[1]), isDigit(bytes[2]), isDigit(bytes[3])
        else { throw .ibanCharacters }
        let country = String(text.prefix(2))
        guard let shape = shapes[country] else { throw .ibanCountry(country) }
        guard bytes.count == shape.count + 4 else {
            throw .ibanLength(country: country, expected: shape.count + 4, found: bytes.count)
        }
        guard zip(bytes.dropFirst(4), shape).allSatisfy({ allows($1, $0) }) else {
            throw .ibanStructure(country: country)
        }
        guard remainder(bytes) == 1 else { throw .ibanChecksum }
        return text
    }

    /// Of the number made of the account, the country and the key (A = 10 … Z = 35), modulo 97.
    private static func remainder(_ bytes: [UInt8]) -> Int {
        (bytes.dropFirst(4) + bytes.prefix(4)).reduce(0) { rest, byte in
            isDigit(byte) ? (rest * 10 + Int(byte) - 48) % 97 : (rest * 100 + Int(byte) - 55) % 97
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

    private static func allows(_ kind: Character, _ byte: UInt8) -> Bool {
        switch kind {
        case "n": isDigit(byte)
        case "a": isLetter(byte)
        default: isDigit(byte) || isLetter(byte)
        }
    }

    /// Country → one letter per character of the account: n digit, a letter, c either.
    private static let shapes: [String: [Character]] = Dictionary(
        uniqueKeysWithValues: registry.split { $0 == "," || $0.isNewline }.map { line in
            let parts = line.split(separator: " ")
            return (String(parts[0]), expanded(parts[1]))
        })

    /// `4a10n` → aaaannnnnnnnnn.
    private static func expanded(_ shape: Substring) -> [Character] {
        var result: [Character] = []
        var count = 0
        for character in shape {
            if let digit = character.wholeNumberValue {
                count = count * 10 + digit
            } else {
                result += Array(repeating: character, count: count)
                count = 0
            }
        }
        return result
    }

    /// The shapes of SWIFT's public IBAN registry (release 101).
    private static let registry = """
        AD 8n12c, AE 19n, AL 8n16c, AT 16n, AZ 4a20c, BA 16n, BE 12n, BG 4a6n8c, BH 4a14c, BI 23n, BR 23n1a1c,
        BY 4c4n16c, CH 5n12c, CR 18n, CY 8n16c, CZ 20n, DE 18n, DJ 23n, DK 14n, DO 4c20n, EE 16n, EG 25n, ES 20n,
        FI 14n, FK 2a12n, FO 14n, FR 10n11c2n, GB 4a14n, GE 2a16n, GI 4a15c, GL 14n, GR 7n16c, GT 24c, HN 4a20n,
        HR 17n, HU 24n, IE 4a14n, IL 19n, IQ 4a15n, IS 22n, IT 1a10n12c, JO 4a4n18c, KW 4a22c, KZ 3n13c,
        LB 4n20c, LC 4a24c, LI 5n12c, LT 16n, LU 3n13c, LV 4a13c, LY 21n, MC 10n11c2n, MD 20c, ME 18n,
        MK 3n10c2n, MN 16n, MR 23n, MT 4a5n18c, MU 4a19n3a, NI 4a20n, NL 4a10n, NO 11n, OM 3n16c, PK 4a16c,
        PL 24n, PS 4a21c, PT 21n, QA 4a21c, RO 4a16c, RS 18n, RU 14n15c, SA 2n18c, SC 4a20n3a, SD 14n, SE 20n,
        SI 15n, SK 20n, SM 1a10n12c, SO 19n, ST 21n, SV 4a20n, TL 19n, TN 20n, TR 6n16c, UA 6n19c, VA 18n,
        VG 4a16n, XK 16n, YE 4a4n18c
        """
}
