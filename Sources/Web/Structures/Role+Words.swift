import Domain

extension Role {
    /// The role as it is said.
    var words: String {
        switch self {
        case .reception: "agent d’accueil"
        case .instructor: "instructeur"
        case .socialWorker: "travailleur social"
        case .mediator: "médiateur numérique"
        case .referent: "référent"
        case .responsable: "responsable"
        case .administrator: "administrateur"
        }
    }

    /// What the role may do, in one sentence.
    var explanation: String {
        switch self {
        case .reception:
            "Accueille, ouvre des fiches et ses propres démarches. Ne voit pas les numéros ni les ressources."
        case .instructor: "Voit les fiches entières et suit toutes les démarches de la structure."
        case .socialWorker: "Voit tout, suit tout, peut archiver une fiche et passer le relais."
        case .mediator: "Voit les fiches, suit les démarches, passe le relais. N’archive pas."
        case .referent: "Ne voit que les personnes qu’il ou elle suit."
        case .responsable: "Voit tout, gère l’équipe, les réglages et le journal."
        case .administrator: "Gère les comptes. Ne voit le contenu d’aucune fiche."
        }
    }
}
