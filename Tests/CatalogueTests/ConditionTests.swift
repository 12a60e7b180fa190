import Catalogue
import Testing

@Suite struct ConditionsOfAProcedure {
    private static let jeune = "si: {tous: [{fait: date_naissance, age_moins_de: 18}, {reponse: travaille, est: non}]}"
    private static let cdd = "si: {reponse: contrat, est: cdd}"

    @Test(arguments: [
        BrokenFile(
            "a number operator on a choice", replacing: cdd, with: "si: {reponse: contrat, plus_de: 3}",
            says: "« plus_de » ne va pas avec « contrat », de type choix. Pour un choix : est, parmi."),
        BrokenFile(
            "a code on a number", replacing: jeune, with: "si: {reponse: prime, est: 0}",
            says:
                "« est » ne va pas avec « prime », de type montant. Pour un nombre : plus_de, au_moins, moins_de, au_plus, depasse."
        ),
        BrokenFile(
            "an age on a number", replacing: jeune, with: "si: {fait: revenus, age_moins_de: 3}",
            says:
                "« age_moins_de » ne va pas avec « revenus », de type montant. Pour un nombre : plus_de, au_moins, moins_de, au_plus, depasse."
        ),
        BrokenFile(
            "a beginning on a date", replacing: jeune, with: "si: {fait: date_naissance, commence_par: [\"7\"]}",
            says:
                "« commence_par » ne va pas avec « date_naissance », de type date. Pour une date : avant, apres, entre_jours, age_au_moins, age_moins_de."
        ),
        BrokenFile(
            "a code that is no option", replacing: cdd, with: "si: {reponse: contrat, est: cddd}",
            says: "« cddd » n’est pas une réponse de « contrat ». Vouliez-vous dire « cdd » ?"),
        BrokenFile(
            "a code of the fact that is none", replacing: jeune, with: "si: {reponse: situation, parmi: [seul, veuf]}",
            says: "« veuf » n’est pas une réponse de « situation ». Codes possibles : seul, couple."),
        BrokenFile(
            "a yes spelt otherwise", replacing: cdd, with: "si: {reponse: travaille, est: true}",
            says: "« true » n’est pas une réponse de « travaille ». Codes possibles : oui, non."),
        BrokenFile(
            "a secret", replacing: jeune, with: "si: {reponse: code_acces, rempli: non}",
            says: "« code_acces » est de type secret : Cordée n’en garde rien, une condition ne peut pas le regarder."),
        BrokenFile(
            "a file", replacing: jeune, with: "si: {reponse: justificatif, rempli: non}",
            says:
                "« justificatif » est de type fichier : Cordée n’en garde rien, une condition ne peut pas le regarder."),
        BrokenFile(
            "two types compared", replacing: "depasse: {reponse: salaire}", with: "depasse: {reponse: naissance}",
            says: "« depasse » compare « prime » (montant) et « naissance » (date) : les types ne vont pas ensemble."),
        BrokenFile(
            "an answer compared with itself", replacing: "depasse: {reponse: salaire}",
            with: "depasse: {reponse: prime}", says: "« prime » est comparé à lui-même."),
    ])
    func `an operator or a code that does not fit the answer is said`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test(arguments: [
        BrokenFile(
            "two codes at once", replacing: jeune,
            with: "si: {tous: [{reponse: contrat, est: cdi}, {reponse: contrat, est: cdd}]}",
            says: "condition qui ne peut jamais être vraie : « contrat » devrait être deux choses à la fois."),
        BrokenFile(
            "a code and its contrary", replacing: jeune,
            with: "si: {tous: [{reponse: contrat, est: cdi}, {non: {reponse: contrat, est: cdi}}]}",
            says: "condition qui ne peut jamais être vraie : « contrat » devrait être deux choses à la fois."),
        BrokenFile(
            "an answer and the fact that it is", replacing: jeune,
            with: "si: {tous: [{reponse: situation, est: seul}, {fait: situation, est: couple}]}",
            says: "condition qui ne peut jamais être vraie : « situation » devrait être deux choses à la fois."),
        BrokenFile(
            "empty and more than", replacing: jeune,
            with: "si: {tous: [{reponse: prime, rempli: non}, {reponse: prime, plus_de: 3}]}",
            says: "condition qui ne peut jamais être vraie : « prime » devrait être deux choses à la fois."),
        BrokenFile(
            "a range without a number", replacing: jeune,
            with: "si: {tous: [{fait: revenus, plus_de: 10}, {fait: revenus, au_plus: 10}]}",
            says: "condition qui ne peut jamais être vraie : « revenus » devrait être deux choses à la fois."),
        BrokenFile(
            "every branch impossible", replacing: jeune,
            with:
                "si: {tous: [{reponse: contrat, est: cdi}, {un_de: [{reponse: contrat, est: cdd}, {reponse: contrat, rempli: non}]}]}",
            says: "condition qui ne peut jamais être vraie : « contrat » devrait être deux choses à la fois."),
        BrokenFile(
            "a question hidden by another", replacing: cdd,
            with: "si: {tous: [{reponse: contrat, est: cdd}, {reponse: travaille, est: non}]}",
            says:
                "condition qui ne peut jamais être vraie à cet endroit : « travaille » devrait être deux choses à la fois, d’après les conditions qui l’entourent. La question « fin_contrat » n’est jamais posée."
        ),
        BrokenFile(
            "a field against its screen", replacing: "libelle: Prime, type: montant,",
            with: "libelle: Prime, type: montant, si: {reponse: travaille, est: non},",
            says:
                "condition qui ne peut jamais être vraie à cet endroit : « travaille » devrait être deux choses à la fois, d’après les conditions qui l’entourent."
        ),
    ])
    func `a condition that can never be true is said`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test(arguments: [
        BrokenFile(
            "a later question", replacing: "type: oui_non",
            with: "type: oui_non\n    si: {reponse: contrat, rempli: oui}", at: "rempli: oui",
            says: "la question « travaille » regarde « contrat », posée après : mettez « contrat » avant."),
        BrokenFile(
            "itself", replacing: cdd, with: "si: {reponse: fin_contrat, rempli: oui}",
            says: "la question « fin_contrat » se regarde elle-même."),
        BrokenFile(
            "a field", replacing: cdd, with: "si: {reponse: salaire, rempli: oui}",
            says: "une question ne regarde que des faits et des questions d’avant ; « salaire » est un champ d’écran."),
    ])
    func `a question that looks further than what comes before is said`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }

    @Test func `fields that wait for one another are said once`() throws {
        let catalogue = try SmallCatalogue()
            .replacing("mois: -1, type: montant}", with: "mois: -1, type: montant, si: {reponse: prime, rempli: oui}}")
            .replacing(
                "libelle: Prime, type: montant,",
                with: "libelle: Prime, type: montant, si: {reponse: salaire, rempli: oui},")
        let problems = try catalogue.load().problems
        #expect(
            problems.map(\.message) == [
                "conditions qui tournent en rond : « salaire » → « prime » → « salaire ». Aucun de ces champs ne serait jamais montré."
            ])
        #expect(problems.map(\.line) == [try catalogue.line(of: "id: salaire,")])
    }

    @Test func `a screen that looks at its own field turns in a circle`() throws {
        let problems = try SmallCatalogue()
            .replacing(
                "titre: Ressources\n    si: {reponse: travaille, est: oui}",
                with: "titre: Ressources\n    si: {reponse: salaire, rempli: oui}"
            )
            .load().problems
        #expect(
            problems.map(\.message) == [
                "conditions qui tournent en rond : « salaire » → « salaire ». Aucun de ces champs ne serait jamais montré."
            ])
    }

    @Test(arguments: [
        "si: {un_de: [{reponse: contrat, est: cdi}, {reponse: contrat, est: cdd}]}",
        "si: {tous: [{fait: revenus, au_moins: 10}, {fait: revenus, au_plus: 10}]}",
        "si: {tous: [{reponse: travaille, est: non}, {non: {reponse: contrat, est: cdi}}]}",
        "si: {tous: [{reponse: travaille, est: non}, {reponse: contrat, rempli: non}]}",
        "si: {fait: date_naissance, apres: aujourdhui-3m+1j}",
    ])
    func `a condition that can be true is left alone`(_ condition: String) throws {
        #expect(try SmallCatalogue().replacing(Self.jeune, with: condition).load().problems == [])
    }
}
