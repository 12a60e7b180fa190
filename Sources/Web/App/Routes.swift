import Hummingbird

/// Every route of the site, by feature.
public enum Routes {
    public static func router(_ app: App) -> Router<VisitorContext> { table(app).router }

    static func table(_ app: App) -> (router: Router<VisitorContext>, declared: [DeclaredRoute]) {
        let router = Router(context: VisitorContext.self)
        router.add(middleware: SecurityHeaders(isSecureSite: app.settings.isSecureSite))
        router.add(middleware: Faults(app: app))
        router.add(middleware: Visits(app: app))
        let routes = RouteTable(router: router)
        files(routes, app)
        accounts(routes, app)
        structures(routes, app)
        work(routes, app)
        return (router, routes.declared)
    }

    private static func files(_ routes: RouteTable, _ app: App) {
        let files = AssetHandlers(app: app)
        routes.visitor(get: "/assets/:nom", files.asset)
        routes.visitor(get: "/polices/:nom", files.font)
        routes.visitor(get: "/sante", files.health)
    }

    private static func accounts(_ routes: RouteTable, _ app: App) {
        let signIn = SignInHandlers(app: app)
        routes.visitor(get: "/", signIn.root)
        routes.visitor(get: "/connexion", signIn.page)
        routes.visitor(post: "/connexion", signIn.signIn)
        routes.visitor(get: "/demo/:jeton", signIn.demo)
        routes.visitor(get: "/deverrouiller", signIn.unlockPage)
        routes.visitor(post: "/deverrouiller", signIn.unlock)
        routes.visitor(post: "/deconnexion", signIn.signOut)
        routes.aidant(post: "/verrouiller", signIn.lock)
        let first = FirstRunHandlers(app: app)
        routes.visitor(get: "/premiere-installation", first.page)
        routes.visitor(post: "/premiere-installation", first.create)
        let invitations = InvitationHandlers(app: app)
        routes.visitor(get: "/invitation/:jeton", invitations.page)
        routes.visitor(post: "/invitation/:jeton", invitations.accept)
        let account = AccountHandlers(app: app)
        routes.aidant(get: "/compte", account.page)
        routes.aidant(post: "/compte/mot-de-passe", account.changePassword)
        routes.aidant(post: "/compte/sessions", account.closeOthers)
        routes.aidant(post: "/compte/absence", account.setAbsence)
        let drafts = DraftHandlers(app: app)
        routes.aidant(post: "/brouillons", drafts.save)
        routes.aidant(post: "/brouillons/effacer", drafts.drop)
    }

    private static func structures(_ routes: RouteTable, _ app: App) {
        let structure = StructureHandlers(app: app)
        routes.responsable(get: "/structure", structure.page)
        routes.responsable(post: "/structure", structure.save)
        let team = TeamHandlers(app: app)
        routes.responsable(get: "/structure/equipe", team.page)
        routes.responsable(post: "/structure/equipe/inviter", team.invite)
        routes.responsable(post: "/structure/equipe/invitations/:id/retirer", team.withdraw)
        routes.responsable(post: "/structure/equipe/:id", team.manage)
    }

    private static func work(_ routes: RouteTable, _ app: App) {
        routes.aidant(get: "/aujourdhui", TodayHandlers(app: app).page)
        accueil(routes, app)
        dossiers(routes, app)
        usagers(routes, app)
    }

