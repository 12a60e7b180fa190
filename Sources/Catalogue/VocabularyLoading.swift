import Domain
import Foundation

/// Everything that procedures may cite, and the problems found while reading it.
struct Vocabulary: Sendable {
    var organismes: [Organisme] = []
    var pieces: [Piece] = []
    var facts: [FactDefinition] = []
    var blocks: [FactBlock] = []
    var categories: [Option] = []
    var coopThemes: [Option] = []
    var aidantsConnectFamilies: [Option] = []
    var sources: [Source] = []
    var lexicon = Lexicon()
    /// From the names of the files: a procedure is known even when its file has a problem.
    var demarches: [String] = []
    var problems: [CatalogueProblem] = []

    func definitions(demarches: [Demarche]) -> Definitions {
        Definitions(
            demarches: demarches, organismes: organismes, pieces: pieces, facts: facts, blocks: blocks,
            categories: categories, coopThemes: coopThemes, aidantsConnectFamilies: aidantsConnectFamilies,
            sources: sources, lexicon: lexicon)
    }

    /// The identifiers that a reference of this kind may cite; nil for those defined inside a procedure.
    func identifiers(_ kind: Reference.Kind) -> [String]? {
        switch kind {
        case .fact: facts.map(\.id)
        case .piece: pieces.map(\.id)
        case .organisme: organismes.map(\.id)
        case .category: categories.map(\.code)
        case .source: sources.map(\.id)
        case .demarche: demarches
        case .coop: coopThemes.map(\.code)
        case .aidantsConnect: aidantsConnectFamilies.map(\.code)
        case .block: blocks.map(\.id)
        case .screen, .field, .answer, .listedPiece: nil
        }
    }
}

enum VocabularyLoading {
    static func load(_ listing: FolderListing) -> Vocabulary {
        var loading = Loading(listing: listing)
        loading.readShared()
        loading.readLists()
        loading.finish()
        return loading.vocabulary
    }

    static func stem(_ file: String) -> String {
        String(file.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
    }

    private struct Loading {
        let listing: FolderListing
        var vocabulary = Vocabulary()
        var readings: [FileReading] = []
        var places = UniqueNames()

        init(listing: FolderListing) {
            self.listing = listing
            vocabulary.demarches = listing.demarches.map(VocabularyLoading.stem)
        }

        mutating func read<V>(_ file: String, _ kind: Kind<V>) -> (value: V, places: Places)? {
            let reading = FileReading(file: file)
            readings.append(reading)
            guard let root = YamlFile.root(listing.url(file), reading) else { return nil }
            return (kind.read(Cell(node: root, reading: reading)), Places(root: root, reading: reading))
        }

        mutating func readShared() {
            for file in listing.organismes {
                guard let (value, at) = read(file, OrganismeFormat.block.kind) else { continue }
                vocabulary.organismes.append(value)
                at.checkName(value.id, file: file)
                for (index, platform) in value.platforms.enumerated() {
                    places.note("la plateforme", platform.id, at, ["plateformes", .index(index), "id"])
                }
            }
            for file in listing.pieces {
                guard let (value, at) = read(file, Kind<[Piece]>.list(PieceFormat.block.kind, atLeast: 1)) else {
                    continue
                }
                vocabulary.pieces += value
                for (index, piece) in value.enumerated() {
                    places.note("la pièce", piece.id, at, [.index(index), "id"])
                }
            }
        }

        mutating func readLists() {
            vocabulary.categories = options("categories", "la catégorie")
            vocabulary.coopThemes = options("coop", "la thématique")
            vocabulary.aidantsConnectFamilies = options("aidants-connect", "la famille")
            vocabulary.sources = read("sources.yaml", SourceFormat.kind)?.value ?? []
            vocabulary.lexicon = read("vocabulaires/lexique.yaml", LexiconFormat.block.kind)?.value ?? Lexicon()
            guard let (value, at) = read("vocabulaires/faits.yaml", FactFormat.block.kind) else { return }
            vocabulary.facts = value.facts
            vocabulary.blocks = value.blocks
            for (index, block) in value.blocks.enumerated() {
                places.note("le bloc", block.id, at, ["blocs", .index(index), "id"])
            }
            for (index, fact) in value.facts.enumerated() {
                let path: Places.Path = ["faits", .index(index)]
                places.note("le fait", fact.id, at, path + ["id"])
                ChoiceCheck.check(type: fact.type, options: fact.options, at, path)
                if !fact.type.isStored {
                    at.report(
                        "un fait ne peut pas être de type « \(fact.type.rawValue) » : Cordée ne le garde pas.",
                        path + ["type"])
                }
            }
        }

        private mutating func options(_ name: String, _ noun: String) -> [Option] {
            guard let (value, at) = read("vocabulaires/\(name).yaml", Kind<[Option]>.list(.option, atLeast: 1)) else {
                return []
            }
            for (index, option) in value.enumerated() { places.note(noun, option.code, at, [.index(index), "code"]) }
            return value
        }

        mutating func finish() {
            for reading in readings { ReferenceCheck.check(reading, vocabulary: vocabulary) }
            vocabulary.problems = readings.flatMap(\.problems)
        }
    }
}
