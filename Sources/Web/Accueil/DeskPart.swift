import Domain
import Markup

/// What is asked at the desk beside the words: how long it can wait, what stands in the way, what the person can do.
struct DeskPart {
    let form: ReceptionForm
    /// The procedure in hand, for what would be lost.
    let chosen: Demarche?
    let today: Day

    var body: HTML {
        """
        \(urgency)\
        \(Checkboxes("gene", "Ce qui gêne", choices: Obstacle.allCases.map { Choice($0.rawValue, $0.label) }, chosen: Set(form.obstacles.map(\.rawValue))).body)\
        \(Checkboxes("seul", "Ce que la personne sait faire seule", choices: AloneSkill.allCases.map { Choice($0.rawValue, $0.label) }, chosen: Set(form.alone.map(\.rawValue))).body)\
        \(learning)
        """
    }

    private var urgency: HTML {
        let choices = ReceptionUrgency.allCases.reversed().map { Choice($0.rawValue, $0.label) }
        return """
            \(RadioGroup("urgence", "Est-ce urgent ?", choices: choices, chosen: form.urgency?.rawValue, help: "Sans réponse, c’est l’urgence habituelle de la démarche qui compte.", optional: true, inColumns: true).body)\
            <div data-partie="perte">\(loss)</div>
            """
    }

    /// What is lost and when, as the catalogue knows it.
    private var loss: HTML {
        guard let chosen, let text = chosen.urgency.loss?.text else { return .empty }
        let dates = HTML.each(chosen.nextDates(today: today)) { "<p>\($0)</p>" }
        return Notice(
            chosen.urgency.degree == .immediate ? .danger : .warning, "Si rien n’est fait : \(chosen.title)",
            "<p>\(text)</p>\(dates)"
        ).body
    }

    private var learning: HTML {
        let chosen = form.wantsToLearn.map { $0 ? "oui" : "non" } ?? "sans"
        return RadioGroup(
            "apprendre", "La personne veut-elle apprendre à le faire ?",
            choices: [Choice("oui", "Oui"), Choice("non", "Non"), Choice("sans", "Pas demandé")], chosen: chosen,
            inColumns: true
        ).body
    }
}

extension Demarche {
    /// Dates of the calendar that do not depend on the person: « Actualisation : mardi 15 décembre (dans 24 jours). »
    func nextDates(today: Day) -> [String] {
        deadlines.compactMap { deadline in
            guard let window = deadline.calculation?.occurrences(anchors: { _ in nil }, from: today, count: 1).first
            else {
                return nil
            }
            return "\(deadline.label)\u{A0}: \(window.due.words(today: today)) (\(window.due.distance(today: today)))."
        }
    }
}

/// A button of the reception: says which act it asks for, and where the page opens afterwards.
struct ActButton {
    let words: String
    let act: ReceptionForm.Act
    /// The id at which the page opens again; nil for an act that leads elsewhere.
    let anchor: String?
    let loudness: Loudness
    let icon: Icon?

    init(
        _ words: String, _ act: ReceptionForm.Act, at anchor: String? = nil, _ loudness: Loudness = .main,
        icon: Icon? = nil
    ) {
        self.words = words
        self.act = act
        self.anchor = anchor
        self.loudness = loudness
        self.icon = icon
    }

    var body: HTML {
        """
        <button type="submit" class="\(loudness.style)" name="action"\(attribute: "value", act.rawValue)\
        \(attribute: "formaction", anchor.map { Paths.welcome.fragment($0) } ?? Paths.welcome)>\(icon?.drawing)<span>\(words)</span></button>
        """
    }
}
