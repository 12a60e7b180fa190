import Domain
import Markup

/// What was answered in a later step and is not shown in this one: it goes along unseen, so that going back loses nothing.
struct CarriedAnswers {
    let form: ReceptionForm
    /// The answers of the desk too are out of sight.
    let desk: Bool

    var body: HTML { "\(if: desk, deskAnswers)\(proposalAnswers)" }

    private var deskAnswers: HTML {
        let learning: HTML? = form.wantsToLearn.map { Hidden("apprendre", $0 ? "oui" : "non").body }
        return """
            \(form.urgency.map { Hidden("urgence", $0.rawValue).body })\
            \(HTML.each(Obstacle.allCases.filter(form.obstacles.contains)) { Hidden("gene", $0.rawValue).body })\
            \(HTML.each(AloneSkill.allCases.filter(form.alone.contains)) { Hidden("seul", $0.rawValue).body })\(learning)
            """
    }

    private var proposalAnswers: HTML {
        let pairs = [
            ("facon", form.way?.rawValue ?? ""), ("proposee", form.proposed?.rawValue ?? ""), ("pourquoi", form.why),
            ("qui", form.who), ("repere", form.isLabel ? "oui" : ""), ("personne", form.person),
        ]
        return HTML.each(pairs.filter { !$0.1.isEmpty }) { Hidden($0.0, $0.1).body }
    }
}
