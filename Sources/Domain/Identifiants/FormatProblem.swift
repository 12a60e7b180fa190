/// Why a typed value cannot be taken. One case per distinct cause; the French sentence is in Web.
public enum FormatProblem: Error, Hashable, Sendable {
    case empty
    /// A password, a code, a box to tick or a file: nothing of it is kept.
    case notStored
    case tooLong(limit: Int)
    case notYesNo
    case notAnOption

    case unreadableDate
    /// A date that is not in the calendar: 31 April, 29 February of an ordinary year.
    case impossibleDate
    /// A year on two digits would be guessed.
    case shortYear
    case futureDate
    case yearTooEarly(first: Int)
    case yearTooLate(last: Int)
    case unreadableMonth
    case unreadableYear

    case unreadableAmount
    case tooManyDecimals
    case negative
    /// In whole euros.
    case amountTooLarge(limit: Int)
    case notWholeNumber
    case notWholeEuros
    case numberTooLarge(limit: Int)
    case unreadablePercentage
    case percentageAbove100

    case nirCharacters
    case nirLength(found: Int)
    case nirFirstDigit
    case nirMonth
    case nirDepartement
    case nirKey

    case ibanCharacters
    case ibanCountry(String)
    case ibanLength(country: String, expected: Int, found: Int)
    /// Letters where the country has digits, or the other way round.
    case ibanStructure(country: String)
    case ibanChecksum

    /// A number made of digits only holds something else.
    case notDigits(ValueType)
    case digitCount(ValueType, expected: Int, found: Int)
    /// The Luhn key of a SIRET or of the SIREN in it.
    case luhn
    case taxNumberFirstDigit
    case taxNumberKey
    /// The number does not look like those of its kind (Caf, France Travail, gas point…).
    case shape(ValueType)

    case phoneCharacters
    case phoneLength(found: Int)
    case phonePrefix
    case notMobile
    case emailWithoutAt
    case emailDomain
    case emailAccent
    case emailCharacters
    case postalCode
}

/// Contradictions between a NIR and what else is known, or what platforms refuse. Never blocks storing the number.
public enum CoherenceProblem: Hashable, Sendable {
    /// Begins with 7 or 8: Mon Compte Caf refuses it.
    case provisionalNumber
    case sexDiffers
    case birthYearDiffers(inNumber: String, birth: Day)
    case birthMonthDiffers(inNumber: String, birth: Day)
    /// The number says born in France, the file says abroad.
    case birthAbroadExpected
    /// The number says born abroad, the file says in France.
    case birthInFranceExpected
}
