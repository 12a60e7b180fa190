import Domain
import Markup

/// Answers that this reader may neither see nor write: whom to ask, instead of counting them as missing here.
struct ReservedNotice {
    let view: DossierView

    /// `2 réponses sont réservées à un travailleur social : demandez-lui de compléter.`; nil when none is.
    var sentence: String? {
        let count = view.reserved.count
        guard count > 0 else { return nil }
        let whom = view.reserved.sensitivities == [.social] ? "un travailleur social" : "un collègue autorisé"
        let words = Words.count(count, "réponse est réservée", "réponses sont réservées")
        return "\(Words.sentence(words)) à \(whom)\u{A0}: demandez-lui de compléter."
    }

    var body: HTML {
        guard let sentence else { return .empty }
        let names = view.completers.prefix(3).map(\.self)
        let who: HTML =
            names.isEmpty
            ? "Voyez avec votre responsable qui peut le faire."
            : "\(Words.list(names)) \(if: names.count == 1, "peut")\(if: names.count > 1, "peuvent") le faire."
        return Notice(.warning, sentence, "<p>\(who) Vous n’avez pas à les demander vous-même.</p>").body
    }
}
