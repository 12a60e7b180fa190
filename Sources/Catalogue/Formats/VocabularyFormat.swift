import Domain
import Yams

/// `pieces/*.yaml`: lists of kinds of papers.
enum PieceFormat {
    static let id = Key<String>.required("id", .kebab, "Unique dans tout le catalogue.", "bulletin-de-paie")
    static let label = Key<String>.required("libelle", .text, "Le nom de la pièce.", "Bulletin de paie")
    static let help = Key<String>.required(
        "aide", .text, "Où la trouver, ce qu’elle doit montrer.", "\"Donné par l’employeur chaque mois.\"")
    static let theme = Key<PieceTheme>.required(
        "theme", .word(PieceTheme.self, fallback: .identite), "Le thème du coffre où elle se range.", "emploi")

    static let block = Block(
        "pieces/<nom>.yaml : une pièce", "Une sorte de justificatif ; le fichier en est une liste.",
        [id.page, label.page, help.page, theme.page]
    ) { Piece(id: $0[id], label: $0[label], help: $0[help], theme: $0[theme].rawValue) }

    /// Themes of Mon Suivi Social.
    enum PieceTheme: String, CaseIterable, Sendable {
        case budget, emploi, impot, justice, logement, domicile, prestations, retraite, sante, identite
    }
}

/// `vocabulaires/faits.yaml`: what can be known of a person.
enum FactFormat {
    struct File: Sendable {
        var blocks: [FactBlock]
        var facts: [FactDefinition]
    }

    static let blocks = Key<[FactBlock]>.required(
        "blocs", .list(Group.block.kind, atLeast: 1), "Les blocs de faits.",
        "[{id: contact, libelle: Contact, par_defaut: oui}]")
    static let facts = Key<[FactDefinition]>.required(
        "faits", .list(definition.kind, atLeast: 1), "Les faits.",
        "[{id: prenom, libelle: Prénom, type: texte, sensibilite: generale, bloc: identite}]")
    static let block = Block(
        "vocabulaires/faits.yaml", "Ce que l’on peut savoir d’une personne, saisi une seule fois.",
        [blocks.page, facts.page]
    ) {
        File(blocks: $0[blocks], facts: $0[facts])
    }

    static let id = Key<String>.required("id", .snake, "Unique parmi les faits.", "prenom")
    static let label = Key<String>.required("libelle", .text, "Ce que lit l’aidant.", "Prénom")
    static let help = Key<String>.optional(
        "aide", .text, or: "", "", "Où trouver l’information.", "\"Sur la pièce d’identité.\"")
    static let type = Key<ValueType>.required(
        "type", .word(ValueType.self, fallback: .text), "Le type de la valeur.", "texte")
    static let options = Key<[Option]>.optional(
        "choix", .list(.option, atLeast: 2), or: [], "aucun", "Les valeurs d’un type choix ou choix_multiple.",
        "[{code: madame, libelle: Madame}, {code: monsieur, libelle: Monsieur}]")
    static let sensitivity = Key<FactDefinition.Sensitivity>.required(
        "sensibilite", .word(FactDefinition.Sensitivity.self, fallback: .social), "Qui peut la voir.", "generale")
    static let group = Key<String>.required("bloc", .reference(.block), "Le bloc où le fait se range.", "identite")

    static let definition = Block(
        "Fait", "Un fait sur une personne.",
        [id.page, label.page, help.page, type.page, options.page, sensitivity.page, group.page]
    ) {
        FactDefinition(
            id: $0[id], label: $0[label], help: $0[help], type: $0[type], options: $0[options],
            sensitivity: $0[sensitivity], block: $0[group])
    }

    enum Group {
        static let onByDefault = Key<Bool>.required(
            "par_defaut", .flag, "Montré tant que la structure n’a rien réglé.", "oui")
        static let block = Block(
            "Bloc de faits", "Un groupe de faits qu’une structure montre ou cache.",
            [id.page, label.page, help.page, onByDefault.page]
        ) { FactBlock(id: $0[id], label: $0[label], help: $0[help], onByDefault: $0[onByDefault]) }
    }
}

