/// The problems of a catalogue as lines for a terminal.
public enum CatalogueReport {
    /// One line per problem, `file:line:column: message`, then a summary.
    ///
    /// - Parameter folder: written before each path, so that a terminal or an editor can open it.
    public static func text(_ problems: [CatalogueProblem], folder: String = "catalogue") -> String {
        guard !problems.isEmpty else { return "Catalogue : aucun problème." }
        let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        var lines = problems.sorted().map { "\(prefix)\($0.file):\($0.line):\($0.column): \($0.message)" }
        lines.append("")
        lines.append(summary(problems))
        return lines.joined(separator: "\n")
    }

    private static func summary(_ problems: [CatalogueProblem]) -> String {
        let files = Set(problems.map(\.file)).count
        return "Catalogue : \(count(problems.count, "problème")) dans \(count(files, "fichier"))."
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number > 1 ? "s" : "")"
    }
}
