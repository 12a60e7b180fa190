import Domain
import Markup
import Store

/// The first page of somebody who is not signed in.
struct SignInPage {
    let token: String
    let email: String
    let back: String
    let ended: Bool
    let message: String?
    let errors: [FieldError]
    let demoLinks: [String]

    static let refused = "L’adresse ou le mot de passe n’est pas bon. Vérifiez les majuscules, puis essayez de nouveau."

    static func wait(until: Moment) -> String {
        // The minute after: seconds are not shown, and the wait must be over when the clock says that hour.
        let over = until.adding(minutes: 1).time
        return "Trop d’essais. Attendez jusqu’à \(Words.hour(over.hour, over.minute)), puis essayez de nouveau."
    }

    var body: HTML {
        let notice: HTML =
            ended
            ? Notice(
                .information, "Votre session s’est fermée",
                "<p>Vous n’avez rien touché pendant un moment. Ce que vous aviez écrit est gardé : vous le retrouverez.</p>"
            ).body : .empty
        return Layout(
            title: "Connexion", viewer: nil, flash: message, hasErrors: !errors.isEmpty,
            content: """
                \(Heading("Connexion", lead: "L’établi des personnes qui aident à faire les démarches en ligne.").body)\(notice)\
                <div class="feuille">\(Form(to: Paths.signIn, token: token, errors: errors, fields).body)</div>
                """
        ).body
    }

    private var fields: HTML {
        """
        \(Hidden("retour", back).body)\
        \(TextField("email", "Votre adresse mail professionnelle", value: email, error: errors.first?.message, kind: .email, autocomplete: "username").body)\
        \(TextField("mot_de_passe", "Votre mot de passe", kind: .password, autocomplete: "current-password").body)\
        \(Actions(Button("Se connecter").body).body)\
        \(Details("Vous avez oublié votre mot de passe ?", "<p>Demandez à la personne responsable de votre structure de fermer votre compte et de vous envoyer une nouvelle invitation. Vos dossiers ne sont pas perdus : vos collègues y ont accès.</p>").body)
        """
    }
}

/// The page of a locked desk: nothing of the work is seen.
struct UnlockPage {
    let session: Session
    let back: String
    let errors: [FieldError]

    var body: HTML {
        Layout(
            title: "Poste verrouillé", viewer: nil, hasErrors: !errors.isEmpty,
            content: """
                \(Heading("Poste verrouillé", lead: "Personne ne voit les dossiers. Votre travail vous attend.").body)\
                <div class="feuille">\(Form(to: Paths.unlock, token: session.formToken, errors: errors, fields).body)\
                \(ActionButton(to: Paths.signOut, token: session.formToken, Button("Ce n’est pas moi : changer de personne", .quiet)).body)</div>
                """
        ).body
    }

    private var fields: HTML {
        """
        \(Hidden("retour", back).body)\
        \(TextField("mot_de_passe", "Mot de passe de \(session.aidant.firstName)", error: errors.first?.message, kind: .password, autocomplete: "current-password").body)\
        \(Actions(Button("Déverrouiller").body).body)
        """
    }
}

/// What is shown while no structure exists, to somebody without the setup link.
struct FirstRunNotice {
    var body: HTML {
        Layout(
            title: "Première installation", viewer: nil,
            content: """
                \(Heading("Première installation", lead: "Cordée est prête, mais aucune structure n’existe encore.").body)\
                <div class="feuille"><p>Un lien d’installation est écrit dans le terminal où Cordée a été lancée. \
                Ouvrez ce lien : il crée la structure et le compte de sa première personne responsable.</p>\
                <p>Le lien sert une fois et vaut une heure. Pour en avoir un autre, arrêtez puis relancez Cordée.</p></div>
                """
        ).body
    }
}
