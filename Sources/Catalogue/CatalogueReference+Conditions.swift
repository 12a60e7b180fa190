import Domain

extension CatalogueReference {
    /// The closed list of operators.
    static var conditions: String {
        let rows = ConditionOperator.all.map {
            "| `\($0.name)` | \($0.value) | \($0.types) | \($0.meaning) | `\($0.example)` |"
        }
        return """
            ## Conditions

            Une condition est l’une de ces formes, et aucune autre :

            - `{tous: [c, c]}` : toutes vraies ; `{un_de: [c, c]}` : au moins une vraie ; `{non: c}` : le contraire ;
            - `{reponse: id, opérateur: valeur}` : une question ou un champ de la démarche ;
            - `{fait: id, opérateur: valeur}` : un fait de la personne.

            Tant qu’il n’y a pas de réponse, tout opérateur est faux, sauf `rempli: non`. Une pièce dont la condition attend une
            réponse est montrée « peut-être », et un contrôle se tait. Les questions ne regardent que des
            faits et des questions d’avant ; les écrans, champs, contrôles, pièces et échéances regardent tout. On ne regarde
            jamais un champ `secret`, `case_a_cocher` ou `fichier` : Cordée n’en garde rien.

            | Opérateur | Valeur | Types de réponse | Sens | Exemple |
            |---|---|---|---|---|
            \(rows.joined(separator: "\n"))
            """
    }

    /// The types of answers, with what conditions may ask of each.
    static var answerTypes: String {
        let rows = ValueType.allCases.map { type in
            let operators =
                type.isStored
                ? ConditionOperator.all.filter { $0.fits(type) }.map { "`\($0.name)`" }.joined(separator: ", ")
                : "aucun : jamais gardé"
            return "| `\(type.rawValue)` | \(operators) |"
        }
        return """
            ## Types de réponse

            Pour les questions, les champs et les faits.

            | Type | Opérateurs des conditions |
            |---|---|
            \(rows.joined(separator: "\n"))
            """
    }
}

extension ConditionOperator {
    /// The groups of types that the operator fits, in words.
    fileprivate var types: String {
        switch family {
        case .code: "choix, oui_non, textes courts"
        case .any: "tous"
        case .number: "nombres"
        case .day: "dates et mois"
        case .birth, .date: "dates"
        case .same: "tous, deux du même genre"
        case .text: "textes"
        }
    }
}
