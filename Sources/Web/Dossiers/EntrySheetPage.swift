import Domain
import Markup

/// The entry sheet, in two views of one page: to copy onto the platform, or to fill.
struct EntrySheetPage {
    enum Mode { case copy, fill }

    let view: DossierView
    let mode: Mode
    var form: FormBody = .empty
    var errors: [FieldError] = []
    var draft: KeptDraft?
    /// Answers that somebody else saved while this form was being filled.
    var conflict: AnswerConflict?
    var key = ""

    static func copy(_ id: ID<Dossier>) -> Path { Paths.entrySheet(id).query(["vue": "recopier"]) }
    static func fill(_ id: ID<Dossier>) -> Path { Paths.entrySheet(id).query(["vue": "remplir"]) }
    /// Straight to one field of the form.
    static func field(_ id: ID<Dossier>, _ cell: String) -> Path { fill(id).fragment(Field.id("r_\(cell)")) }

    var body: HTML {
        let sheet = view.sheet
        return DossierLayout(
            view: view, title: "Fiche de saisie", lead: lead(sheet), hasErrors: !errors.isEmpty || conflict != nil,
            content: """
                \(switches)\(draft?.notice(token: view.viewer.token))\
                \(conflict?.notice)\(mode == .copy ? EntrySheetReading(view: view, sheet: sheet).body : filling(sheet))
                """
        ).body
    }

    private func lead(_ sheet: EntrySheet) -> String {
        let missing = sheet.cells.filter(\.isOpen).count
        let rest =
            missing == 0
            ? "Tout ce qui est obligatoire est rempli."
            : "\(Words.count(missing, "réponse est à compléter ou à corriger", "réponses sont à compléter ou à corriger"))."
        let reserved = ReservedNotice(view: view).sentence
        let all = [missing == 0 && reserved != nil ? nil : rest, reserved].compactMap(\.self).joined(separator: " ")
        return "Les écrans de \(view.demarche.platform), dans leur ordre. \(all)"
    }

    private var switches: HTML {
        let copy = LinkButton("Recopier sur le site", to: EntrySheetPage.copy(view.id), .quiet, icon: .copier)
        let fill = LinkButton("Remplir ou corriger", to: EntrySheetPage.fill(view.id), .quiet, icon: .modifier)
        let print = PrintButton("Imprimer la fiche", to: Paths.printSheet(view.id))
        let other = mode == .copy ? (view.mayEdit ? fill.body : .empty) : copy.body
        return "<nav class=\"actes\" aria-label=\"Vues de la fiche\">\(other)\(print.body)</nav>"
    }

    private func filling(_ sheet: EntrySheet) -> HTML {
        guard !sheet.cells.isEmpty else { return EntrySheetReading.nothing(view) }
        let action = Paths.entrySheet(view.id)
        return Form(
            to: action, token: view.viewer.token, errors: errors, version: view.dossier.version, key: key,
            draft: Paths.draft(action),
            """
            \(Hidden("usager_version", String(view.usager.version)).body)\
            \(AnswerFields(view: view, sheet: sheet, form: form, errors: errors).body)\
            \(WorkFields(view, form: form, errors: errors).body)\
            \(Actions("\(Button("Enregistrer").body)\(Button("Enregistrer et vérifier", .quiet, name: "apres", value: "verifier").body)", staysInSight: true).body)
            """
        ).body
    }
}

extension EntrySheet.Cell {
    /// Still to be answered or corrected before the filing.
    var isOpen: Bool {
        switch state {
        case .missing, .wrong: true
        default: false
        }
    }
}

/// The tables to copy from: one per screen, in the order of the platform.
struct EntrySheetReading {
    let view: DossierView
    let sheet: EntrySheet

    static func nothing(_ view: DossierView) -> HTML {
        EmptyState(
            "Pas de fiche de saisie pour cette démarche",
            "Le catalogue n’en décrit que le but, les étapes et les autres chemins.",
            action: LinkButton("Revenir à la démarche", to: Paths.dossier(view.id), .quiet).body
        ).body
    }

