import Domain
import Markup

/// Who owns the next step, what it is and when: the same three fields wherever a dossier moves.
struct NextStepFields {
    /// What stands in the fields before anything is typed.
    let usual: Dossier.NextStep?
    let form: FormBody
    let errors: [FieldError]
    var legend = "La prochaine étape"
    var isOptional = false

    var body: HTML {
        let typed = form.has("suite_quoi")
        let owner = typed ? form["suite_qui"] : usual?.owner.rawValue ?? ""
        let what = typed ? form["suite_quoi"] : usual?.what ?? ""
        let day = typed ? form["suite_quand"] : usual?.day?.typed ?? ""
        return FieldGroup(
            legend, help: "Elle entre dans l’agenda, pour que rien ne soit oublié.",
            """
            \(RadioGroup("suite_qui", "Qui s’en occupe ?", choices: Actor.allCases.map { Choice($0.rawValue, $0.label) }, chosen: owner, error: error("suite_qui"), optional: isOptional, inColumns: true).body)\
            \(TextField("suite_quoi", "Que faut-il faire ?", value: what, error: error("suite_quoi"), optional: isOptional).body)\
            \(DateField("suite_quand", "Pour quel jour ?", value: day, error: error("suite_quand"), optional: isOptional).body)
            """
        ).body
    }

    private func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
}

/// The next step as sent, or what is wrong with it.
struct NextStepForm {
    private(set) var step: Dossier.NextStep?
    private(set) var problems: [FieldError] = []

    /// - Parameter isOptional: all three fields may stay empty together.
    init(_ form: FormBody, isOptional: Bool) {
        let (what, date) = (form["suite_quoi"], form["suite_quand"])
        let owner = Actor(rawValue: form["suite_qui"])
        if isOptional, what.isEmpty, date.isEmpty { return }
        if owner == nil { problems.append(FieldError("suite_qui", "Choisissez qui s’occupe de la prochaine étape.")) }
        if what.isEmpty {
            problems.append(FieldError("suite_quoi", "Écrivez ce qu’il faut faire. Par exemple « Appeler la Caf »."))
        }
        let day = Day(typed: date)
        if day == nil {
            problems.append(
                FieldError("suite_quand", "Écrivez le jour où il faudra y revenir. Par exemple 26/11/2026."))
        }
        if let owner, let day, problems.isEmpty { step = Dossier.NextStep(owner: owner, day: day, what: what) }
    }
}
