import Domain

// What is expected, with an example. Examples are fictitious: phone numbers are those that Arcep keeps for fiction,
// the NIR has a key that does not exist, the IBAN is the one printed in the standard.
extension FormatProblem {
    /// One or two plain sentences for the person at the keyboard.
    var sentence: String {
        switch self {
        case .empty: "Cette case est vide."
        case .notStored: "Cordée n’enregistre jamais un mot de passe, un code ou un fichier ici."
        case .tooLong(let limit): "Le texte est trop long : \(Words.count(limit, "caractère", "caractères")) au plus."
        case .notYesNo: "Répondez par oui ou par non."
        case .notAnOption: "Choisissez une réponse de la liste."
        default: dateSentence ?? numberSentence ?? nirSentence ?? ibanSentence ?? contactSentence ?? otherSentence
        }
    }

    private var dateSentence: String? {
        switch self {
        case .unreadableDate: "Écrivez la date avec le jour, le mois et l’année, par exemple 12/03/1985."
        case .impossibleDate:
            "Ce jour n’existe pas dans le calendrier. Vérifiez le jour et le mois, par exemple 12/03/1985."
        case .shortYear: "Écrivez l’année avec quatre chiffres, par exemple 1985."
        case .futureDate: "Cette date n’est pas encore arrivée. Une date passée est attendue, par exemple 12/03/1985."
        case .yearTooEarly(let first): "L’année doit être \(first) ou après, par exemple 1985."
        case .yearTooLate(let last): "L’année doit être \(last) ou avant, par exemple 2026."
        case .unreadableMonth: "Écrivez le mois et l’année, par exemple 11/2026 ou novembre 2026."
        case .unreadableYear: "Écrivez l’année avec quatre chiffres, par exemple 2026."
        default: nil
        }
    }

    private var numberSentence: String? {
        switch self {
        case .unreadableAmount: "Écrivez un montant en euros, par exemple 1\u{A0}234,50."
        case .tooManyDecimals: "Un montant a deux chiffres au plus après la virgule, par exemple 1\u{A0}234,50."
        case .negative: "Écrivez un nombre sans signe moins, par exemple 0 ou 150."
        case .amountTooLarge(let limit):
            "Ce montant est trop grand : \(Words.number(limit)) € au plus. Vérifiez la virgule, par exemple 1\u{A0}234,50."
        case .notWholeNumber: "Écrivez un nombre entier, en chiffres, par exemple 3."
        case .notWholeEuros: "Écrivez des euros entiers, sans centimes, par exemple 12 345."
        case .numberTooLarge(let limit): "Ce nombre est trop grand : \(Words.number(limit)) au plus, par exemple 3."
        case .unreadablePercentage: "Écrivez un pourcentage, par exemple 80 ou 12,5."
        case .percentageAbove100: "Un pourcentage va de 0 à 100, par exemple 80."
        default: nil
        }
    }

    private static let nirExample = "2 85 05 33 999 999 99"

    private var nirSentence: String? {
        switch self {
        case .nirCharacters:
            "Le numéro de Sécurité sociale s’écrit en chiffres, par exemple \(Self.nirExample). Seules les lettres A et B sont possibles, pour la Corse (2A, 2B)."
        case .nirLength(let found):
            "Le numéro de Sécurité sociale a 13 chiffres et une clé de 2 chiffres, par exemple \(Self.nirExample). Ici, il y en a \(found)."
        case .nirFirstDigit:
            "Le numéro de Sécurité sociale commence par 1 (homme) ou 2 (femme), par exemple \(Self.nirExample). Un numéro provisoire commence par 7 ou 8."
        case .nirMonth:
            "Le quatrième et le cinquième chiffre sont le mois de naissance, par exemple 05 pour mai. Vérifiez le numéro sur la carte Vitale."
        case .nirDepartement:
            "Le sixième et le septième caractère sont le département de naissance, par exemple 33, 2A ou 99 pour l’étranger. Vérifiez le numéro sur la carte Vitale."
        case .nirKey:
            "Les deux derniers chiffres (la clé) ne vont pas avec les treize premiers : il y a une erreur dans le numéro. Relisez-le sur la carte Vitale, par exemple \(Self.nirExample)."
        default: nil
        }
    }

    private static let ibanExample = "FR14 2004 1010 0505 0001 3M02 606"

    private var ibanSentence: String? {
        switch self {
        case .ibanCharacters:
            "Un IBAN commence par deux lettres et deux chiffres, puis des lettres et des chiffres, par exemple \(Self.ibanExample)."
        case .ibanCountry(let code):
            "Aucun pays n’a d’IBAN qui commence par \(code). Un IBAN français commence par FR, par exemple \(Self.ibanExample)."
        case .ibanLength(let country, let expected, let found):
            "Un IBAN qui commence par \(country) a \(expected) caractères ; ici, il y en a \(found). Par exemple \(Self.ibanExample)."
        case .ibanStructure(let country):
            "Dans un IBAN qui commence par \(country), une lettre est à la place d’un chiffre, ou l’inverse. Ne confondez pas O et 0, par exemple \(Self.ibanExample)."
        case .ibanChecksum:
            "Il y a une erreur dans cet IBAN : un chiffre ou une lettre ne va pas. Relisez-le sur le relevé d’identité bancaire (RIB), par exemple \(Self.ibanExample)."
        default: nil
        }
    }

