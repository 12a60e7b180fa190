import Domain

/// Everything that was typed and ticked during one reception; kept from one step to the next.
struct ReceptionForm: Sendable {
    /// What the pressed button asks for.
    enum Act: String, Sendable {
        /// Enter in a field: the same step again, with what was typed.
        case refresh = "suite"
        case search = "chercher"
        case propose = "proposer"
        case findPerson = "personne"
        case start = "commencer"
        case note = "noter"
        /// Takes back the reception that was left.
        case resume = "reprendre"
    }

    /// The choice of a new file in the list of people.
    static let newPerson = "nouvelle"

    var act: Act
    var words: String
    /// The words of the last search: when they differ, the list is to be made again.
    var searched: String
    /// The id of the procedure; empty while none is chosen.
    var demarche: String
    /// The procedure was taken from a list by its own button.
    var wasPicked: Bool
    var urgency: ReceptionUrgency?
    var obstacles: Set<Obstacle>
    var alone: Set<AloneSkill>
    /// nil when it was not asked.
    var wantsToLearn: Bool?
    var wasProposed: Bool
    /// What the page proposed when the way was chosen.
    var proposed: Way?
    var way: Way?
    var why: String
    /// The name or label of the person, as typed.
    var who: String
    var isLabel: Bool
    /// The id of a person, `newPerson`, or empty.
    var person: String
    var minutes: String
    /// When the reception began.
    var began: Moment

    init(_ form: FormBody, now: Moment) {
        act = Act(rawValue: form["action"]) ?? .refresh
        words = String(form["mots"].prefix(ReceptionForm.longestWords))
        searched = form["mots_lus"]
        wasPicked = !form["choix"].isEmpty
        demarche = wasPicked ? form["choix"] : form["demarche"]
        urgency = ReceptionUrgency(rawValue: form["urgence"])
        obstacles = Set(form.all("gene").compactMap(Obstacle.init))
        alone = Set(form.all("seul").compactMap(AloneSkill.init))
        wantsToLearn = ["oui": true, "non": false][form["apprendre"]]
        wasProposed = form["etape"] == "proposition"
        proposed = Way(rawValue: form["proposee"])
        way = Way(rawValue: form["facon"])
        why = form["pourquoi"]
        who = String(form["qui"].prefix(120))
        isLabel = form["repere"] == "oui"
        person = form["personne"]
        minutes = form["minutes"]
        began = ReceptionForm.beginning(form["debut"], now: now)
    }

    static let longestWords = 300

    /// True when the words were changed since the list was made.
    var hasNewWords: Bool { act == .search || (act == .refresh && !wasPicked && words != searched) }

    /// True when the page must go as far as the proposal.
    var isPastDesk: Bool {
        switch act {
        case .propose, .findPerson, .start, .note: true
        case .refresh: wasProposed && !hasNewWords
        case .search, .resume: false
        }
    }

    /// What the procedure takes into account, with its own urgency when the agent said none.
    func triage(_ demarche: Demarche) -> TriageInput {
        TriageInput(
            demarche: demarche, urgency: urgency ?? demarche.urgency.usual, obstacles: obstacles, alone: alone,
            wantsToLearn: wantsToLearn)
    }

    /// The way followed: the agent's, unless the proposal that they had accepted has changed since.
    func chosenWay(_ proposal: Proposal) -> Way {
        guard let way, way != proposed, way == proposal.way || proposal.others.contains(way) else {
            return proposal.way
        }
        return way
    }

    /// What is kept with the dossier.
    func reception(_ demarche: Demarche, _ proposal: Proposal) -> Reception {
        Reception(
            words: words, urgency: urgency ?? demarche.urgency.usual,
            obstacles: Obstacle.allCases.filter(obstacles.contains),
            alone: AloneSkill.allCases.filter(alone.contains), proposed: proposal.way,
            whyOtherwise: chosenWay(proposal) == proposal.way ? "" : why)
    }

    /// What keeps the dossier from being opened. `demarche` is the procedure chosen, if it exists.
    func problems(_ proposal: Proposal?) -> [FieldError] {
        guard let proposal else {
            return [FieldError("mots", "Choisissez la démarche dans la liste, ou écrivez d’autres mots.")]
        }
        var errors: [FieldError] = []
        if let way, way != proposed, way != proposal.way, !proposal.others.contains(way) {
            errors.append(
                FieldError(
                    "facon", "Cette façon de faire n’est pas permise pour cette démarche. Choisissez-en une autre."))
        }
        if chosenWay(proposal) != proposal.way, why.isEmpty {
            errors.append(FieldError("pourquoi", "Dites en quelques mots pourquoi vous faites autrement."))
        }
        if knownPerson == nil, TypedPerson(who, isLabel: isLabel) == nil {
            errors.append(FieldError("qui", "Écrivez un prénom, ou un repère comme « dame au chien »."))
        }
        if hasWrongMinutes { errors.append(FieldError("minutes", "Écrivez un nombre de minutes. Par exemple 15.")) }
        return errors
    }

    /// The person chosen among those who have a file.
    var knownPerson: ID<Usager>? { person.isEmpty || person == ReceptionForm.newPerson ? nil : ID(person) }

    var hasWrongMinutes: Bool { !minutes.isEmpty && typedMinutes == nil }

    /// Minutes since the beginning, at most two hours: a page left open is not time spent.
    func minutesElapsed(now: Moment) -> Int { min(max(1, now.minutes(since: began)), 120) }

    func minutesSpent(now: Moment) -> Int { typedMinutes ?? minutesElapsed(now: now) }

    private var typedMinutes: Int? {
        Int(minutes).flatMap { (0...Activity.maximumMinutes).contains($0) ? $0 : nil }
    }

    /// A beginning sent by the page, when it is of today's reception; otherwise now.
    private static func beginning(_ text: String, now: Moment) -> Moment {
        guard let sent = Int64(text), sent <= now.milliseconds, sent > now.milliseconds - 12 * 3_600_000 else {
            return now
        }
        return Moment(milliseconds: sent)
    }
}

extension Urgency {
    /// What is assumed at the desk while nobody has said otherwise.
    var usual: ReceptionUrgency { degree == .normal ? .canWait : .thisWeek }
}
