import Domain

/// A paper is asked for once: written twice, its conditions must exclude each other (required here, optional there).
enum PaperCheck {
    static func check(_ demarche: Demarche, _ answers: AnswerTable, _ places: Places) {
        for (index, paper) in demarche.pieces.enumerated() {
            for (earlier, other) in demarche.pieces.prefix(index).enumerated() where other.piece == paper.piece {
                guard !paper.piece.isEmpty, !excludes(paper.condition, other.condition, answers) else { continue }
                let line = places.spot(["pieces", .index(earlier), "piece"]).line
                places.report(
                    "la pièce « \(paper.piece) » est déjà demandée ligne \(line), et les deux conditions peuvent être vraies ensemble.",
                    ["pieces", .index(index), "piece"])
                break
            }
        }
    }

    private static func excludes(_ a: Condition?, _ b: Condition?, _ answers: AnswerTable) -> Bool {
        guard let a, let b else { return false }
        return ReachCheck.contradiction(.all([a, b]), answers) != nil
    }
}
