/// Yes or no, one choice, several choices.
enum ChoiceFormat {
    static func yesNo(_ raw: String) throws(FormatProblem) -> String {
        switch Folding.fold(LooseText.plain(raw)) {
        case "oui", "o", "yes", "y", "vrai", "true": return "oui"
        case "non", "n", "no", "faux", "false": return "non"
        default: throw .notYesNo
        }
    }

    static func one(_ raw: String, _ options: [Option]) throws(FormatProblem) -> String {
        guard let option = find(raw, options) else { throw .notAnOption }
        return option.code
    }

    /// Codes or labels separated by commas, semicolons or lines; the result is codes joined by commas, in the order
    /// of the options, each once.
    static func several(_ raw: String, _ options: [Option]) throws(FormatProblem) -> String {
        if let option = find(raw, options) { return option.code }
        var codes: Set<String> = []
        for part in raw.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }) {
            if LooseText.plain(String(part)).isEmpty { continue }
            guard let option = find(String(part), options) else { throw .notAnOption }
            codes.insert(option.code)
        }
        if codes.isEmpty { throw .empty }
        return options.map(\.code).filter(codes.contains).joined(separator: ",")
    }

    /// The labels of codes; labels that hold a comma are told apart by a semicolon. An unknown code stays as it is.
    static func labels(_ canonical: String, _ options: [Option]) -> String {
        let labels = canonical.split(separator: ",").map { code in
            options.first { $0.code == code }?.label ?? String(code)
        }
        return labels.joined(separator: labels.contains { $0.contains(",") } ? " ; " : ", ")
    }

    private static func find(_ raw: String, _ options: [Option]) -> Option? {
        let typed = Folding.fold(LooseText.plain(raw))
        return options.first { $0.code == raw } ?? options.first { Folding.fold($0.code) == typed }
            ?? options.first { Folding.fold(LooseText.plain($0.label)) == typed }
    }
}
