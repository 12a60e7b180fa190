import Domain

/// The facts of a person as a form says them: canonical values, and what is wrong with the others.
struct FactsForm {
    /// Values to save by fact; an empty text removes the fact. Only facts that the form showed.
    private(set) var facts: [String: String] = [:]
    private(set) var problems: [FieldError] = []

    /// - Parameters:
    ///   - asked: the facts that the form showed.
    ///   - needsName: a file must be recognisable by a first name, a name or a label.
    init(_ form: FormBody, asked: [FactDefinition], today: Day, needsName: Bool = true) {
        for fact in asked where form.has(fact.id) { read(fact, form, today) }
        if needsName,
            [FactID.firstName, FactID.usualName, FactID.birthName, FactID.label].allSatisfy({ form[$0].isEmpty })
        {
            problems.insert(
                FieldError(FactID.firstName, "Écrivez un prénom. S’il n’est pas connu, écrivez un nom ou un repère."),
                at: 0)
        }
        checkTogether()
    }

    private mutating func read(_ fact: FactDefinition, _ form: FormBody, _ today: Day) {
        let typed = form.all(fact.id).map(\.trimmed).filter { !$0.isEmpty }
        guard let last = typed.last else {
            facts[fact.id] = ""
            return
        }
        let raw = fact.type == .choices ? typed.joined(separator: ",") : last
        let isBirth = fact.id.hasSuffix(FactID.birthDate)
        switch ValueFormat.check(raw, as: fact.type, options: fact.options, today: today, mustBePast: isBirth) {
        case .success(let value): facts[fact.id] = value
        case .failure(let problem): problems.append(FieldError(fact.id, problem.sentence))
        }
    }

    /// What contradicts itself inside one file.
    private mutating func checkTogether() {
        if let birth = facts[FactID.birthDate].flatMap({ Day($0) }),
            let year = facts[FactID.birthYear].flatMap({ Int($0) }),
            birth.year != year
        {
            problems.append(
                FieldError(
                    FactID.birthYear,
                    "L’année n’est pas celle de la date de naissance. Gardez la bonne, effacez l’autre."))
        }
        contradict(
            FactID.noPhone, [FactID.phone, FactID.phone2],
            "Un téléphone est écrit. Décochez « Pas de téléphone », ou effacez le numéro.")
        contradict(
            FactID.noEmail, [FactID.email],
            "Une adresse mail est écrite. Décochez « Pas d’adresse mail », ou effacez l’adresse.")
    }

    private mutating func contradict(_ none: String, _ others: [String], _ sentence: String) {
        guard facts[none] == "oui", others.contains(where: { !(facts[$0] ?? "").isEmpty }) else { return }
        problems.append(FieldError(none, sentence))
    }

    /// A stored value as it is typed in its field.
    static func typed(_ value: String, _ fact: FactDefinition) -> [String] {
        switch fact.type {
        case .choices: value.split(separator: ",").map(String.init)
        case .choice, .yesNo: [value]
        case .amount, .percentage, .referenceIncome: [ValueFormat.copyForm(value, as: fact.type)]
        default: [ValueFormat.display(value, as: fact.type, options: fact.options)]
        }
    }
}