    private static func usagers(_ routes: RouteTable, _ app: App) {
        let people = UsagersHandlers(app: app)
        routes.aidant(get: "/usagers", people.list)
        routes.aidant(post: "/usagers/chercher", people.find)
        routes.aidant(post: "/usagers/fragment", people.fragment)
        let new = NewUsagerHandlers(app: app)
        routes.aidant(get: "/usagers/nouveau", new.page)
        routes.aidant(post: "/usagers/nouveau", new.create)
        routes.aidant(post: "/usagers/ressemblances", new.similar)
        let usager = UsagerHandlers(app: app)
        routes.aidant(get: "/usagers/:id", usager.page)
        routes.aidant(post: "/usagers/:id/statut", usager.status)
        routes.aidant(get: "/usagers/:id/historique", usager.history)
        routes.aidant(get: "/usagers/:id/feuille-de-route", usager.roadSheet)
        routes.aidant(get: "/usagers/:id/echeances", usager.calendar)
        let edit = EditUsagerHandlers(app: app)
        routes.aidant(get: "/usagers/:id/modifier", edit.page)
        routes.aidant(post: "/usagers/:id/modifier", edit.save)
        let referents = ReferentsHandlers(app: app)
        routes.aidant(get: "/usagers/:id/referents", referents.page)
        routes.aidant(post: "/usagers/:id/referents", referents.change)
        let echeances = EcheanceHandlers(app: app)
        routes.aidant(get: "/echeances/:id", echeances.page)
        routes.aidant(post: "/echeances/:id/fait", echeances.done)
        routes.aidant(post: "/echeances/:id/reporter", echeances.snooze)
        let journal = JournalHandlers(app: app)
        routes.responsable(get: "/structure/journal", journal.structure)
        routes.responsable(get: "/usagers/:id/journal", journal.usager)
    }

    private static func dossiers(_ routes: RouteTable, _ app: App) {
        let new = NewDossierHandlers(app: app)
        routes.aidant(get: "/usagers/:id/dossiers/nouveau", new.page)
        routes.aidant(post: "/usagers/:id/dossiers/nouveau", new.search)
        routes.aidant(post: "/usagers/:id/dossiers", new.open)
        let dossiers = DossierHandlers(app: app)
        routes.aidant(get: "/dossiers/:id", dossiers.page)
        routes.aidant(get: "/dossiers/:id/verifier", dossiers.check)
        routes.aidant(get: "/dossiers/:id/fiche/imprimer", dossiers.printSheet)
        routes.aidant(get: "/dossiers/:id/pieces/imprimer", dossiers.printPieces)
        let sheet = EntrySheetHandlers(app: app)
        routes.aidant(get: "/dossiers/:id/fiche", sheet.page)
        routes.aidant(post: "/dossiers/:id/fiche", sheet.save)
        let pieces = PiecesHandlers(app: app)
        routes.aidant(get: "/dossiers/:id/pieces", pieces.page)
        routes.aidant(post: "/dossiers/:id/pieces", pieces.save)
        let filing = FilingHandlers(app: app)
        routes.aidant(get: "/dossiers/:id/depot", filing.page)
        routes.aidant(post: "/dossiers/:id/depot", filing.save)
        let followUp = FollowUpHandlers(app: app)
        routes.aidant(get: "/dossiers/:id/suite", followUp.page)
        routes.aidant(post: "/dossiers/:id/suite", followUp.save)
        let moves = MoveHandlers(app: app)
        routes.aidant(get: "/dossiers/:id/etat", moves.page)
        routes.aidant(post: "/dossiers/:id/etat", moves.save)
        let activities = ActivityHandlers(app: app)
        routes.aidant(get: "/activites/:id", activities.page)
        routes.aidant(post: "/activites/:id", activities.correct)
    }

    private static func accueil(_ routes: RouteTable, _ app: App) {
        let accueil = AccueilHandlers(app: app)
        routes.aidant(get: "/accueillir", accueil.page)
        routes.aidant(post: "/accueillir", accueil.step)
        routes.aidant(post: "/accueillir/fragment", accueil.fragment)
        let demarches = DemarchesHandlers(app: app)
        routes.aidant(get: "/demarches", demarches.list)
        routes.aidant(post: "/demarches", demarches.search)
        routes.aidant(post: "/demarches/fragment", demarches.fragment)
        routes.aidant(get: "/demarches/:id", demarches.page)
        routes.aidant(get: "/demarches/:id/imprimer", demarches.printed)
        routes.aidant(get: "/organismes", demarches.organismes)
        routes.aidant(get: "/organismes/:id", demarches.organisme)
        let help = AideHandlers()
        routes.visitor(get: "/aide", help.page)
        routes.visitor(get: "/aide/raccourcis", help.shortcuts)
        routes.visitor(get: "/accessibilite", help.accessibility)
        routes.visitor(get: "/mentions", help.notices)
    }
}
