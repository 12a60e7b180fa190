import Domain

/// A length of time: `{mois: 2}`.
enum DelayFormat {
    private static let count = Kind<Int>.integer(in: 0...1200, label: "nombre entier positif")

    static let years = Key<Int>.optional("ans", count, or: 0, "0", "Années.", "1")
    static let months = Key<Int>.optional("mois", count, or: 0, "0", "Mois.", "2")
    static let days = Key<Int>.optional("jours", count, or: 0, "0", "Jours du calendrier.", "15")
    static let workingDays = Key<Int>.optional(
        "jours_ouvres", count, or: 0, "0", "Jours sans samedi, dimanche ni jour férié.", "5")

    static let block = Block(
        "Durée", "Une longueur de temps ; au moins une clé ; {jours: 0} pour le jour même.",
        [years.page, months.page, days.page, workingDays.page]
    ) { fields in
        let delay = Delay(
            years: fields[years], months: fields[months], days: fields[days], workingDays: fields[workingDays])
        // Zero must be said: « le jour même » is {jours: 0}.
        if delay == Delay(), !fields.has(years), !fields.has(months), !fields.has(days), !fields.has(workingDays) {
            fields.cell?.report("durée vide : écrivez par exemple {mois: 2} ou {jours: 15}.")
        }
        return delay
    }
}

extension Kind where Value == Delay {
    static var delay: Kind { DelayFormat.block.kind }
}
