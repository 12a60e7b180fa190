import Domain

/// The checks of meaning of one procedure, once its file is read.
enum DemarcheCheck {
    static func check(_ demarche: inout Demarche, _ vocabulary: Vocabulary, _ places: Places) {
        FactCheck.complete(&demarche, vocabulary, places)
        ReferenceCheck.check(places.reading, vocabulary: vocabulary, own: ownIdentifiers(demarche))
    }

    private static func ownIdentifiers(_ demarche: Demarche) -> [Reference.Kind: [String]] {
        let fields = demarche.screens.flatMap(\.fields).map(\.id)
        return [
            .screen: demarche.screens.map(\.id),
            .field: fields,
            .answer: demarche.questions.map(\.id) + fields,
            .listedPiece: demarche.pieces.map(\.piece),
        ]
    }
}
