import Domain
import Markup

/// Every address of the site, typed; URLs are French.
enum Paths {
    static let today = Path("aujourdhui")
    static let welcome = Path("accueillir")
    static let usagers = Path("usagers")
    static let demarches = Path("demarches")
    static let organismes = Path("organismes")
    static let structure = Path("structure")
    static let account = Path("compte")

    static let signIn = Path("connexion")
    static let signOut = Path("deconnexion")
    static let lock = Path("verrouiller")
    static let unlock = Path("deverrouiller")
    static let firstRun = Path("premiere-installation")
    static func demo(_ token: String) -> Path { Path("demo", token) }
    static func invitation(_ token: String) -> Path { Path("invitation", token) }

    static let password = Path("compte", "mot-de-passe")
    static let otherSessions = Path("compte", "sessions")
    static let absence = Path("compte", "absence")

    static let team = Path("structure", "equipe")
    static let invite = Path("structure", "equipe", "inviter")
    static func withdraw(_ id: String) -> Path { Path("structure", "equipe", "invitations", id, "retirer") }
    static func colleague(_ id: ID<Aidant>) -> Path { Path("structure", "equipe", id.raw) }
    static let journal = Path("structure", "journal")

    static let help = Path("aide")
    static let accessibility = Path("accessibilite")
    static let shortcuts = Path("aide", "raccourcis")
    static let notices = Path("mentions")

    // Accueillir
    /// The list of procedures found, as a fragment, while typing.
    static let needsFragment = Path("accueillir", "fragment")

    // Catalogue
    /// The procedures found by words, as a fragment, by POST.
    static let demarchesFragment = Path("demarches", "fragment")
    static func demarche(_ id: String) -> Path { Path("demarches", id) }
    static func demarchePrint(_ id: String) -> Path { Path("demarches", id, "imprimer") }
    static func organisme(_ id: String) -> Path { Path("organismes", id) }

    // Usagers
    /// The people found, as a page: by POST, a name never stands in an address.
    static let findUsager = Path("usagers", "chercher")
    /// The same as a fragment, by POST, for the search box of every page.
    static let usagersFragment = Path("usagers", "fragment")
    static let newUsager = Path("usagers", "nouveau")
    /// Possible duplicates as a fragment, while typing, by POST.
    static let similarFragment = Path("usagers", "ressemblances")
    static func usager(_ id: ID<Usager>) -> Path { Path("usagers", id.raw) }
    static func editUsager(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "modifier") }
    static func usagerStatus(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "statut") }
    static func referents(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "referents") }
    static func usagerCalendar(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "echeances") }
    static func usagerHistory(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "historique") }
    /// The sheet for the person: what was done, what to do and when.
    static func roadSheet(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "feuille-de-route") }
    /// Who opened this person's file: for a responsable.
    static func usagerJournal(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "journal") }
    static func openDossier(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "dossiers") }
    static func newDossier(_ id: ID<Usager>) -> Path { Path("usagers", id.raw, "dossiers", "nouveau") }

    // Dossiers
    static func dossier(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw) }
    static func entrySheet(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw, "fiche") }
    static func pieces(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw, "pieces") }
    static func check(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw, "verifier") }
    static func filing(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw, "depot") }
    static func followUp(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw, "suite") }
    static func move(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw, "etat") }
    static func printSheet(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw, "fiche", "imprimer") }
    static func printPieces(_ id: ID<Dossier>) -> Path { Path("dossiers", id.raw, "pieces", "imprimer") }

    // Échéances and activities
    static func echeance(_ id: ID<Echeance>) -> Path { Path("echeances", id.raw) }
    static func markDone(_ id: ID<Echeance>) -> Path { Path("echeances", id.raw, "fait") }
    static func snooze(_ id: ID<Echeance>) -> Path { Path("echeances", id.raw, "reporter") }
    static func activity(_ id: String) -> Path { Path("activites", id) }

    // Drafts
    static func draft(_ action: Path) -> Path { Path("brouillons").query(["formulaire": action.text]) }
    static let dropDraft = Path("brouillons", "effacer")

    /// A file of `Sources/Web/Assets`, with what its content hashes to, so that browsers may keep it for ever.
    static func asset(_ name: String) -> Path {
        Path("assets", name).query(["v": Assets.fingerprint(name) ?? Layout.version])
    }
}
