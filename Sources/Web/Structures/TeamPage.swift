import Domain
import Markup
import Store

/// The colleagues of the structure: who they are, what they may do, who is invited.
struct TeamPage {
    let viewer: Viewer
    let me: ID<Aidant>
    let team: [Aidant]
    let invitations: [Invitation]
    let today: Day
    let form: FormBody
    let errors: [FieldError]
    let key: String
    let flash: String?

    var body: HTML {
        Layout(
            title: "L’équipe", viewer: viewer, current: .structure, flash: flash, hasErrors: !errors.isEmpty,
            breadcrumb: Breadcrumb([("Structure", Paths.structure)]),
            content: """
                \(Heading("L’équipe", lead: "Chaque personne a son compte. Un compte ne se partage pas.").body)\
                \(general)\(Section("Vos collègues", HTML.each(team, card)).body)\(waiting)\
                \(Section("Inviter une personne", id: "inviter", onSheet: true, inviteForm).body)
                """
        ).body
    }

    private var general: HTML {
        ErrorSummary(errors.filter { $0.field.isEmpty }).body
    }

    private func card(_ aidant: Aidant) -> HTML {
        let state: HTML =
            if !aidant.isActive {
                Tag(.neutral, "compte fermé").body
            } else if let absence = aidant.absence,
                absence.covers(today)
            { Tag(.watch, "absence jusqu’au \(absence.through.words(today: today))").body } else { .empty }
        return """
            <div class="feuille equipier"><h3>\(aidant.fullName)\(if: aidant.id == me, " (vous)")</h3>\
            <p>\(Words.sentence(aidant.role.words)) · \(aidant.email) \(state)</p>\
            \(if: aidant.id != me, Details("Changer le rôle ou fermer le compte", manage(aidant)).body)</div>
            """
    }

    private func manage(_ aidant: Aidant) -> HTML {
        let choices = Role.assignable.map { Choice($0.rawValue, Words.sentence($0.words)) }
        let close: HTML =
            aidant.isActive
            ? Button("Fermer le compte", .danger, name: "action", value: "fermer").body : .empty
        return Form(
            to: Paths.colleague(aidant.id), token: viewer.token, version: aidant.version,
            """
            \(Select("role", "Rôle de \(aidant.firstName)", choices: choices, chosen: aidant.role.rawValue).within(aidant.id.raw).body)\
            \(Actions("\(Button(aidant.isActive ? "Changer le rôle" : "Rouvrir le compte", .quiet, name: "action", value: "role").body)\(close)").body)
            """
        ).body
    }

    private var waiting: HTML {
        guard !invitations.isEmpty else { return .empty }
        let rows = invitations.map { invitation in
            Rows.Row(
                "\(invitation.firstName) \(invitation.lastName)",
                detail:
                    "\(Words.sentence(invitation.role.words)). Le lien vaut jusqu’au \(invitation.expiresAt.day.words(today: today)).",
                action: ActionButton(
                    to: Paths.withdraw(invitation.id), token: viewer.token, Button("Retirer l’invitation", .quiet)
                ).body)
        }
        return Section("Invitations en attente", Rows(rows).body).body
    }

    private var inviteForm: HTML {
        let error = { (name: String) in errors.first { $0.field == name }?.message }
        let roles = Role.assignable.map { Choice($0.rawValue, Words.sentence($0.words), help: $0.explanation) }
        return Form(
            to: Paths.invite, token: viewer.token, errors: errors.filter { !$0.field.isEmpty }, key: key,
            """
            \(TextField("prenom", "Prénom", value: form["prenom"], error: error("prenom")).body)\
            \(TextField("nom", "Nom", value: form["nom"], optional: true).body)\
            \(TextField("email", "Adresse mail professionnelle", value: form["email"], help: "Elle sert à se connecter. Aucun mail n’est envoyé.", error: error("email"), kind: .email).body)\
            \(RadioGroup("role", "Rôle", choices: roles, chosen: form["role"], error: error("role")).body)\
            \(Actions(Button("Préparer l’invitation").body).body)
            """
        ).body
    }
}

/// The link of an invitation, shown once: to copy, or to print and hand over.
struct InvitationPage {
    let viewer: Viewer
    let firstName: String
    let email: String
    let role: String
    let link: String

    var body: HTML {
        Layout(
            title: "Invitation", viewer: viewer, current: .structure,
            breadcrumb: Breadcrumb([("Structure", Paths.structure), ("L’équipe", Paths.team)]),
            content: """
                \(Heading("L’invitation de \(firstName) est prête", lead: "Copiez le lien ou imprimez cette page. Le lien ne sera plus montré.").body)\
                <div class="feuille invitation"><p>Bonjour \(firstName),</p>\
                <p>Vous êtes invité·e dans <strong>\(viewer.structureName)</strong> comme \(role). \
                Ouvrez ce lien dans un navigateur et choisissez votre mot de passe :</p>\
                <p>\(Copyable(link, label: "le lien").body)</p>\
                <p>Vous vous connecterez avec l’adresse <strong>\(email)</strong>. \
                Le lien sert une seule fois et vaut \(Invitation.days) jours.</p></div>\
                \(Actions(LinkButton("Revenir à l’équipe", to: Paths.team, .quiet).body).body)
                """
        ).body
    }
}
