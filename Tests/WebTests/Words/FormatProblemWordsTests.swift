import Domain
import Testing

@testable import Web

@Suite struct FormatProblemWordsTests {
    static let problems: [FormatProblem] = [
        .empty, .notStored, .tooLong(limit: 200), .notYesNo, .notAnOption, .unreadableDate, .impossibleDate, .shortYear,
        .futureDate, .yearTooEarly(first: 1890), .yearTooLate(last: 2126), .unreadableMonth, .unreadableYear,
        .unreadableAmount, .tooManyDecimals, .negative, .amountTooLarge(limit: 9_999_999), .notWholeNumber,
        .notWholeEuros, .numberTooLarge(limit: 999_999), .unreadablePercentage, .percentageAbove100, .nirCharacters,
        .nirLength(found: 12), .nirFirstDigit, .nirMonth, .nirDepartement, .nirKey, .ibanCharacters, .ibanCountry("XX"),
        .ibanLength(country: "FR", expected: 27, found: 26), .ibanStructure(country: "FR"), .ibanChecksum,
        .notDigits(.siret), .digitCount(.electricityPoint, expected: 14, found: 13), .luhn, .taxNumberFirstDigit,
        .taxNumberKey, .shape(.cafNumber), .phoneCharacters, .phoneLength(found: 9), .phonePrefix, .notMobile,
        .emailWithoutAt, .emailDomain, .emailAccent, .emailCharacters, .postalCode,
    ]

    /// The list above is complete: a new case does not compile here until it is told apart.
    static func position(_ problem: FormatProblem) -> Int {
        switch problem {
        case .empty: 0
        case .notStored: 1
        case .tooLong: 2
        case .notYesNo: 3
        case .notAnOption: 4
        case .unreadableDate: 5
        case .impossibleDate: 6
        case .shortYear: 7
        case .futureDate: 8
        case .yearTooEarly: 9
        case .yearTooLate: 10
        case .unreadableMonth: 11
        case .unreadableYear: 12
        case .unreadableAmount: 13
        case .tooManyDecimals: 14
        case .negative: 15
        case .amountTooLarge: 16
        case .notWholeNumber: 17
        case .notWholeEuros: 18
        case .numberTooLarge: 19
        case .unreadablePercentage: 20
        case .percentageAbove100: 21
        case .nirCharacters: 22
        case .nirLength: 23
        case .nirFirstDigit: 24
        case .nirMonth: 25
        case .nirDepartement: 26
        case .nirKey: 27
        case .ibanCharacters: 28
        case .ibanCountry: 29
        case .ibanLength: 30
        case .ibanStructure: 31
        case .ibanChecksum: 32
        case .notDigits: 33
        case .digitCount: 34
        case .luhn: 35
        case .taxNumberFirstDigit: 36
        case .taxNumberKey: 37
        case .shape: 38
        case .phoneCharacters: 39
        case .phoneLength: 40
        case .phonePrefix: 41
        case .notMobile: 42
        case .emailWithoutAt: 43
        case .emailDomain: 44
        case .emailAccent: 45
        case .emailCharacters: 46
        case .postalCode: 47
        }
    }

    /// The sentence of last resort, which no case may reach.
    static let lastResort = "Cette réponse n’a pas la forme attendue."

    @Test func `every format problem has its own sentence`() {
        #expect(Self.problems.map(Self.position) == Array(0..<48))
        #expect(Set(Self.problems.map(\.sentence)).count == Self.problems.count)
    }

    @Test(arguments: problems) func `a format problem is told in a full French sentence`(_ problem: FormatProblem) {
        let sentence = problem.sentence
        #expect(sentence.count > 15)
        #expect(sentence.first?.isUppercase == true)
        #expect(sentence.hasSuffix("."))
        #expect(!sentence.hasPrefix(Self.lastResort))
        #expect(!sentence.contains("'"), "typographic apostrophes only")
    }

    static let withoutExample: Set<FormatProblem> = [
        .empty, .notStored, .tooLong(limit: 200), .notYesNo, .notAnOption,
    ]

    @Test(arguments: problems.filter { !withoutExample.contains($0) })
    func `a format problem gives an example`(_ problem: FormatProblem) {
        #expect(problem.sentence.contains("ar exemple"))
    }

    @Test(arguments: ValueType.allCases) func `the sentences about a kind of number name it or stay general`(
        _ type: ValueType
    ) {
        for problem in [FormatProblem.notDigits(type), .digitCount(type, expected: 14, found: 13), .shape(type)] {
            #expect(problem.sentence.count > 30)
        }
    }

    @Test func `no example is the number of somebody`() {
        let today = Day(2026, 11, 21)!
        #expect(ValueFormat.check("2 85 05 33 999 999 99", as: .nir, today: today) == .failure(.nirKey))
        #expect(ValueFormat.check("30 00 000 000 999", as: .taxNumber, today: today) == .failure(.taxNumberKey))
        #expect(ValueFormat.check("123 456 789 00012", as: .siret, today: today) == .failure(.luhn))
    }

    static let contradictions: [CoherenceProblem] = [
        .provisionalNumber, .sexDiffers, .birthYearDiffers(inNumber: "85", birth: Day(1986, 5, 1)!),
        .birthMonthDiffers(inNumber: "05", birth: Day(1985, 6, 1)!), .birthAbroadExpected, .birthInFranceExpected,
    ]

    @Test(arguments: contradictions) func `a contradiction is told in a full French sentence`(
        _ problem: CoherenceProblem
    ) {
        #expect(problem.sentence.count > 40)
        #expect(problem.sentence.hasSuffix("."))
        #expect(!problem.sentence.contains("'"))
    }

    @Test func `a contradiction of dates shows both dates`() {
        let sentence = CoherenceProblem.birthYearDiffers(inNumber: "85", birth: Day(1986, 5, 1)!).sentence
        #expect(sentence.contains("« 85 »") && sentence.contains("1er mai 1986"))
    }
}
