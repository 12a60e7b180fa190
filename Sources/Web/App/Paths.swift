import Markup

/// Every address of the site, typed; URLs are French.
enum Paths {
    static let today = Path("aujourdhui")
    static let welcome = Path("accueillir")
    static let usagers = Path("usagers")
    static let demarches = Path("demarches")
    static let structure = Path("structure")
    static let account = Path("compte")

    static let signIn = Path("connexion")
    static let signOut = Path("deconnexion")
    static let lock = Path("verrouiller")

    static let help = Path("aide")
    static let accessibility = Path("accessibilite")
    static let shortcuts = Path("aide", "raccourcis")

    /// A list of people as a fragment, for the search box of every page.
    static let usagersFragment = Path("usagers", "fragment")

    /// A file of `Sources/Web/Assets`, with the version so that browsers may keep it.
    static func asset(_ name: String) -> Path { Path("assets", name).query(["v": Layout.version]) }
}
