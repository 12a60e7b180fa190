/// The reference of the catalogue files, drawn from the tables by which they are read.
public enum CatalogueReference {
    /// The whole of `docs/catalogue.md`, in French.
    public static func markdown() -> String {
        ([opening, files, answerTypes] + blocks().map(section) + [conditions]).joined(separator: "\n\n") + "\n"
    }

    private static let roots: [BlockPage] = [
        DemarcheFormat.block.page, OrganismeFormat.block.page, PieceFormat.block.page, FactFormat.block.page,
        OptionFormat.block.page, LexiconFormat.block.page, SourceFormat.entry.page,
    ]

    /// Every block reachable from the files, each once, those of procedures first.
    static func blocks() -> [BlockPage] {
        var found: [BlockPage] = []
        var titles: Set<String> = []
        func visit(_ page: BlockPage) {
            guard titles.insert(page.title).inserted else { return }
            found.append(page)
            for key in page.keys { key.blocks().forEach(visit) }
        }
        roots.forEach(visit)
        return found
    }

    private static let opening = """
        # Les fichiers du catalogue

        > Page produite par le programme à partir de ses propres tables de lecture : ne la modifiez pas à la main
        > (`CORDEE_UPDATE_DOCS=1 swift test --filter CatalogueTests` la récrit). Pour ajouter une démarche pas à pas,
        > lisez [ajouter-une-demarche.md](ajouter-une-demarche.md).

        Le catalogue est un dossier de fichiers texte (YAML). Il est lu strictement : une clé inconnue, une valeur d’un
        autre type ou un identifiant qui n’existe pas est un problème, dit avec le fichier et la ligne par
        `cordee catalogue check`. Le programme ne démarre pas avec un catalogue qui a un problème.

        Règles communes : encodage UTF-8 sans BOM, des espaces et jamais de tabulations, 1 Mo au plus par fichier,
        `oui` et `non` pour les cases, les jours écrits `2026-11-21`. Une clé absente vaut ce que dit la colonne
        « Obligatoire » ; une clé écrite sans valeur est un problème.
        """

    private static let files = """
        ## Les fichiers

        | Fichier | Contenu |
        |---|---|
        | `demarches/<id>.yaml` | une démarche ; le nom du fichier est son identifiant |
        | `organismes/<id>.yaml` | un organisme et ses plateformes |
        | `pieces/<nom>.yaml` | une liste de justificatifs |
        | `vocabulaires/faits.yaml` | les faits que l’on peut connaître d’une personne |
        | `vocabulaires/categories.yaml`, `coop.yaml`, `aidants-connect.yaml` | des listes de « Choix » |
        | `vocabulaires/lexique.yaml` | les mots de la recherche |
        | `sources.yaml` | les pages lues |

        Ce qu’une démarche complète doit avoir : \(MinimumCheck.keysFull.map { "`\($0)`" }.joined(separator: ", ")) ; au \
        moins une question ou un écran, \(MinimumCheck.checksFull) contrôles, \(MinimumCheck.failuresFull) échecs, \
        \(MinimumCheck.phrasesFull) phrases. Un guide : \(MinimumCheck.phrasesGuide) phrases. Tous : un objet de \
        \(MinimumCheck.purposeWords) mots au plus, une autre voie que le web, la liste de leurs sources.
        """

    private static func section(_ page: BlockPage) -> String {
        // A name of file in a heading is code: Markdown would take <id> for a tag.
        let title = page.title.contains("<") ? "`\(page.title)`" : page.title
        var lines = [
            "## \(title)", "", page.about, "", "| Clé | Type | Obligatoire | Sens | Exemple |", "|---|---|---|---|---|",
        ]
        lines += page.keys.map(row)
        return lines.joined(separator: "\n")
    }

    private static func row(_ key: KeyPage) -> String {
        let presence = key.required ? "oui" : key.fallback.isEmpty ? "non" : "non ; sinon : \(key.fallback)"
        return "| `\(key.name)` | \(cell(key.kind)) | \(presence) | \(cell(key.meaning)) | `\(cell(key.example))` |"
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
