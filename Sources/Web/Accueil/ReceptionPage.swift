import Domain
import Markup

/// The whole reception on one page: the words, the procedure, the desk, the way, the person.
///
/// Each step is the same form sent again: nothing that was typed is lost, with or without scripts.
struct ReceptionPage {
    enum Stage { case words, desk, proposal }

    let viewer: Viewer
    let form: ReceptionForm
    let definitions: Definitions
    let found: [FoundNeed]
    let chosen: Demarche?
    let proposal: Proposal?
    let people: [DeskPerson]
    let errors: [FieldError]
    let key: String
    let now: Moment
    var flash: String?
    /// The hour of a reception that was begun and left.
    var waiting: String?

    var stage: Stage {
        if chosen != nil { return proposal == nil ? .desk : .proposal }
        return found.isEmpty ? .words : .desk
    }

    var body: HTML {
        Layout(
            title: "Accueillir", viewer: viewer, current: .accueillir, flash: flash, hasErrors: !errors.isEmpty,
            scripts: ["accueil"],
            content: """
                \(Heading("Que se passe-t-il ?").body)\(left)\
                \(Form(to: Paths.welcome, token: viewer.token, errors: errors, key: key, draft: Paths.draft(Paths.welcome), fields).body)
                """
        ).body
    }

    /// What stands under the words: sent alone to the script.
    var journey: HTML {
        switch stage {
        case .words: "\(read)\(CarriedAnswers(form: form, desk: true).body)\(isTooShort ? shortcuts : nothingFound)"
        case .desk:
            "\(read)\(CarriedAnswers(form: form, desk: false).body)\(choice)\(allFolded)\(desk)\(proposeButton(.main))"
        case .proposal: "\(read)\(summary)\(proposalSteps)"
        }
    }

    private var fields: HTML {
        """
        <button type="submit" hidden name="action" value="suite"\(attribute: "formaction", anchor)></button>\
        \(Hidden("debut", String(form.began.milliseconds)).body)\(words)\
        <div data-accueil\(attribute: "data-fragment", Paths.needsFragment)><div data-partie="parcours">\(journey)</div>\
        <p class="hors-vue" role="status" data-annonce-ici></p></div>
        """
    }

    /// Where the page opens again after Enter in a field.
    private var anchor: Path { stage == .proposal ? Paths.welcome.fragment("personne") : Paths.welcome }

    private var words: HTML {
        """
        <div class="recherche recherche-grande"><label for="champ-mots">Ce que dit la personne</label>\
        <p class="aide" id="champ-mots-aide">Avec ses mots. Par exemple\u{A0}: «\u{A0}ma caf elle marche plus\u{A0}», «\u{A0}on va me couper l’électricité\u{A0}».</p>\
        <span class="recherche-ligne"><input type="search" name="mots" id="champ-mots" autocomplete="off" spellcheck="false" \
        enterkeyhint="search" maxlength="300" aria-describedby="champ-mots-aide"\(attribute: "value", form.words)>\
        \(ActButton("Chercher", .search, at: "champ-mots", stage == .words ? .main : .quiet, icon: .chercher).body)</span></div>
        """
    }

    private var read: HTML { Hidden("mots_lus", form.words).body }

    /// A beginning of words that finds nothing is not yet a failure.
    private var isTooShort: Bool { form.words.count < (form.act == .search ? 1 : 4) }

    private var shortcuts: HTML {
        """
        \(Section("Les plus demandées", NeedShortcuts(needs: AllNeeds.common(definitions)).body).body)\
        \(Section("Toutes les démarches", AllNeeds(definitions).body).body)
        """
    }

    private var nothingFound: HTML {
        let advice: HTML = """
            <p>Essayez avec un seul mot, un nom d’organisme ou l’aide dont il s’agit. Sinon, choisissez un thème ci-dessous.</p>\
            <p>Si personne ici ne peut répondre, orientez la personne et notez-le.</p>
            """
        return """
            <div data-annonce="Aucune démarche trouvée">\(Notice(.warning, "Aucune démarche ne correspond à ces mots", advice).body)</div>\
            \(Section("Chercher par thème", AllNeeds(definitions).body).body)\
            \(Actions(ActButton("Noter une orientation, sans dossier", .note, .quiet).body).body)
            """
    }

    private var listed: [FoundNeed] {
        guard let chosen, !found.contains(where: { $0.id == chosen.id }) else { return found }
        return [FoundNeed(chosen)] + found
    }

    private var choice: HTML {
        """
        <div data-annonce="\(Words.count(listed.count, "démarche trouvée", "démarches trouvées"))">\
        \(NeedChoice(found: listed, chosen: chosen?.id ?? "", error: errors.first { $0.field == "demarche" }?.message).body)</div>
        """
    }

    private var allFolded: HTML { Details("Ce n’est dans aucune de ces démarches", AllNeeds(definitions).body).body }

    private var desk: HTML { DeskPart(form: form, chosen: chosen, today: now.day).body }

    private func proposeButton(_ loudness: Loudness) -> HTML {
        Actions(
            ActButton("Proposer une façon de faire", .propose, at: "proposition", loudness).body,
            staysInSight: loudness == .main
        ).body
    }

    /// What was settled, folded: still there to be changed.
    private var summary: HTML {
        """
        \(Hidden("etape", "proposition").body)\
        \(Details("Changer de démarche", isOpen: false, choice).body)\
        \(Details(deskWords, isOpen: false, "\(desk)\(proposeButton(.quiet))").body)
        """
    }

    private var deskWords: String {
        let urgency = (form.urgency ?? chosen?.urgency.usual ?? .canWait).label.lowercased()
        let obstacles =
            form.obstacles.isEmpty ? "rien ne gêne" : Words.count(form.obstacles.count, "gêne notée", "gênes notées")
        return "Changer les réponses (\(urgency), \(obstacles))"
    }

    private var proposalSteps: HTML {
        guard let chosen, let proposal else { return .empty }
        let minutes = MinutesField(
            value: form.hasWrongMinutes ? form.minutes : "", error: errors.first { $0.field == "minutes" }?.message,
            elapsed: form.minutesSpent(now: now) * 60)
        return """
            \(ProposalPart(form: form, demarche: chosen, proposal: proposal, errors: errors).body)\
            \(PersonPart(form: form, people: people, wasLookedUp: !form.who.isEmpty, errors: errors).body)\
            \(minutes.body)\
            \(Actions("\(ActButton("Commencer", .start).body)\(ActButton("Noter cet accueil sans ouvrir de dossier", .note, .quiet).body)").body)
            """
    }

    /// A reception that was left: said without showing anything of it, for the next person at the desk may be another.
    private var left: HTML {
        guard let waiting else { return .empty }
        let resume = ActionButton(
            to: Paths.welcome, token: viewer.token,
            Button("Reprendre cet accueil", .quiet, name: "action", value: ReceptionForm.Act.resume.rawValue))
        let drop = ActionButton(
            to: Paths.dropDraft, token: viewer.token, Button("L’effacer", .quiet),
            fields: Hidden("formulaire", Paths.welcome.text).body)
        return Notice(
            .information, "Un accueil commencé (\(waiting)) attend", Actions("\(resume.body)\(drop.body)").body
        ).body
    }
}
