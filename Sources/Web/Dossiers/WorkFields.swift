import Domain
import Markup
import Store

/// How the work was done and for how long: at the foot of every form of a dossier, already filled.
///
/// The hidden `ouvert` says when the page was opened: without scripts the server counts the minutes from it.
struct WorkFields {
    let way: Way
    let standIn: StandIn
    let form: FormBody
    let errors: [FieldError]
    let now: Moment

    init(_ view: DossierView, form: FormBody = .empty, errors: [FieldError] = []) {
        self.init(way: view.dossier.way, standIn: view.demarche.standIn, form: form, errors: errors, now: view.now)
    }

    init(way: Way, standIn: StandIn, form: FormBody, errors: [FieldError], now: Moment) {
        self.way = way
        self.standIn = standIn
        self.form = form
        self.errors = errors
        self.now = now
    }

    private var opened: Moment { WorkForm.opened(form, now: now) ?? now }
    private var seconds: Int { max(0, Int((now.milliseconds - opened.milliseconds) / 1000)) }

    var body: HTML {
        let choices = WorkForm.ways(standIn).map { Choice($0.rawValue, $0.doneLabel) }
        let chosen = form["maniere"].isEmpty ? WorkForm.usual(way, standIn).rawValue : form["maniere"]
        let typed =
            form["minutes"].isEmpty && seconds > 60 ? String(min(seconds / 60, WorkForm.longest)) : form["minutes"]
        return Details(
            "Comment et combien de temps", isOpen: errors.contains { $0.field == "maniere" || $0.field == "minutes" },
            """
            \(Hidden("ouvert", String(opened.milliseconds)).body)\
            \(RadioGroup("maniere", "Comment l’avez-vous fait ?", choices: choices, chosen: chosen, error: error("maniere")).body)\
            \(MinutesField(value: typed, error: error("minutes"), elapsed: seconds).body)
            """
        ).body
    }

    private func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
}

/// The way and the minutes that a form says, or what is wrong with them.
struct WorkForm {
    let work: Work
    let problems: [FieldError]

    /// Minutes that the server dares to count alone: a session ends after as long without a gesture.
    static let longest = 30

    init(_ form: FormBody, way: Way, standIn: StandIn, now: Moment) {
        var problems: [FieldError] = []
        let counted = WorkForm.opened(form, now: now).map { min(max(1, now.minutes(since: $0)), WorkForm.longest) } ?? 0
        var minutes = counted
        if !form["minutes"].isEmpty {
            if let typed = Int(form["minutes"]), (0...Activity.maximumMinutes).contains(typed) {
                minutes = typed
            } else {
                problems.append(
                    FieldError(
                        "minutes", "Écrivez un nombre de minutes, de 0 à \(Activity.maximumMinutes). Par exemple 15."))
            }
        }
        var chosen = WorkForm.usual(way, standIn)
        if form.has("maniere") {
            if let typed = Way(rawValue: form["maniere"]), WorkForm.ways(standIn).contains(typed) {
                chosen = typed
            } else {
                problems.append(FieldError("maniere", "Choisissez comment vous l’avez fait."))
            }
        }
        work = Work(way: chosen, minutes: minutes)
        self.problems = problems
    }

    init(_ form: FormBody, _ view: DossierView) {
        self.init(form, way: view.dossier.way, standIn: view.demarche.standIn, now: view.now)
    }

    /// The ways in which an act can have been done; never in the person's place where that is forbidden.
    static func ways(_ standIn: StandIn) -> [Way] {
        standIn.rule == .forbidden ? [.together, .teach] : [.together, .standIn, .teach]
    }

    static func usual(_ way: Way, _ standIn: StandIn) -> Way { ways(standIn).contains(way) ? way : .together }

    static func opened(_ form: FormBody, now: Moment) -> Moment? {
        guard let milliseconds = Int64(form["ouvert"]), (0...now.milliseconds).contains(milliseconds) else {
            return nil
        }
        return Moment(milliseconds: milliseconds)
    }
}

extension FormBody {
    /// The key of the form; a form without one never counts as sent before.
    var key: FormKey { FormKey(self["cle"].isEmpty ? Nonce.random() : self["cle"]) }
    var version: Int { Int(self["version"]) ?? 0 }
}