    private var contactSentence: String? {
        switch self {
        case .phoneCharacters:
            "Un numéro de téléphone s’écrit en chiffres, par exemple 06 39 98 00 00, ou +32 470 00 00 00 pour l’étranger."
        case .phoneLength(let found):
            "Un numéro de téléphone français a 10 chiffres ; ici, il y en a \(found). Par exemple 06 39 98 00 00."
        case .phonePrefix:
            "Ce début de numéro n’existe pas. Un numéro français commence par 0 puis un autre chiffre, par exemple 06 39 98 00 00."
        case .notMobile: "Un numéro de mobile commence par 06 ou 07, par exemple 06 39 98 00 00."
        case .emailWithoutAt: "Une adresse mail a un seul signe @, par exemple prenom.nom@exemple.fr."
        case .emailDomain: "La fin de l’adresse mail, après @, n’est pas complète, par exemple prenom.nom@exemple.fr."
        case .emailAccent: "Une adresse mail n’a pas d’accent, par exemple helene.nom@exemple.fr."
        case .emailCharacters:
            "Le début de l’adresse mail a un signe qui ne va pas. Vérifiez les points et les tirets, par exemple prenom.nom@exemple.fr."
        case .postalCode: "Un code postal a 5 chiffres, par exemple 33000."
        default: nil
        }
    }

    private var otherSentence: String {
        switch self {
        case .notDigits(let type): "\(type.name) s’écrit seulement en chiffres, par exemple \(type.example)."
        case .digitCount(let type, let expected, let found):
            "\(type.name) a \(expected) chiffres ; ici, il y en a \(found). Par exemple \(type.example)."
        case .luhn:
            "Il y a une erreur dans ce SIRET : un chiffre ne va pas. Il est écrit sur le bulletin de paie, par exemple \(ValueType.siret.example)."
        case .taxNumberFirstDigit:
            "Le numéro fiscal commence par 0, 1, 2 ou 3, par exemple \(ValueType.taxNumber.example)."
        case .taxNumberKey:
            "Il y a une erreur dans ce numéro fiscal : un chiffre ne va pas. Relisez-le sur la première page de l’avis d’impôt, par exemple \(ValueType.taxNumber.example)."
        case .shape(let type): "\(type.name) ne s’écrit pas ainsi. \(type.shapeHint), par exemple \(type.example)."
        default: "Cette réponse n’a pas la forme attendue. Vérifiez-la sur le document."
        }
    }
}

extension ValueType {
    /// The number with its article, to begin a sentence.
    fileprivate var name: String {
        switch self {
        case .siret: "Un SIRET"
        case .taxNumber: "Le numéro fiscal"
        case .taxAccessNumber: "Le numéro d’accès en ligne des impôts"
        case .electricityPoint: "Le point de livraison d’électricité"
        case .gasPoint: "Le point de comptage du gaz"
        case .cafNumber: "Le numéro d’allocataire"
        case .franceTravailNumber: "L’identifiant France Travail"
        case .foreignerNumber: "Le numéro étranger"
        case .housingNumber: "Le numéro unique de demande de logement"
        default: "Ce numéro"
        }
    }

    /// Numbers that belong to nobody: their keys are wrong where there is one.
    fileprivate var example: String {
        switch self {
        case .siret: "123 456 789 00012"
        case .taxNumber: "30 00 000 000 999"
        case .taxAccessNumber: "1234567"
        case .foreignerNumber: "9900000000"
        case .gasPoint: "GI000000"
        case .cafNumber: "1234567"
        case .franceTravailNumber: "1234567A"
        case .housingNumber: "033000000000000000"
        default: "12345678901234"
        }
    }

    fileprivate var shapeHint: String {
        switch self {
        case .gasPoint: "Il a 14 chiffres, ou les lettres GI et 6 chiffres"
        case .cafNumber: "Il a 6 à 8 chiffres, parfois suivis d’une lettre"
        case .franceTravailNumber: "Il a 7 chiffres et une lettre ou un chiffre, ou 11 chiffres"
        case .housingNumber: "Il a 15 à 20 chiffres ou lettres"
        default: "Recopiez-le depuis le document"
        }
    }
}

extension CoherenceProblem {
    /// What does not agree, and what to look at.
    var sentence: String {
        switch self {
        case .provisionalNumber:
            "Ce numéro de Sécurité sociale est provisoire (il commence par 7 ou 8). Mon Compte Caf le refuse : il faut attendre le numéro définitif ou passer par un accueil."
        case .sexDiffers:
            "Le premier chiffre du numéro de Sécurité sociale (1 homme, 2 femme) ne va pas avec la civilité. Vérifiez sur la carte Vitale ; après un changement d’état civil, le nouveau numéro peut tarder."
        case .birthYearDiffers(let inNumber, let birth):
            "Le numéro de Sécurité sociale indique une naissance en « \(inNumber) », la date de naissance est le \(birth.wordsWithYear). Vérifiez les deux."
        case .birthMonthDiffers(let inNumber, let birth):
            "Le numéro de Sécurité sociale indique le mois « \(inNumber) », la date de naissance est le \(birth.wordsWithYear). Vérifiez les deux."
        case .birthAbroadExpected:
            "Le numéro de Sécurité sociale indique une naissance en France, mais le pays de naissance est un autre pays. Vérifiez les deux."
        case .birthInFranceExpected:
            "Le numéro de Sécurité sociale indique une naissance à l’étranger (99), mais le pays de naissance est la France. Vérifiez les deux."
        }
    }
}