/// `sources.yaml`: the pages read.
enum SourceFormat {
    static let title = Key<String>.required("titre", .text, "Le titre de la page.", "\"Conditions générales\"")
    static let address = Key<String>.required("adresse", .pageAddress, "Son adresse.", "\"https://www.caf.fr\"")
    static let date = Key<String>.required(
        "date", .text, "La date qu’elle affiche, comme elle l’écrit.", "\"2026-08-10\"")
    static let confidence = Key<Confidence>.required(
        "confiance", .word(Confidence.self, fallback: .medium), "Ce que vaut la page.", "moyenne")

    static let entry = Block(
        "sources.yaml : une source", "Sous sa référence (lettres, chiffres, « _ »).",
        [title.page, address.page, date.page, confidence.page]
    ) { Source(id: "", title: $0[title], address: $0[address], date: $0[date], confidence: $0[confidence]) }

    /// A mapping from reference to source, in the order of the file.
    static let kind = Kind<[Source]>("sources", placeholder: { [] }, blocks: { [entry.page] }) { cell in
        guard case .mapping(let mapping) = cell.node else {
            cell.report("« reference: {titre, adresse, date, confiance} » attendu, trouvé \(cell.shape).")
            return []
        }
        return mapping.map { key, value in
            var source = entry.read(cell.with(value))
            source.id = Kind<String>.snake.read(cell.with(key))
            return source
        }
    }
}

/// `vocabulaires/lexique.yaml`: words of the search.
enum LexiconFormat {
    static let synonyms = Key<[[String]]>.optional(
        "synonymes", .list(.list(.text, atLeast: 2)), or: [], "aucun", "Groupes de mots cherchés l’un pour l’autre.",
        "[[pole emploi, assedic, france travail]]")
    static let spellings = Key<[String: String]>.optional(
        "ecritures", .words(to: .text), or: [:], "aucune", "Écritures de SMS ou fautives → le mot voulu.",
        "{jai: \"j’ai\", pb: problème}")
    static let emptyWords = Key<[String]>.optional(
        "mots_vides", .list(.text), or: [], "aucun", "Mots qui ne disent pas le besoin.", "[je, voudrais, bonjour]")
    static let weakWords = Key<[String]>.optional(
        "mots_faibles", .list(.text), or: [], "aucun",
        "Mots trop courants pour dire un besoin à eux seuls ; ils comptent dans une expression.", "[aide, demander]")
    static let otherWords = Key<[String]>.optional(
        "mots_ailleurs", .list(.text), or: [], "aucun",
        "Mots qui parlent d’autre chose que d’un besoin : ils font baisser la confiance.", "[match, pizza]")
    static let implied = Key<[String: [String]]>.optional(
        "sous_entendus", .words(to: .list(.text, atLeast: 1)), or: [:], "aucun",
        "Un mot → ce qu’il suggère sans en être synonyme.", "{frigo: [aide d’urgence]}")

    static let block = Block(
        "vocabulaires/lexique.yaml", "Les mots de la recherche.",
        [synonyms.page, spellings.page, emptyWords.page, weakWords.page, otherWords.page, implied.page]
    ) {
        Lexicon(
            synonyms: $0[synonyms], spellings: $0[spellings], emptyWords: $0[emptyWords], weakWords: $0[weakWords],
            otherWords: $0[otherWords], implied: $0[implied])
    }
}

extension Kind {
    /// A mapping from free words to values of one kind.
    static func words<Item: Sendable>(to item: Kind<Item>) -> Kind<[String: Item]> where Value == [String: Item] {
        Kind<[String: Item]>("mot: \(item.label)", placeholder: { [:] }) { cell in
            guard case .mapping(let mapping) = cell.node else {
                cell.report("« mot: \(item.label) » attendu, trouvé \(cell.shape).")
                return [:]
            }
            var words: [String: Item] = [:]
            for (key, value) in mapping {
                guard let from = cell.with(key).text(expected: "mot") else { continue }
                words[from] = item.read(cell.with(value))
            }
            return words
        }
    }
}
