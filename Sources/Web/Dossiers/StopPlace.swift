import Domain

/// Where a request stopped, as a choice among the screens and fields of the definition.
struct StopPlace {
    let demarche: Demarche
    let context: SheetContext

    init(demarche: Demarche, _ context: SheetContext) {
        self.demarche = demarche
        self.context = context
    }

    /// Every screen, then each of its fields: `ecran` or `ecran/champ`.
    var choices: [Choice] {
        demarche.screens.flatMap { screen in
            [Choice(screen.id, "Écran « \(screen.title) »")]
                + screen.fields.map { field in
                    Choice("\(screen.id)/\(field.id)", "\(screen.title) › \(label(field))")
                }
        }
    }

    /// The screen and field of a choice; nil when it is not of this definition.
    func read(_ value: String) -> (screen: String, field: String?)? {
        let parts = value.split(separator: "/", maxSplits: 1).map(String.init)
        guard let first = parts.first, let screen = demarche.screens.first(where: { $0.id == first }) else {
            return nil
        }
        guard parts.count == 2 else { return (screen.id, nil) }
        guard screen.fields.contains(where: { $0.id == parts[1] }) else { return nil }
        return (screen.id, parts[1])
    }

    /// `écran « Ressources », champ « Salaire versé en août 2026 »`.
    func words(_ stop: Dossier.Stop) -> String? {
        guard let screen = demarche.screens.first(where: { $0.id == stop.screen }) else { return nil }
        let field = screen.fields.first { $0.id == stop.field }.map { ", champ « \(label($0)) »" } ?? ""
        return "écran « \(screen.title) »\(field)"
    }

    private func label(_ field: Domain.Field) -> String {
        CellWords.label(field.label, month: field.monthOffset.map { context.opened.firstOfMonth.adding(months: $0) })
    }
}

/// How the label of a field is read: `{mois}` is the month in words.
enum CellWords {
    static func label(_ label: String, month: Day?) -> String {
        month.map { label.replacing("{mois}", with: $0.monthWords) } ?? label
    }
}

extension EntrySheet.Cell {
    var words: String { CellWords.label(label, month: month) }
    /// The name of the field in forms.
    var name: String { "r_\(id)" }
}
