/// Numbers given by administrations and suppliers.
enum DigitNumbers {
    /// 14 digits with two Luhn keys: that of the SIREN (first nine) and that of the whole. The establishments of La
    /// Poste, but the head office, have a sum of digits that is a multiple of 5 instead (Insee).
    static func siret(_ raw: String) throws(FormatProblem) -> String {
        let text = try digits(raw, .siret, count: 14)
        let isPoste = text.hasPrefix("356000000") && text != "35600000000048"
        let wholeIsRight = isPoste ? values(text).reduce(0, +) % 5 == 0 : isLuhn(text)
        guard isLuhn(text.prefix(9)), wholeIsRight else { throw .luhn }
        return text
    }

    /// 13 digits, the first from 0 to 3; the last three are the first ten modulo 511. The rule of the key is public:
    /// European Commission, TIN algorithms (France), as implemented by python-stdnum `fr.nif`.
    static func taxNumber(_ raw: String) throws(FormatProblem) -> String {
        let text = try digits(raw, .taxNumber, count: 13)
        guard "0123".contains(text.prefix(1)) else { throw .taxNumberFirstDigit }
        guard let body = Int(text.prefix(10)), let key = Int(text.suffix(3)), body % 511 == key else {
            throw .taxNumberKey
        }
        return text
    }

    /// A number of digits without a public key.
    static func fixed(_ raw: String, _ type: ValueType) throws(FormatProblem) -> String {
        switch type {
        case .taxAccessNumber: try digits(raw, type, count: 7)
        case .foreignerNumber: try digits(raw, type, count: 10)
        default: try digits(raw, type, count: 14)
        }
    }

    /// A number whose shape is known and not always alike. The shapes are doubtful (see the facts), so they are wide.
    static func shaped(_ raw: String, _ type: ValueType) throws(FormatProblem) -> String {
        let text = LooseText.compact(raw).uppercased()
        let isRight =
            switch type {
            case .gasPoint:
                text.isDigits && text.count == 14
                    || text.hasPrefix("GI") && text.count == 8 && text.dropFirst(2).isDigits
            case .cafNumber: isCaf(text)
            case .franceTravailNumber: isFranceTravail(text)
            default: (15...20).contains(text.count) && text.utf8.allSatisfy(isAlphanumeric)
            }
        guard isRight else { throw .shape(type) }
        return text
    }

    /// Six to eight digits, sometimes followed by a letter.
    private static func isCaf(_ text: String) -> Bool {
        let digits = text.last.map { $0.isLetter } == true ? text.dropLast() : text[...]
        return digits.isDigits && (6...8).contains(digits.count) && text.utf8.allSatisfy(isAlphanumeric)
    }

    /// Seven digits and a digit or a letter; or the eleven digits of the national identifier.
    private static func isFranceTravail(_ text: String) -> Bool {
        if text.count == 11 { return text.isDigits }
        return text.count == 8 && text.prefix(7).isDigits && text.utf8.allSatisfy(isAlphanumeric)
    }

    private static func digits(_ raw: String, _ type: ValueType, count: Int) throws(FormatProblem) -> String {
        let text = LooseText.compact(raw)
        guard text.isDigits else { throw .notDigits(type) }
        guard text.count == count else { throw .digitCount(type, expected: count, found: text.count) }
        return text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (65...90).contains(byte) }

    private static func values(_ text: some StringProtocol) -> [Int] { text.utf8.map { Int($0) - 48 } }

    private static func isLuhn(_ text: some StringProtocol) -> Bool {
        let sum = values(text).reversed().enumerated().reduce(0) { sum, item in
            guard item.offset % 2 == 1 else { return sum + item.element }
            let double = item.element * 2
            return sum + (double > 9 ? double - 9 : double)
        }
        return sum % 10 == 0
    }
}
