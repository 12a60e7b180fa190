import Domain

/// « Énoncé »: a sentence with what it rests on.
enum StatementFormat {
    static let text = Key<String>.required(
        "texte", .text, "La phrase, courte, dans nos mots.", "\"La Caf répond en 15 jours.\"")
    static let confidence = Key<Confidence>.optional(
        "confiance", .word(Confidence.self, fallback: .medium), or: .medium, "moyenne",
        "Ce que vaut ce fait. « haute » demande une source.", "haute")
    static let sources = Key<[String]>.optional(
        "sources", .list(.reference(.source)), or: [], "aucune", "Les pages lues qui le disent.", "[ac_repo]")
    static let toVerify = Key<Bool>.optional(
        "a_verifier", .flag, or: false, "non", "« oui » quand cela a pu changer : l’écran le dit.", "oui")

    /// The four keys, for the blocks that hold them among their own.
    static let pages = [text.page, confidence.page, sources.page, toVerify.page]

    static let block = Block("Énoncé", "Une phrase avec sa confiance et ses sources.", pages, build: statement)
    static let kind = block.kind

    /// The statement written among the keys of a block.
    @Sendable static func statement(_ fields: Fields) -> Statement {
        statement(fields, text: fields[text])
    }

    /// The same for a block where the text is optional.
    static func statement(_ fields: Fields, text: String) -> Statement {
        let value = Statement(
            text, confidence: fields[confidence], sources: fields[sources], toVerify: fields[toVerify])
        if value.confidence == .high, value.sources.isEmpty {
            fields.report("confiance « haute » sans source : citez une source ou écrivez « moyenne ».", at: confidence)
        }
        return value
    }
}

extension Kind where Value == Statement {
    static var statement: Kind { StatementFormat.kind }
}
