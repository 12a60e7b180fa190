import Domain

/// A person as typed in one field at the desk: « Fatou », « Fatou Diallo », « Mme Diallo », or a label.
///
/// Nil when nothing readable was typed: a file needs a first name, a name or a label, not a number alone.
struct TypedPerson: Equatable {
    let facts: [String: String]

    private static let titles = [
        "mme": "madame", "madame": "madame", "m": "monsieur", "m.": "monsieur", "mr": "monsieur",
        "monsieur": "monsieur",
    ]

    /// - Parameter isLabel: the words are a label that stands for a name not given.
    init?(_ text: String, isLabel: Bool) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let whole = words.joined(separator: " ")
        guard whole.contains(where: \.isLetter) else { return nil }
        if isLabel {
            facts = [FactID.label: whole]
        } else if let title = Self.titles[words[0].lowercased()], words.count > 1 {
            facts = [FactID.title: title, FactID.usualName: words.dropFirst().joined(separator: " ")]
        } else if words.count > 1 {
            facts = [FactID.firstName: words[0], FactID.usualName: words.dropFirst().joined(separator: " ")]
        } else {
            facts = [FactID.firstName: whole]
        }
    }

    /// How the new file would be filled, to read before it is opened.
    var summary: String {
        if let label = facts[FactID.label] { return "Repère : \(label)." }
        let parts = [
            facts[FactID.title].map { $0 == "madame" ? "Madame" : "Monsieur" },
            facts[FactID.firstName].map { "prénom : \($0)" }, facts[FactID.usualName].map { "nom : \($0)" },
        ].compactMap(\.self)
        return Words.sentence(parts.joined(separator: ", ")) + "."
    }
}
