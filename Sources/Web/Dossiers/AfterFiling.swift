import Domain
import Markup

/// Silence and appeals, with the dates that the dossier gives them.
struct AfterFiling {
    let view: DossierView

    private var demarche: Demarche { view.demarche }
    private var dossier: Dossier { view.dossier }

    /// What no answer means, with its day when the request has been filed.
    var silence: HTML {
        guard !demarche.silence.isEmpty else { return .empty }
        let lines = HTML.each(demarche.silence) { silence in
            let day = silence.after.flatMap { after in dossier.filedOn?.adding(after) }
            let date: HTML? = day.map { "<br><b>\(sentence(silence.meaning, $0))</b>" }
            return "<li>\(StatementText(silence.text).body)\(date)</li>"
        }
        return "<ul>\(lines)</ul>"
    }

    private func sentence(_ meaning: Silence.Meaning, _ day: Day) -> String {
        let date = "\(day.words(today: view.today)) (\(day.distance(today: view.today)))"
        return switch meaning {
        case .refusal: "Sans réponse le \(date), c’est un refus."
        case .acceptance: "Sans réponse le \(date), c’est un accord."
        case .suspension: "Sans réponse le \(date), le droit est suspendu."
        case .nothing: "Sans réponse le \(date), il faut relancer."
        }
    }

    /// The ways to contest, each with its last day once one can be reckoned.
    var appeals: HTML {
        guard !demarche.appeals.isEmpty else { return .empty }
        let steps = demarche.appeals.map { appeal in
            Steps.Step(
                appeal.level, who: appeal.limit, content: "\(last(appeal))<p>\(StatementText(appeal.way).body)</p>")
        }
        return Steps(steps).body
    }

    private func last(_ appeal: Appeal) -> HTML {
        guard let last = lastDay(appeal) else { return .empty }
        return last < view.today
            ? "<p>\(Tag(.blocked, "délai passé depuis le \(last.words(today: view.today))").body)</p>"
            : "<p><b>Dernier jour : \(last.words(today: view.today))</b> \(Tag(.lost, last.distance(today: view.today)).body)</p>"
    }

    /// Counted like the calendar: from the decision, or from the day on which silence became a refusal.
    func lastDay(_ appeal: Appeal) -> Day? {
        guard let delay = appeal.delay else { return nil }
        switch appeal.start {
        case .decision:
            return dossier.state == .refused || dossier.state == .appealing ? dossier.decidedOn?.adding(delay) : nil
        case .silence:
            guard dossier.state == .filed else { return nil }
            let silent = demarche.silence.first { $0.after != nil && $0.meaning == .refusal }?.after
            return silent.flatMap { after in dossier.filedOn?.adding(after).adding(delay) }
        case .any: return nil
        }
    }
}
