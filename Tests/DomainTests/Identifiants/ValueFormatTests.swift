import Testing

@testable import Domain

@Suite struct ValueFormatTests {
    static let today = Day(number: 20_778)  // 2026-11-21

    struct Case: CustomTestStringConvertible, Sendable {
        var type: ValueType
        var typed: String
        var expected: Result<String, FormatProblem>
        var testDescription: String { "\(type.rawValue) « \(typed) » → \(expected)" }
        init(_ type: ValueType, _ typed: String, _ stored: String) {
            (self.type, self.typed, expected) = (type, typed, .success(stored))
        }
        init(_ type: ValueType, _ typed: String, _ problem: FormatProblem) {
            (self.type, self.typed, expected) = (type, typed, .failure(problem))
        }
    }

    static let dates: [Case] = [
        Case(.date, "12/3/1985", "1985-03-12"), Case(.date, "12 mars 1985", "1985-03-12"),
        Case(.date, "2026-03-12", "2026-03-12"), Case(.date, "1er févr. 2024", "2024-02-01"),
        Case(.date, "Mardi 12 MARS 1985", "1985-03-12"), Case(.date, "12031985", "1985-03-12"),
        Case(.date, "12.03.1985", "1985-03-12"), Case(.date, " 12-03-1985 ", "1985-03-12"),
        Case(.date, "１２/０３/１９８５", "1985-03-12"), Case(.date, "12\u{A0}aout\u{202F}1985", "1985-08-12"),
        Case(.date, "29/02/2024", "2024-02-29"), Case(.date, "29/02/2023", .impossibleDate),
        Case(.date, "31/04/2026", .impossibleDate), Case(.date, "12/13/1985", .impossibleDate),
        Case(.date, "00/03/1985", .impossibleDate), Case(.date, "12/3/85", .shortYear),
        Case(.date, "12/3", .unreadableDate), Case(.date, "hier", .unreadableDate),
        Case(.date, "12 ma 1985", .unreadableDate),
        Case(.date, "12 ju 1985", .unreadableDate), Case(.date, "12 jui 1985", .unreadableDate),
        Case(.date, "12 juil 1985", "1985-07-12"), Case(.date, "123/3/1985", .unreadableDate),
        Case(.date, "12/03/1889", .yearTooEarly(first: 1890)), Case(.date, "01/01/1890", "1890-01-01"),
        Case(.date, "01/01/2127", .yearTooLate(last: 2126)), Case(.date, "01/01/2030", "2030-01-01"),
        Case(.date, "12/03/19855", .unreadableDate), Case(.date, "  ", .empty), Case(.date, "\u{200B}", .empty),
        Case(.month, "11/2026", "2026-11"), Case(.month, "novembre 2026", "2026-11"),
        Case(.month, "2026-11", "2026-11"),
        Case(.month, "Déc. 2026", "2026-12"), Case(.month, "13/2026", .unreadableMonth),
        Case(.month, "11/26", .shortYear),
        Case(.month, "2026", .unreadableMonth), Case(.month, "11/1800", .yearTooEarly(first: 1890)),
        Case(.year, "2024", "2024"), Case(.year, "24", .shortYear), Case(.year, "l'an 2000", .unreadableYear),
        Case(.year, "1700", .yearTooEarly(first: 1890)), Case(.year, "20245", .unreadableYear),
    ]

    static let numbers: [Case] = [
        Case(.amount, "1 234,50 €", "1234.50"), Case(.amount, "1234", "1234.00"), Case(.amount, "1.234,5", "1234.50"),
        Case(.amount, "1,234.50", "1234.50"), Case(.amount, "1.234", "1234.00"),
        Case(.amount, "1\u{202F}234,50\u{A0}€", "1234.50"),
        Case(.amount, "12€50", "12.50"), Case(.amount, "0", "0.00"), Case(.amount, "007,5", "7.50"),
        Case(.amount, "850 euros", "850.00"), Case(.amount, "１２３", "123.00"), Case(.amount, "9999999,99", "9999999.99"),
        Case(.amount, "10000000", .amountTooLarge(limit: 9_999_999)), Case(.amount, "-5", .negative),
        Case(.amount, "1,234", .tooManyDecimals), Case(.amount, "0.500", .tooManyDecimals),
        Case(.amount, "12,345,6", .unreadableAmount),
        Case(.amount, "1.23.456,7", .unreadableAmount), Case(.amount, "douze", .unreadableAmount),
        Case(.amount, "12,", .unreadableAmount),
        Case(.amount, ",50", .unreadableAmount),
        Case(.amount, "99999999999999999999", .amountTooLarge(limit: 9_999_999)),
        Case(.amount, "1.234.567", "1234567.00"), Case(.amount, "٣", .unreadableAmount),
        Case(.referenceIncome, "12 345 €", "12345"), Case(.referenceIncome, "12 345,00", "12345"),
        Case(.referenceIncome, "12345,50", .notWholeEuros),
        Case(.referenceIncome, "1234567890", .amountTooLarge(limit: 999_999_999)),
        Case(.integer, "03", "3"), Case(.integer, "1 200", "1200"), Case(.integer, "-1", .negative),
        Case(.integer, "2,5", .notWholeNumber),
        Case(.integer, "deux", .notWholeNumber), Case(.integer, "1000000", .numberTooLarge(limit: 999_999)),
        Case(.percentage, "80 %", "80"), Case(.percentage, "12,50", "12.5"), Case(.percentage, "100,0", "100"),
        Case(.percentage, "100,1", .percentageAbove100), Case(.percentage, "beaucoup", .unreadablePercentage),
        Case(.percentage, "-3", .negative), Case(.percentage, "1,2,3", .unreadablePercentage),
    ]

