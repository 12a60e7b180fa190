import Domain
import Foundation

/// Why a procedure was found, as one line of plain French.
///
/// - Parameter because: what `NeedSearch` matched: the person's words and what they met.
/// - Returns: e.g. `« on va me couper l'electricité » : impayé d’énergie, menace de coupure.`
public func reasonSentence(_ because: NeedSearch.Because) -> String {
    let said = because.words.isEmpty ? "Vos mots" : "«\u{A0}\(because.words)\u{A0}»"
    switch because.target {
    case .name(let name): return "\(said) : \(name)."
    case .phrase(let phrase): return "\(said) : on entend aussi «\u{A0}\(phrase)\u{A0}»."
    case .title(let title): return "\(said) : \(title)."
    case .organisme(let organisme): return "\(said) : une démarche de l’organisme \(organisme)."
    case .purpose(let purpose): return "\(said) : \(firstSentence(of: purpose))"
    }
}

/// Up to the first full stop, so that the reason stays on one line.
private func firstSentence(of text: String) -> String {
    guard let end = text.range(of: ". ") else { return text }
    return text[..<end.lowerBound] + "."
}
