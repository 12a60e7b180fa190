import Domain
import Foundation

/// A sentence must lead to one procedure: the same phrase in two files helps nobody.
enum PhraseCheck {
    static func problems(_ drafts: [DemarcheDraft]) -> [CatalogueProblem] {
        var first: [String: String] = [:]
        var problems: [CatalogueProblem] = []
        for draft in drafts {
            for (phrase, place) in zip(draft.demarche?.search.phrases ?? [], draft.phrasePlaces) {
                let key = normalized(phrase)
                guard !key.isEmpty else { continue }
                guard let owner = first[key] else {
                    first[key] = "\(draft.file):\(place.line)"
                    continue
                }
                problems.append(
                    CatalogueProblem(
                        file: draft.file, line: place.line, column: place.column,
                        message: "phrase déjà écrite (\(owner)) : « \(phrase.shortened) ». Dites-la autrement."))
            }
        }
        return problems
    }

    /// Lower case, without accents nor punctuation, single spaces.
    static func normalized(_ phrase: String) -> String {
        let plain = phrase.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
        let words = plain.split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
        return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}