    static let references: [Case] = [
        Case(.nir, "2 55 08 14 168 025 38", "255081416802538"), Case(.nir, "2.55.08.14.168.025", "2550814168025"),
        Case(.nir, "1 85 05 2a 123 456 89", .nirKey), Case(.nir, "255081416802539", .nirKey),
        Case(.nir, "25508141680253", .nirLength(found: 14)), Case(.nir, "O55081416802538", .nirCharacters),
        Case(.nir, "355081416802538", .nirFirstDigit), Case(.nir, "255131416802538", .nirMonth),
        Case(.nir, "255451416802538", .nirMonth), Case(.nir, "2550800168025", .nirDepartement),
        Case(.nir, "185051A123456", .nirDepartement),
        Case(.nir, "1854299123456", "1854299123456"), Case(.nir, "７850599123456", "7850599123456"),
        Case(.iban, "fr14 2004 1010 0505 0001 3m02 606", "FR1420041010050500013M02606"),
        Case(.iban, "IBAN : FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"),
        Case(.iban, "FR14-2004-1010-0505-0001-3M02-606", "FR1420041010050500013M02606"),
        Case(.iban, "FR1420041010050500013M02607", .ibanChecksum),
        Case(.iban, "FR142004", .ibanLength(country: "FR", expected: 27, found: 8)),
        Case(.iban, "FR14200410100505O0013M02606", .ibanChecksum),
        Case(.iban, "FR142OO41010050500013M02606", .ibanStructure(country: "FR")),
        Case(.iban, "US1420041010050500013M02606", .ibanCountry("US")),
        Case(.iban, "20041010050500013M02606", .ibanCharacters),
        Case(.iban, "FR14 2004 é", .ibanCharacters), Case(.iban, "BE68 5390 0754 7034", "BE68539007547034"),
        Case(.siret, "732 829 320 00074", "73282932000074"), Case(.siret, "73282932000075", .luhn),
        Case(.siret, "356 000 000 00048", "35600000000048"), Case(.siret, "35600000049837", "35600000049837"),
        Case(.siret, "35600000049838", .luhn), Case(.siret, "732829320", .digitCount(.siret, expected: 14, found: 9)),
        Case(.siret, "7328293200007A", .notDigits(.siret)),
        Case(.taxNumber, "30 23 217 600 053", "3023217600053"), Case(.taxNumber, "3023217600054", .taxNumberKey),
        Case(.taxNumber, "9023217600053", .taxNumberFirstDigit),
        Case(.taxNumber, "302321760005", .digitCount(.taxNumber, expected: 13, found: 12)),
        Case(.taxAccessNumber, "123 4567", "1234567"),
        Case(.taxAccessNumber, "123456", .digitCount(.taxAccessNumber, expected: 7, found: 6)),
        Case(.electricityPoint, "12 345 678 901 234", "12345678901234"),
        Case(.electricityPoint, "GI123456", .notDigits(.electricityPoint)),
        Case(.gasPoint, "gi 123456", "GI123456"), Case(.gasPoint, "12345678901234", "12345678901234"),
        Case(.gasPoint, "GI12", .shape(.gasPoint)),
        Case(.cafNumber, "1234567 p", "1234567P"), Case(.cafNumber, "12345", .shape(.cafNumber)),
        Case(.cafNumber, "1234567é", .shape(.cafNumber)),
        Case(.franceTravailNumber, "1234567a", "1234567A"), Case(.franceTravailNumber, "12345678901", "12345678901"),
        Case(.franceTravailNumber, "123456789", .shape(.franceTravailNumber)),
        Case(.foreignerNumber, "9900 000 000", "9900000000"),
        Case(.foreignerNumber, "99", .digitCount(.foreignerNumber, expected: 10, found: 2)),
        Case(.housingNumber, "033 0711 2345 6789 012", "033071123456789012"),
        Case(.housingNumber, "0330", .shape(.housingNumber)),
    ]

