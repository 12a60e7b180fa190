import Domain
import Web

/// The search of the desk, for the command line.
struct NeedFinder {
    struct Found: Encodable {
        let id: String
        let titre: String
        let score: Double
        let pourquoi: String
    }

    let definitions: Definitions
    private let search: NeedSearch

    init(definitions: Definitions) {
        self.definitions = definitions
        search = NeedSearch(definitions)
    }

    func find(_ phrase: String) -> [Found] {
        search.search(phrase).compactMap { match in
            definitions.demarche(match.demarche).map {
                Found(
                    id: $0.id, titre: $0.title, score: (match.score * 1000).rounded() / 1000,
                    pourquoi: reasonSentence(match.because))
            }
        }
    }
}
