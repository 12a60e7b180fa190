import Domain

/// A filing as sent, or what is wrong with it.
struct FilingForm {
    private(set) var filing: Filing?
    private(set) var expectedOn: Day?
    let next: Dossier.NextStep?
    let override: String
    private(set) var problems: [FieldError] = []

    init(_ form: FormBody, today: Day) {
        let step = NextStepForm(form, isOptional: false)
        next = step.step
        override = form["malgre"]
        let on = Day(typed: form["date"])
        if on == nil {
            problems.append(FieldError("date", "Écrivez le jour où la demande est partie. Par exemple \(today.typed)."))
        }
        let channel = Filing.Channel(rawValue: form["voie"])
        if channel == nil { problems.append(FieldError("voie", "Choisissez par où la demande est partie.")) }
        let clicker = Filing.Clicker(rawValue: form["clic"])
        if clicker == nil { problems.append(FieldError("clic", "Choisissez qui a envoyé la demande.")) }
        let proof = Filing.Proof(rawValue: form["preuve"])
        if proof == nil { problems.append(FieldError("preuve", "Choisissez la preuve gardée, ou « Aucune preuve ».")) }
        expectedOn = expected(form, on: on, today: today)
        problems += step.problems
        if let on, let channel, let clicker, let proof {
            filing = Filing(
                channel: channel, clicker: clicker, reference: form["reference"], proof: proof,
                whyNoProof: proof == .none ? form["sans_preuve"] : "", on: on)
        }
    }

    /// The answer's day; nil lets the definition say it, also when the proposal was left and the filing is of another day.
    private mutating func expected(_ form: FormBody, on: Day?, today: Day) -> Day? {
        let typed = form["attendue"]
        if typed.isEmpty || (typed == form["attendue_proposee"] && on != today) { return nil }
        guard let day = Day(typed: typed) else {
            problems.append(
                FieldError("attendue", "Écrivez la date avec le jour, le mois et l’année, ou laissez vide."))
            return nil
        }
        if let on, day < on { problems.append(FieldError("attendue", "La réponse ne peut pas venir avant le dépôt.")) }
        return day
    }
}

extension Dossier.Refusal {
    /// The field of the filing form where the hand must go; empty for the form as a whole.
    var field: String {
        switch self {
        case .personMustAct: "clic"
        case .blockingFindings, .reservedAnswers: "malgre"
        case .filedInFuture: "date"
        case .proofReasonMissing: "sans_preuve"
        case .whyMissing: "pourquoi"
        case .closed, .alreadyFiled, .notFiled, .notPossibleFrom: ""
        }
    }
}