    var body: HTML {
        guard !sheet.cells.isEmpty else { return EntrySheetReading.nothing(view) }
        let questions: HTML =
            sheet.questions.isEmpty
            ? .empty
            : Details(
                "Les questions qui décident des écrans (\(sheet.questions.count))",
                Facts(
                    sheet.questions.map {
                        ($0.words, "\(CellValue(view: view, cell: $0).shown) \(CellValue(view: view, cell: $0).tag)")
                    }
                ).body
            ).body
        let site: HTML? = view.address.map { "<p>\(OutsideLink("Ouvrir \(view.demarche.platform)", to: $0).body)</p>" }
        let tables = HTML.each(sheet.pages.enumerated()) { index, page in table(index + 1, page) }
        let file = view.mayEdit ? LinkButton("Noter le dépôt", to: Paths.filing(view.id), icon: .deposer).body : .empty
        return "\(questions)\(site)\(tables)\(Actions(file, staysInSight: true).body)"
    }

    private func table(_ number: Int, _ page: EntrySheet.Page) -> HTML {
        let note: HTML? = page.screen.note.map { "<p class=\"aide\">\(StatementText($0).body)</p>" }
        let rows = page.cells.map { cell in
            let value = CellValue(view: view, cell: cell)
            return Table.Row(id: "ligne-\(cell.id)", [value.heading, value.shown, value.tag])
        }
        let table: HTML =
            rows.isEmpty
            ? "<p>Rien à saisir sur cet écran, d’après les réponses.</p>"
            : Table(caption: "Dans l’ordre du site", columns: ["Ce qui est demandé", "À recopier", "État"], rows: rows)
                .body
        return Section("Écran \(number) : « \(page.screen.title) »", id: "ecran-\(number)", "\(note)\(table)").body
    }
}

/// One value of the sheet: its label, the value with its copy button, its state in words.
struct CellValue {
    let view: DossierView
    let cell: EntrySheet.Cell

    var heading: HTML {
        let help: HTML? = cell.help.isEmpty ? nil : "<small>\(cell.help)</small>"
        let shared: HTML? = cell.fact == nil ? nil : "<small>Sert aussi aux autres démarches.</small>"
        return "\(cell.words)\(help)\(shared)"
    }

    var shown: HTML {
        switch cell.state {
        case .bySelf: return "La personne le tape elle-même. Ne le notez jamais."
        case .tick: return "À cocher sur le site, par la personne."
        case .attach(let piece): return "À joindre : \(view.pieceLabel(piece))"
        case .reserved: return "Réservé : un collègue autorisé peut le lire."
        case .missing, .optional: return "—"
        case .known: return value
        case .wrong(let problem): return "\(value)<br><small>\(problem.sentence)</small>"
        }
    }

    private var value: HTML {
        guard let stored = cell.value else { return "—" }
        return Copyable(
            ValueFormat.copyForm(
                cell.type == .choice || cell.type == .choices || cell.type == .yesNo ? display(stored) : stored,
                as: cell.type),
            shown: display(stored), label: cell.words
        ).body
    }

    private func display(_ stored: String) -> String {
        ValueFormat.display(stored, as: cell.type, options: cell.options)
    }

    var tag: HTML {
        switch cell.state {
        case .known: Tag(.done, "connu").body
        case .missing: Tag(.lost, "manque").body
        case .optional: Tag(.neutral, "facultatif, vide").body
        case .wrong: Tag(.lost, "à corriger").body
        case .bySelf: Tag(.blocked, "secret").body
        case .tick: Tag(.neutral, "case à cocher").body
        case .attach(let piece):
            view.pieces.first { $0.piece == piece }?.status.tag.body ?? Tag(.watch, "à réunir").body
        case .reserved: Tag(.blocked, "réservé").body
        }
    }
}
