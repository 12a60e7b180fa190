import Domain
import Markup

@testable import Web

/// Pages that show every part in every state, long and right-to-left names included: read by the tests, looked at in a
/// browser (`Tests/browser/planche.py`).
enum PartsSamples {
    static let today = Day(2026, 11, 21) ?? Day(number: 0)
    static let viewer = Viewer(
        firstName: "Inès", structureName: "CCAS de Valbourg-sur-Loire", isResponsable: true,
        token: "jeton-de-la-session",
        lockAfterMinutes: 10)
    static let longName = "Mme Marie-Antoinette de La Rochefoucauld-Montmorency-Villeneuve"
    static let usager = Path("usagers", "4f1c")

    /// Every page with the name of its file.
    static let pages: [(name: String, html: HTML)] = [
        ("aujourdhui", todayPage), ("dossier", dossierPage), ("formulaire", formPage), ("etats", statesPage),
        ("vide", emptyPage), ("connexion", signInPage), ("feuille", paper),
    ]

    static var todayPage: HTML {
        let rows: [Rows.Row] = [
            .init(
                "Mme Diallo : déclaration trimestrielle", path: usager,
                detail: "Sans déclaration, le RSA s’arrête le samedi 5 décembre. Un montant à corriger.",
                tag: Tag(.lost, today.adding(days: 9).distance(today: today)),
                plate: DatePlate(today.adding(days: 9), today: today)),
            .init(
                "M. Petit : actualisation France Travail", path: usager,
                detail: "À faire avant le mardi 15 décembre. Il vient mardi à 10 h.",
                tag: Tag(.watch, "ouvre samedi 28"),
                plate: DatePlate(today.adding(days: 24), today: today)),
            .init(
                "محمد الأمين : recours auprès de la Caf", path: usager, detail: "La lettre est prête.",
                tag: Tag(.waiting, "réponse attendue"), plate: DatePlate(today.adding(days: 44), today: today)),
            .init(longName + " : chèque énergie", path: usager, tag: Tag(.done, "payé")),
        ]
        return Layout(
            title: "Aujourd’hui", viewer: viewer, current: .aujourdhui, flash: "Le dossier de M. Petit est déposé.",
            content: """
                \(Heading("Bonjour Inès, samedi 21 novembre", lead: "Trois droits peuvent se perdre cette semaine. Le plus urgent est en haut.").body)\
                \(Rows(rows).body)\
                \(Section("Relayé pour Karim, absent jusqu’au 27", Rows([rows[1]]).body).body)\
                \(Actions(LinkButton("Accueillir quelqu’un", to: Paths.welcome, icon: .accueillir).body).body)
                """
        ).body
    }

    static var dossierPage: HTML {
        let knots: [Rope.Knot] = [
            .init(.done, "Préparer", detail: "le 18 novembre", path: usager),
            .init(.done, "Réunir les pièces", detail: "le 20 novembre"),
            .init(.here, "Vérifier", detail: "1 point à régler", path: usager),
            .init(.blocked, "Déposer", detail: "un montant à corriger"),
            .init(.next, "Attendre la réponse"), .init(.next, "Droit ouvert"),
        ]
        return Layout(
            title: "Déclarer ses ressources tous les 3 mois", viewer: viewer, current: .demarches,
            who: WhoBar(
                name: "Mme Diallo", path: usager, next: "lundi 30 novembre",
                tag: Tag(.lost, "le RSA s’arrête le 5 décembre")),
            breadcrumb: Breadcrumb([("Personnes", Paths.usagers), ("Mme Diallo", usager)]),
            content: """
                \(Heading("Déclarer ses ressources tous les 3 mois", lead: "Caf · en ligne ou sur papier · 15 minutes avec les bulletins de paie.").body)\
                \(Rope(label: "Où en est la démarche", knots: knots).body)\
                \(Notice(.danger, "Ce qui ferait rejeter la demande", "<p>Le salaire d’août saisi (<b>1 212 €</b>) est le <b>net à payer</b>. La Caf demande le <b>montant net social</b> : il est écrit plus bas sur le bulletin.</p><a href=\"#aout\">Corriger le salaire d’août</a>").body)\
                \(entrySheet)\
                \(Section("Ce qu’il faut faire", Steps([
                    .init("Ouvrir « Mon compte » sur caf.fr", who: "avec Mme Diallo", content: "<p>Elle tape elle-même son mot de passe.</p>"),
                    .init("Recopier l’écran 2", who: "vous"), .init("Garder l’accusé de réception", who: "vous"),
                ]).body).body)\
                \(Section("Ce que l’on sait", onSheet: true, Facts([
                    ("Organisme", "Caf de l’Ain"), ("Numéro d’allocataire", Copyable("1234567", label: "le numéro d’allocataire").body),
                    ("Nom", HTML(text: longName)),
                ]).body).body)\
                \(Details("Ce que dit le silence de la Caf", "<p>Sans réponse après deux mois, la demande est refusée.</p>").body)\
                \(Actions("\(Button("Déposer la déclaration", icon: .deposer).body)\(PrintButton("Imprimer la feuille de route", to: usager).body)", staysInSight: true, note: "Fait avec Mme Diallo · 12 min").body)
                """
        ).body
    }

