/// A numéro de Sécurité sociale: 13 characters, and a key of 2 when it was given.
///
/// Sources: Insee's nomenclature of the NIR; `_formats` of the facts for what platforms accept.
public struct NIR: Hashable, Sendable {
    /// 13 or 15 characters, letters of Corsica in capitals.
    public let text: String

    /// A canonical number as `ValueFormat` stores it; nil for anything else.
    public init?(_ canonical: String) {
        guard let number = try? NIR(checking: canonical), number.text == canonical else { return nil }
        self = number
    }

    /// Reads what was typed.
    init(checking raw: String) throws(FormatProblem) {
        let compact = LooseText.compact(raw).uppercased()
        let characters = Array(compact.utf8)
        guard characters.enumerated().allSatisfy({ Self.isPossible($1, at: $0) }) else { throw .nirCharacters }
        guard characters.count == 13 || characters.count == 15 else { throw .nirLength(found: characters.count) }
        text = compact
        guard "1278".contains(compact.prefix(1)) else { throw .nirFirstDigit }
        guard Self.isMonthCode(monthCode) else { throw .nirMonth }
        guard Self.isDepartement(departement) else { throw .nirDepartement }
        if characters.count == 15, compact.suffix(2) != Self.key(of: String(compact.prefix(13))) { throw .nirKey }
    }

    /// 7 or 8: given while the civil status is being verified; several platforms refuse it.
    public var isProvisional: Bool { text.first == "7" || text.first == "8" }
    public var isWoman: Bool { text.first == "2" || text.first == "8" }
    /// The last two digits of the year of birth.
    public var year: Substring { text.dropFirst().prefix(2) }
    /// 01 to 12; anything else when the birth certificate is incomplete.
    public var monthCode: Int { Int(text.dropFirst(3).prefix(2)) ?? 0 }
    /// `75`, `2A`, `97` overseas, `99` abroad.
    public var departement: Substring { text.dropFirst(5).prefix(2) }

    /// The number with its key, computed when it was not given.
    public var withKey: String { text.count == 15 ? text : text + Self.key(of: String(text.prefix(13))) }

    /// 97 less the rest of the 13 digits by 97; 2A counts as 19 and 2B as 18.
    static func key(of body: String) -> String {
        let digits = body.replacing("2A", with: "19").replacing("2B", with: "18")
        let key = 97 - (Int(digits) ?? 0) % 97
        return key < 10 ? "0\(key)" : "\(key)"
    }

    /// Digits everywhere, A or B as the second character of the département only.
    private static func isPossible(_ byte: UInt8, at index: Int) -> Bool {
        (48...57).contains(byte) || (index == 6 && (byte == 65 || byte == 66))
    }

    /// 20 to 42 and 50 to 99 stand for a month that is unknown or comes from an incomplete certificate.
    private static func isMonthCode(_ code: Int) -> Bool {
        (1...12).contains(code) || (20...42).contains(code) || (50...99).contains(code)
    }

    private static func isDepartement(_ code: Substring) -> Bool {
        code == "2A" || code == "2B" || (code.isDigits && code != "00")
    }
}

/// Looks for contradictions between a number and the rest of the file.
public enum NIRCoherence {
    /// - Parameters:
    ///   - nir: canonical; an unreadable number gives no problem here, `ValueFormat` has told it.
    ///   - civilite: `madame` or `monsieur`; nil or anything else is not compared.
    ///   - birthCountry: as in the fact `pays_naissance`.
    public static func problems(
        nir: String, civilite: String? = nil, birth: Day? = nil, birthCountry: String? = nil
    ) -> [CoherenceProblem] {
        guard let number = NIR(nir) else { return [] }
        var problems: [CoherenceProblem] = number.isProvisional ? [.provisionalNumber] : []
        if civilite == (number.isWoman ? "monsieur" : "madame") { problems.append(.sexDiffers) }
        if let birth { problems += birthProblems(number, birth) }
        if let birthCountry { problems += countryProblems(number, birthCountry, birth) }
        return problems
    }

    private static func birthProblems(_ number: NIR, _ birth: Day) -> [CoherenceProblem] {
        var problems: [CoherenceProblem] = []
        if Int(number.year) != birth.year % 100 {
            problems.append(.birthYearDiffers(inNumber: String(number.year), birth: birth))
        }
        if (1...12).contains(number.monthCode), number.monthCode != birth.month {
            problems.append(.birthMonthDiffers(inNumber: String(number.text.dropFirst(3).prefix(2)), birth: birth))
        }
        return problems
    }

    /// Before independence, Algeria, Morocco and Tunisia had codes 91 to 96, so only later births are compared.
    private static func countryProblems(_ number: NIR, _ country: String, _ birth: Day?) -> [CoherenceProblem] {
        let isFrance = french.contains(Folding.fold(country))
        let saysAbroad = number.departement == "99"
        if saysAbroad, isFrance { return [.birthInFranceExpected] }
        let colonial = ["91", "92", "93", "94", "95", "96"].contains(number.departement)
        let isOld = birth.map { $0.year < 1968 } ?? true
        let overseas = number.departement == "97" || number.departement == "98"
        if !saysAbroad, !isFrance, !overseas, !(colonial && isOld) { return [.birthAbroadExpected] }
        return []
    }

    private static let french: Set = ["france", "fr", "francaise", "republique francaise"]
}