    static let contacts: [Case] = [
        Case(.phone, "06.39.98.00.00", "0639980000"), Case(.phone, "+33 6 39 98 00 00", "0639980000"),
        Case(.phone, "+33 (0)6 39 98 00 00", "0639980000"), Case(.phone, "0033639980000", "0639980000"),
        Case(.phone, "33639980000", "0639980000"), Case(.phone, "+262 692 12 34 56", "0692123456"),
        Case(.phone, "+590 690 12 34 56", "0690123456"), Case(.phone, "+596 0696 12 34 56", "0696123456"),
        Case(.phone, "+594 511 12 34 56", .phonePrefix), Case(.phone, "+32 470 00 00 00", "+32470000000"),
        Case(.phone, "00 32 470 00 00 00", "+32470000000"), Case(.phone, "39 49", "3949"), Case(.phone, "115", "115"),
        Case(.phone, "06 39 98 00", .phoneLength(found: 8)), Case(.phone, "+33 6 39 98 00", .phoneLength(found: 8)),
        Case(.phone, "16 39 98 00 00", .phonePrefix), Case(.phone, "00 39 98 00 00", .phonePrefix),
        Case(.phone, "zéro six", .phoneCharacters), Case(.phone, "+1234", .phoneLength(found: 4)),
        Case(.mobile, "０６ ３９ ９８ ００ ００", "0639980000"), Case(.mobile, "01 99 00 00 00", .notMobile),
        Case(.mobile, "3949", .notMobile),
        Case(.mobile, "+32 470 00 00 00", "+32470000000"),
        Case(.email, " Prenom.Nom@Exemple.FR ", "prenom.nom@exemple.fr"),
        Case(.email, "a @ exemple . fr", "a@exemple.fr"),
        Case(.email, "prenom.nom.exemple.fr", .emailWithoutAt), Case(.email, "a@b@exemple.fr", .emailWithoutAt),
        Case(.email, "@exemple.fr", .emailWithoutAt), Case(.email, "hélène@exemple.fr", .emailAccent),
        Case(.email, "a@exemple", .emailDomain),
        Case(.email, "a@exemple.f", .emailDomain), Case(.email, "a@exemple,fr", .emailDomain),
        Case(.email, "a@.fr", .emailDomain),
        Case(.email, "a..b@exemple.fr", .emailCharacters), Case(.email, "a,b@exemple.fr", .emailCharacters),
        Case(.email, "a.@exemple.fr", .emailCharacters),
        Case(.postalCode, "33 000", "33000"), Case(.postalCode, "F-33000", "33000"),
        Case(.postalCode, "1000", .postalCode),
        Case(.postalCode, "99123", .postalCode), Case(.postalCode, "2A004", .postalCode),
        Case(.postalCode, "97400", "97400"),
    ]

    static let texts: [Case] = [
        Case(.yesNo, "O", "oui"), Case(.yesNo, "Oui ", "oui"), Case(.yesNo, "NON", "non"), Case(.yesNo, "n", "non"),
        Case(.yesNo, "peut-être", .notYesNo),
        Case(.text, "  Élise\u{A0} \n Dupont ", "Élise Dupont"), Case(.text, "Jose\u{301}", "Jos\u{E9}"),
        Case(.text, "l’été – ici", "l’été – ici"),
        Case(.text, "a\u{202E}b\u{0}c", "abc"), Case(.text, String(repeating: "é", count: 201), .tooLong(limit: 200)),
        Case(.longText, "un\r\n\n\n\ndeux \n", "un\n\ndeux"),
        Case(.address, "3 rue Haute\nappt 4\n", "3 rue Haute, appt 4"),
        Case(.country, " Côte d’Ivoire", "Côte d’Ivoire"), Case(.reference, " AB-12/3 ", "AB-12/3"),
        Case(.secret, "1234", .notStored), Case(.file, "x", .notStored), Case(.tick, "oui", .notStored),
    ]

    @Test(arguments: dates + numbers + references + contacts + texts)
    func `what is typed is stored in one form, or refused with its own cause`(_ item: Case) {
        #expect(ValueFormat.check(item.typed, as: item.type, today: Self.today) == item.expected)
    }

    @Test(arguments: (dates + numbers + references + contacts + texts).filter { (try? $0.expected.get()) != nil })
    func `a stored value is read again as itself, and so is what is shown and copied`(_ item: Case) throws {
        let stored = try item.expected.get()
        let forms = [stored, ValueFormat.display(stored, as: item.type), ValueFormat.copyForm(stored, as: item.type)]
        for form in forms {
            #expect(ValueFormat.check(form, as: item.type, today: Self.today) == .success(stored), "\(form)")
        }
    }

