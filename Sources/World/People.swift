import Domain

/// The persons helped, all invented; numbers have a valid form and belong to nobody known.
enum People {
    static let diallo = [
        "civilite": "madame", "prenom": "Fatou", "nom_usage": "Diallo", "nom_naissance": "Diallo",
        "date_naissance": "1988-04-12", "genre": "feminin", "telephone": "0639980112", "adresse": "4 rue des Lavoirs",
        "code_postal": "58330", "commune": "Valsauge", "numero_caf": "4471208", "situation_familiale": "parent_isole",
        "enfants_a_charge": "2", "hebergement": "locataire_social",
    ]
    static let petit = [
        "civilite": "monsieur", "prenom": "Jean", "nom_usage": "Petit", "date_naissance": "1971-09-30",
        "genre": "masculin", "telephone": "0639980145", "csp": "recherche_emploi", "commune": "Valsauge",
        "code_postal": "58330",
    ]
    static let nguyen = [
        "civilite": "madame", "prenom": "Thị Mai", "nom_usage": "Nguyễn", "date_naissance": "1994-01-22",
        "genre": "feminin", "email": "mai.nguyen@courriel.example", "commune": "Valsauge", "code_postal": "58330",
        "numero_caf": "5120934", "hebergement": "locataire_prive",
    ]
    static let roche = [
        "civilite": "madame", "prenom": "Odette", "nom_usage": "Roche", "nom_naissance": "Vasseur",
        "date_naissance": "1946-11-03", "genre": "feminin", "telephone": "0386550178", "csp": "retraite",
        "sans_email": "oui",
    ]
    static let man = ["repere": "Monsieur au chien roux", "genre": "masculin", "sans_telephone": "oui"]
    static let lefevre = [
        "civilite": "madame", "prenom": "Aïcha", "nom_usage": "Lefèvre", "date_naissance": "1959-06-17",
        "genre": "feminin", "mesure_protection": "curatelle_renforcee", "representant_nom": "Service tutélaire du Val",
        "representant_telephone": "0386550101",
    ]
    static let maya = ["prenom": "Maya", "annee_naissance": "2004", "genre": "feminin"]
    static let oconnor = [
        "civilite": "monsieur", "prenom": "Liam", "nom_usage": "O’Connor-Żółtowski", "date_naissance": "1980-02-29",
        "telephone": "0639980177",
    ]
    /// Followed by the association: the CCAS must never see this person.
    static let stranger = [
        "civilite": "monsieur", "prenom": "Bakary", "nom_usage": "Confidentiel-Tilleuls", "telephone": "0639980199",
    ]
}
