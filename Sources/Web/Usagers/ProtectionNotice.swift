import Domain
import Markup

/// A protection measure and what follows from it, said before anything is done.
struct ProtectionNotice {
    let view: UsagerView

    var body: HTML {
        guard let protection = view.usager.protection else { return .empty }
        let consequence =
            protection.blocksMandate
            ? "La personne ne peut pas signer seule un mandat\u{A0}: Cordée le bloque. Voyez son représentant avant d’agir à sa place."
            : "Vérifiez ce que la mesure permet avant d’agir à la place de la personne."
        return Notice(
            protection.blocksMandate ? .danger : .warning, "La personne a \(protection.words)",
            "<p>\(consequence)</p>\(guardian)"
        ).body
    }

    private var guardian: HTML {
        let name = view.usager.facts[FactID.guardian] ?? ""
        let phone = view.usager.facts[FactID.guardianPhone] ?? ""
        guard !name.isEmpty || !phone.isEmpty else {
            return "<p>Son représentant n’est pas noté. Demandez-le, puis modifiez la fiche.</p>"
        }
        let shown = phone.isEmpty ? "" : ValueFormat.display(phone, as: .phone)
        return "<p>Représentant\u{A0}: \([name, shown].filter { !$0.isEmpty }.joined(separator: ", ")).</p>"
    }
}
