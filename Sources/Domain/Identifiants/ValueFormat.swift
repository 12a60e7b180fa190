/// Checks what was typed and brings it to the one form that is stored; shows it again, and copies it as platforms
/// want it pasted. Formats: `docs/catalogue.md`; their sources are those of the facts of the catalogue.
public enum ValueFormat {
    /// The canonical text to store, or why it cannot be taken.
    ///
    /// Tolerant of spaces, dots, dashes, capitals, full-width digits; never guesses.
    /// - Parameters:
    ///   - options: those of a choice; a code or a label is recognised.
    ///   - mustBePast: for a date that cannot be after `today`, such as a birth.
    public static func check(
        _ raw: String, as type: ValueType, options: [Option] = [], today: Day, mustBePast: Bool = false
    ) -> Result<String, FormatProblem> {
        Result { () throws(FormatProblem) in
            if !type.isStored { throw .notStored }
            if LooseText.plain(raw).isEmpty { throw .empty }
            return try canonical(raw, type, options, today, mustBePast)
        }
    }

    private static func canonical(
        _ raw: String, _ type: ValueType, _ options: [Option], _ today: Day, _ mustBePast: Bool
    ) throws(FormatProblem) -> String {
        switch type {
        case .yesNo: try ChoiceFormat.yesNo(raw)
        case .choice: try ChoiceFormat.one(raw, options)
        case .choices: try ChoiceFormat.several(raw, options)
        case .date: try DateFormat.day(raw, today: today, mustBePast: mustBePast).description
        case .month: try DateFormat.month(raw, today: today)
        case .year: try DateFormat.year(raw, today: today)
        case .amount: try NumberFormat.amount(raw)
        case .referenceIncome: try NumberFormat.wholeEuros(raw)
        case .integer: try NumberFormat.integer(raw)
        case .percentage: try NumberFormat.percentage(raw)
        case .nir: try NIR(checking: raw).text
        case .iban: try IBAN.check(raw)
        case .siret: try DigitNumbers.siret(raw)
        case .taxNumber: try DigitNumbers.taxNumber(raw)
        case .taxAccessNumber, .electricityPoint, .foreignerNumber: try DigitNumbers.fixed(raw, type)
        case .gasPoint, .cafNumber, .franceTravailNumber, .housingNumber: try DigitNumbers.shaped(raw, type)
        case .phone: try ContactFormat.phone(raw)
        case .mobile: try ContactFormat.mobile(raw)
        case .email: try ContactFormat.email(raw)
        case .postalCode: try ContactFormat.postalCode(raw)
        case .longText: try TextFormat.long(raw)
        case .address: try TextFormat.address(raw)
        case .text, .reference, .commune, .country: try TextFormat.short(raw)
        case .tick, .file, .secret: throw .notStored
        }
    }

    /// A stored value as it is shown on the page, without loss: reading it again gives the same canonical text.
    public static func display(_ canonical: String, as type: ValueType, options: [Option] = []) -> String {
        switch type {
        case .yesNo: canonical == "oui" ? "Oui" : canonical == "non" ? "Non" : canonical
        case .choice, .choices: ChoiceFormat.labels(canonical, options)
        case .date: DateFormat.slashed(canonical)
        case .month: DateFormat.slashed(canonical)
        case .amount: NumberFormat.grouped(canonical) + "\u{A0}€"
        case .referenceIncome: NumberFormat.grouped(canonical) + "\u{A0}€"
        case .percentage: canonical.replacing(".", with: ",") + "\u{A0}%"
        case .nir: Grouping.split(canonical, [1, 2, 2, 2, 3, 3, 2])
        case .iban: Grouping.split(canonical, Array(repeating: 4, count: 9))
        case .siret: Grouping.split(canonical, [3, 3, 3, 5])
        case .taxNumber: Grouping.split(canonical, [2, 2, 3, 3, 3])
        case .phone, .mobile: ContactFormat.spaced(canonical)
        default: canonical
        }
    }

    /// A stored value as the platforms want it pasted: no spaces in numbers, day as JJ/MM/AAAA, comma in amounts.
    public static func copyForm(_ canonical: String, as type: ValueType) -> String {
        switch type {
        case .date, .month: DateFormat.slashed(canonical)
        case .amount, .percentage: canonical.replacing(".", with: ",")
        default: canonical
        }
    }
}

/// Groups of characters separated by a space.
enum Grouping {
    /// Groups of these lengths; what is left over stays with the last group.
    static func split(_ text: String, _ lengths: [Int]) -> String {
        var rest = text[...]
        var groups: [Substring] = []
        for length in lengths where !rest.isEmpty {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        if !rest.isEmpty { groups.append(rest) }
        return groups.joined(separator: " ")
    }
}