    @Test func `a birth may be today and not tomorrow`() {
        #expect(
            ValueFormat.check("21/11/2026", as: .date, today: Self.today, mustBePast: true) == .success("2026-11-21"))
        #expect(
            ValueFormat.check("22/11/2026", as: .date, today: Self.today, mustBePast: true) == .failure(.futureDate))
    }

    @Test func `values are shown in French and copied as platforms want them`() {
        #expect(ValueFormat.display("255081416802538", as: .nir) == "2 55 08 14 168 025 38")
        #expect(ValueFormat.copyForm("255081416802538", as: .nir) == "255081416802538")
        #expect(ValueFormat.display("1234567.50", as: .amount) == "1\u{202F}234\u{202F}567,50\u{A0}€")
        #expect(ValueFormat.copyForm("1234567.50", as: .amount) == "1234567,50")
        #expect(ValueFormat.display("12345", as: .referenceIncome) == "12\u{202F}345\u{A0}€")
        #expect(ValueFormat.copyForm("1985-03-12", as: .date) == "12/03/1985")
        #expect(ValueFormat.copyForm("2026-11", as: .month) == "11/2026")
        #expect(ValueFormat.display("0639980000", as: .phone) == "06 39 98 00 00")
        #expect(ValueFormat.copyForm("0639980000", as: .phone) == "0639980000")
        #expect(ValueFormat.display("FR1420041010050500013M02606", as: .iban) == "FR14 2004 1010 0505 0001 3M02 606")
        #expect(ValueFormat.display("12.5", as: .percentage) == "12,5\u{A0}%")
        #expect(ValueFormat.display("oui", as: .yesNo) == "Oui")
    }

    @Test func `a damaged stored value is shown as it is`() {
        for type in ValueType.allCases where ![.amount, .referenceIncome, .percentage].contains(type) {
            #expect(ValueFormat.display("?", as: type) == "?")
            #expect(ValueFormat.copyForm("?", as: type) == "?")
        }
    }

    @Test func `no text makes a check stop or loop`() {
        var dice = Dice(7)
        let alphabet = Array("0129aAéZ@.,+-/ €%()\u{A0}\u{202E}\u{0}'٣１👩‍👩‍👧\n")
        for _ in 0..<300 {
            let raw = String(
                (0..<Int.random(in: 0...24, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? "0" })
            for type in ValueType.allCases {
                guard let stored = try? ValueFormat.check(raw, as: type, today: Self.today).get() else { continue }
                #expect(
                    ValueFormat.check(stored, as: type, today: Self.today) == .success(stored), "\(type) « \(raw) »")
            }
        }
    }
}

@Suite struct ChoiceFormatTests {
    static let today = Day(number: 20_778)
    static let options = [
        Option(code: "rsa", label: "RSA"), Option(code: "europeenne", label: "Union européenne, Suisse"),
        Option(code: "aah", label: "Allocation adulte handicapé (AAH)"),
    ]

    @Test(arguments: ["aah", "AAH", "allocation adulte handicape (aah)", " Allocation  adulte handicapé (AAH) "])
    func `a choice is recognised by its code or its label`(_ typed: String) {
        #expect(ValueFormat.check(typed, as: .choice, options: Self.options, today: Self.today) == .success("aah"))
    }

    @Test func `what is not in the list is refused`() {
        #expect(
            ValueFormat.check("apl", as: .choice, options: Self.options, today: Self.today) == .failure(.notAnOption))
        #expect(
            ValueFormat.check("rsa,apl", as: .choices, options: Self.options, today: Self.today)
                == .failure(.notAnOption))
        #expect(ValueFormat.check("rsa", as: .choice, today: Self.today) == .failure(.notAnOption))
    }

    @Test(arguments: ["aah,rsa", "AAH ; RSA", "aah,rsa,,rsa", "allocation adulte handicapé (AAH)\nrsa"])
    func `several choices are stored in the order of the list, each once`(_ typed: String) {
        #expect(ValueFormat.check(typed, as: .choices, options: Self.options, today: Self.today) == .success("rsa,aah"))
    }

    @Test func `a label that holds a comma is recognised alone and shown apart`() {
        let typed = "Union européenne, Suisse"
        #expect(
            ValueFormat.check(typed, as: .choices, options: Self.options, today: Self.today) == .success("europeenne"))
        #expect(
            ValueFormat.display("rsa,europeenne", as: .choices, options: Self.options)
                == "RSA ; Union européenne, Suisse")
        #expect(
            ValueFormat.display("rsa,aah", as: .choices, options: Self.options)
                == "RSA, Allocation adulte handicapé (AAH)")
        #expect(ValueFormat.display("ancien", as: .choice, options: Self.options) == "ancien")
    }
}
