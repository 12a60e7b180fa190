/// Something to correct in the catalogue folder, said in French to the person who writes it.
public struct CatalogueProblem: Hashable, Sendable, Comparable {
    /// Path relative to the catalogue folder: `demarches/rsa-demande.yaml`.
    public let file: String
    /// From 1.
    public let line: Int
    /// From 1, counted in Unicode scalars.
    public let column: Int
    /// What is wrong, what was expected and, when something close exists, « vouliez-vous dire … ? ».
    public let message: String

    public init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    public static func < (a: CatalogueProblem, b: CatalogueProblem) -> Bool {
        (a.file, a.line, a.column, a.message) < (b.file, b.line, b.column, b.message)
    }
}
