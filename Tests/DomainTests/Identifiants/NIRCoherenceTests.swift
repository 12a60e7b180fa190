import Testing

@testable import Domain

@Suite struct NIRCoherenceTests {
    static let may1985 = Day("1985-05-12")!

    @Test func `a number that agrees with the file raises nothing`() {
        #expect(
            NIRCoherence.problems(
                nir: "1850533123456", civilite: "monsieur", birth: Self.may1985, birthCountry: "France") == [])
        #expect(
            NIRCoherence.problems(nir: "2850599123456", civilite: "madame", birth: Self.may1985, birthCountry: "Mali")
                == [])
        #expect(NIRCoherence.problems(nir: "1850533123456") == [])
    }

    @Test func `the sex of the number is compared with the title`() {
        #expect(NIRCoherence.problems(nir: "2850533123456", civilite: "monsieur") == [.sexDiffers])
        #expect(NIRCoherence.problems(nir: "1850533123456", civilite: "madame") == [.sexDiffers])
        #expect(NIRCoherence.problems(nir: "1850533123456", civilite: "autre") == [])
    }

    @Test func `the year and month of the number are compared with the birth`() {
        let birth = Day("1986-06-12")!
        #expect(
            NIRCoherence.problems(nir: "1850533123456", birth: birth)
                == [.birthYearDiffers(inNumber: "85", birth: birth), .birthMonthDiffers(inNumber: "05", birth: birth)])
        #expect(NIRCoherence.problems(nir: "1050533123456", birth: Day("2005-05-01")!) == [])
        #expect(NIRCoherence.problems(nir: "1050533123456", birth: Day("1905-05-01")!) == [])
    }

    @Test(arguments: ["20", "30", "31", "42", "50", "99"]) func `an unknown month is not compared`(_ month: String) {
        #expect(NIRCoherence.problems(nir: "185\(month)33123456", birth: Self.may1985) == [])
    }

    @Test(arguments: ["7850599123456", "8850599123456"]) func `a provisional number is taken and told`(_ nir: String) {
        #expect(ValueFormat.check(nir, as: .nir, today: Self.may1985) == .success(nir))
        #expect(NIRCoherence.problems(nir: nir, birth: Self.may1985) == [.provisionalNumber])
    }

    @Test func `the place of the number is compared with the country of birth`() {
        #expect(NIRCoherence.problems(nir: "1850599123456", birthCountry: "FRANCE") == [.birthInFranceExpected])
        #expect(
            NIRCoherence.problems(nir: "1850533123456", birth: Self.may1985, birthCountry: "Maroc") == [
                .birthAbroadExpected
            ])
        #expect(NIRCoherence.problems(nir: "185052A123456", birthCountry: "France") == [])
        #expect(NIRCoherence.problems(nir: "1850597123456", birthCountry: "La Réunion") == [])
    }

    @Test func `old numbers of people born in Algeria before independence are not accused`() {
        #expect(NIRCoherence.problems(nir: "1500592123456", birth: Day("1950-05-01")!, birthCountry: "Algérie") == [])
        #expect(
            NIRCoherence.problems(nir: "1850592123456", birth: Self.may1985, birthCountry: "Algérie") == [
                .birthAbroadExpected
            ])
    }

    @Test func `what is not a number is left to the format check`() {
        #expect(NIRCoherence.problems(nir: "bonjour", civilite: "madame", birth: Self.may1985) == [])
    }
}
