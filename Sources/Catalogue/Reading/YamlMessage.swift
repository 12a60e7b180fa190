import Foundation
import Yams

/// The errors of the YAML reader, said in French with what to do.
enum YamlMessage {
    static func french(_ error: YamlError, in text: String) -> (message: String, place: Spot?) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            if let tab = tabLine(text, upTo: mark.line) {
                return ("tabulation en début de ligne : YAML veut des espaces.", Spot(line: tab, column: 1))
            }
            if let line = openQuoteLine(text, before: mark.line) {
                return ("guillemet ouvert et jamais fermé sur cette ligne.", Spot(line: line, column: 1))
            }
            // An unclosed quote or bracket is seen at the end of the file: its opening is what helps.
            let place =
                problem.contains("end of stream") || problem.contains("did not find expected ','") ? context?.mark : nil
            return (sentence(problem), Spot(place ?? mark))
        case .reader(_, let offset, _, _):
            let before = offset.map { text.prefix($0) } ?? ""
            return ("caractère de contrôle interdit.", Spot(line: before.count { $0.isNewline } + 1, column: 1))
        case .duplicatedKeysInMapping(let names, let context):
            let list = names.map { "« \($0) »" }.joined(separator: ", ")
            return ("clé écrite deux fois dans le même bloc : \(list).", Spot(context.mark))
        default:
            return ("YAML illisible.", nil)
        }
    }

    private static let sentences: [(part: String, sentence: String)] = [
        (
            "mapping values are not allowed",
            "« : » mal placé : mettez le texte entre guillemets, ou vérifiez le retrait des lignes."
        ),
        ("found unexpected end of stream", "guillemet ouvert et jamais fermé sur cette ligne."),
        ("did not find expected key", "clé attendue ici : vérifiez le retrait des lignes et les guillemets."),
        ("did not find expected '-' indicator", "tiret attendu : alignez les éléments de la liste."),
        ("did not find expected ','", "virgule, crochet ou accolade manquants dans ce qui s’ouvre ici."),
        ("could not find expected ':'", "« : » manquant après une clé, ou texte sur deux lignes sans guillemets."),
        (
            "found character that cannot start",
            "ce caractère ne peut pas commencer un texte : mettez-le entre guillemets."
        ),
        ("block sequence entries are not allowed", "liste mal placée : mettez les « - » sur leurs propres lignes."),
        ("found undefined alias", "renvoi « * » vers une ancre « & » qui n’existe pas."),
        ("found another document", "un seul document par fichier : retirez « --- »."),
        ("found unknown escape character", "« \\ » suivi d’une lettre inconnue : utilisez des guillemets simples."),
        ("exceeded max nesting", "trop de crochets ouverts les uns dans les autres."),
    ]

    private static func sentence(_ problem: String) -> String {
        sentences.first { problem.contains($0.part) }?.sentence ?? "YAML illisible (\(problem))."
    }

    /// A quote left open closes at the next one, perhaps far below: the last line before that opens one is the cause.
    private static func openQuoteLine(_ text: String, before limit: Int) -> Int? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(max(0, limit - 1))
        let index = lines.lastIndex { line in
            guard let opening = line.range(of: ": \"") ?? line.range(of: "- \"") else { return false }
            return !line[opening.upperBound...].contains("\"")
        }
        return index.map { $0 + 1 }
    }

    private static func tabLine(_ text: String, upTo limit: Int) -> Int? {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(limit).enumerated() {
            if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") { return index + 1 }
        }
        return nil
    }
}
