import HTTPTypes
import Hummingbird
import Markup

/// A page that says what happened and offers the way back.
struct ErrorPage {
    let title: String
    let explanation: [String]
    var back: Path = Paths.today
    var backWords = "Revenir à Aujourd’hui"
    var reference: String?

    var body: HTML {
        let lines = HTML.each(explanation) { "<p>\($0)</p>" }
        let reference: HTML? = reference.map {
            "<p>Référence à donner à la personne qui gère l’outil : <strong>\($0)</strong></p>"
        }
        return Layout(
            title: title, viewer: nil,
            content: """
                \(Heading(title).body)<div class="feuille">\(lines)\(reference)</div>\
                \(Actions(LinkButton(backWords, to: back).body).body)
                """
        ).body
    }

    func response(_ status: HTTPResponse.Status) -> Response { .html(body, status) }

    static let notFound = ErrorPage(
        title: "Cette page n’existe pas",
        explanation: [
            "L’adresse est fausse, ou ce dossier n’est pas dans votre structure.",
            "Vous cherchez une personne\u{A0}? Revenez à Aujourd’hui\u{A0}: son nom se cherche en haut de la page.",
        ])
    static let forbidden = ErrorPage(
        title: "Votre rôle ne permet pas cette action",
        explanation: ["Demandez à un collègue ou à la personne responsable de la structure. Rien n’a été changé."])
    static let formRefused = ErrorPage(
        title: "Le formulaire n’a pas été accepté",
        explanation: [
            "Il a été ouvert avant votre dernière connexion, ou dans un autre navigateur. Rien n’a été changé.",
            "Revenez à la page, vérifiez ce qui est écrit, puis envoyez de nouveau.",
        ])
    static let tooLarge = ErrorPage(
        title: "L’envoi est trop gros",
        explanation: ["Un formulaire peut contenir 1 mégaoctet de texte et 1 000 champs. Rien n’a été changé."])
    static let badRequest = ErrorPage(
        title: "L’envoi n’a pas été compris",
        explanation: [
            "Il est arrivé coupé, ou dans un codage inconnu. Rien n’a été changé. Revenez en arrière et renvoyez."
        ])
    static let expired = ErrorPage(
        title: "Ce lien n’est plus valable",
        explanation: ["Il a déjà servi, ou sa date est passée. Demandez un nouveau lien."])

    static func stale(back: Path?) -> ErrorPage {
        ErrorPage(
            title: "Quelqu’un d’autre a enregistré avant vous",
            explanation: [
                "Votre version était plus ancienne : elle n’a rien écrasé.",
                "Ouvrez de nouveau la page pour voir ce qui a changé, puis refaites votre modification.",
            ], back: back ?? Paths.today, backWords: "Voir la version à jour")
    }

    static func diskFull(_ reference: String) -> ErrorPage {
        ErrorPage(
            title: "Il n’y a plus de place pour enregistrer",
            explanation: [
                "Le disque du serveur est plein. Ce que vous venez d’envoyer n’est pas enregistré. Vous pouvez encore lire.",
                "Prévenez la personne qui gère l’outil. Gardez cette page ouverte : revenez en arrière, vos champs sont là.",
            ], reference: reference)
    }

    static func cannotWrite(_ reference: String) -> ErrorPage {
        ErrorPage(
            title: "L’enregistrement est impossible pour le moment",
            explanation: ["Le serveur ne peut pas écrire. Rien n’a été fait. Prévenez la personne qui gère l’outil."],
            reference: reference)
    }

    static func busy(_ reference: String) -> ErrorPage {
        ErrorPage(
            title: "Il y a trop de demandes en même temps",
            explanation: ["Rien n’a été fait. Attendez quelques secondes, puis essayez de nouveau."],
            reference: reference)
    }

    static func fault(_ reference: String) -> ErrorPage {
        ErrorPage(
            title: "Une erreur est survenue de notre côté",
            explanation: [
                "Ce n’est pas de votre faute. Ce que vous avez envoyé n’a pas été enregistré à moitié : tout ou rien.",
                "Revenez en arrière et essayez de nouveau.",
            ], reference: reference)
    }
}