    private static var entrySheet: HTML {
        Table(
            caption: "Écran 2 de la Caf : « Ressources de chaque personne »",
            columns: ["Ce que la Caf demande", "À recopier", "État"],
            rows: [
                .init(
                    id: "aout",
                    [
                        "Salaire d’août<small>montant net social</small>", "\(Words.euros(cents: 121_200))",
                        Tag(.lost, "à corriger").body,
                    ]),
                .init([
                    "Salaire de septembre",
                    Copyable("1184,50", shown: Words.euros(cents: 118_450), label: "le salaire de septembre").body,
                    Tag(.done, "bulletin vu").body,
                ]),
                .init(["Pension alimentaire reçue<small>par mois</small>", "—", Tag(.watch, "à demander").body]),
            ]
        ).body
    }

    static var statesPage: HTML {
        Layout(
            title: "Tous les états", viewer: viewer,
            content: """
                \(Heading("Tous les états").body)<p>\(HTML.join(Tag.State.allCases.map { Tag($0, "\($0)").body }, separator: " "))</p>\
                \(HTML.each(Notice.Kind.allCases) { Notice($0, "Un avis", "<p>Ce qu’il faut lire avant de continuer.</p>").body })\
                <p>\(HTML.join(Icon.allCases.map { "\($0.drawing) \("\($0)")" }, separator: ", "))</p>\
                <p>\(Button("Déposer").body) \(Button("Préparer", .quiet, icon: .modifier).body) \(Button("Supprimer la fiche", .danger, icon: .supprimer).body) \(CheckedAddress("https://www.caf.fr").map { OutsideLink("caf.fr", to: $0).body })</p>
                """
        ).body
    }

    static var emptyPage: HTML {
        Layout(
            title: "Personnes", viewer: viewer, current: .personnes,
            content: """
                \(Heading("Personnes").body)\(EmptyState("Aucune personne pour l’instant", "Une fiche commence par un prénom, ou par une étiquette si la personne ne veut pas donner son nom.", action: LinkButton("Ouvrir une fiche", to: Paths.usagers, icon: .ajouter).body).body)\
                \(SearchBox(id: "besoin", label: "Que dit la personne ?", action: Paths.welcome, fragment: Paths.usagersFragment, token: viewer.token, help: "Comme elle le dit : « ma caf elle marche plus ».").body)
                """
        ).body
    }

    static var paper: HTML {
        PrintLayout(
            title: "Votre feuille de route", structure: "CCAS de Valbourg-sur-Loire",
            contact: "04 00 00 00 00, du lundi au vendredi",
            madeOn: today.fullWords, back: usager,
            content: """
                <h2>Ce que nous avons fait</h2><p>Nous avons préparé votre déclaration de ressources pour la Caf.</p>\
                \(Rope(label: "Où en est la démarche", knots: [.init(.done, "Préparer"), .init(.here, "Vérifier"), .init(.next, "Déposer"), .init(.next, "Réponse")]).body)\
                <h2>Ce que vous devez faire</h2><ol><li>Revenir avant le <b>lundi 30 novembre</b>.</li></ol>\
                <h2>À apporter</h2>\(PaperChecklist([("Bulletin de paie d’août", "celui où est écrit « montant net social »"), ("Carte Vitale", nil)]).body)\
                \(WritingLines("À noter").body)
                """
        ).body
    }
}
