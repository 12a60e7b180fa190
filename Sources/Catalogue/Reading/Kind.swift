import Domain
import Yams

/// How one kind of value is read, and how the reference names it: both from the same place, so that they agree.
struct Kind<Value: Sendable>: Sendable {
    /// As docs/catalogue.md writes it.
    let label: String
    /// What stands in for a value that could not be read, so that the rest of the file is still checked.
    let placeholder: @Sendable () -> Value
    /// The blocks that it is made of, for the reference.
    let blocks: @Sendable () -> [BlockPage]
    let read: @Sendable (Cell) -> Value

    init(
        _ label: String, placeholder: @escaping @Sendable () -> Value,
        blocks: @escaping @Sendable () -> [BlockPage] = { [] }, read: @escaping @Sendable (Cell) -> Value
    ) {
        self.label = label
        self.placeholder = placeholder
        self.blocks = blocks
        self.read = read
    }

    /// The same, absent when the key is not written.
    var optional: Kind<Value?> {
        Kind<Value?>(label, placeholder: { nil }, blocks: blocks) { read($0) }
    }

    /// A list of these; the items keep their places, so that positions can be found again.
    static func list<Item: Sendable>(_ item: Kind<Item>, atLeast minimum: Int = 0) -> Kind<[Item]>
    where Value == [Item] {
        Kind<[Item]>("liste : \(item.label)", placeholder: { [] }, blocks: item.blocks) { cell in
            guard case .sequence(let items) = cell.node else {
                cell.report("liste attendue, trouvé \(cell.shape). Écrivez [a, b] ou une ligne « - … » par élément.")
                return []
            }
            if items.count < minimum { cell.report("liste vide : au moins un élément attendu.") }
            return items.map { item.read(cell.with($0)) }
        }
    }
}

extension Kind where Value == String {
    /// Words for people: the typography is put right on reading.
    static let text = Kind("texte", placeholder: { "" }) { Typography.french($0.text(expected: "texte") ?? "") }

    /// Words as they are said or typed, to be searched: nothing is put right.
    static let said = Kind("texte", placeholder: { "" }) { $0.text(expected: "texte") ?? "" }

    /// Identifiers of files, papers and platforms: `caf-compte`.
    static let kebab = identifier("identifiant-avec-tirets", separator: "-", example: "bulletin-de-paie")
    /// Identifiers inside a procedure, of facts and of sources: `salaire_net`.
    static let snake = identifier("identifiant_avec_soulignés", separator: "_", example: "salaire_net")

    private static func identifier(_ label: String, separator: Unicode.Scalar, example: String) -> Kind {
        Kind(label, placeholder: { "" }) { cell in
            guard let text = cell.text(expected: "identifiant") else { return "" }
            if !isIdentifier(text, separators: [separator]) {
                cell.report(
                    "identifiant « \(text.shortened) » mal écrit : minuscules sans accent, chiffres et « \(separator) », comme « \(example) »."
                )
            }
            return text
        }
    }

    /// The code of an option or of a vocabulary.
    static let code = Kind("code", placeholder: { "" }) { cell in
        guard let text = cell.text(expected: "code") else { return "" }
        if !isIdentifier(text, separators: ["-", "_"]) {
            cell.report("code « \(text.shortened) » mal écrit : minuscules sans accent, chiffres, « _ » ou « - ».")
        }
        return text
    }

    /// An identifier defined elsewhere.
    static func reference(_ kind: Reference.Kind) -> Kind {
        Kind("identifiant cité (\(kind.place))", placeholder: { "" }) { cell in
            guard let text = cell.text(expected: "identifiant") else { return "" }
            cell.reading.cite(kind, text, at: cell.spot)
            return text
        }
    }

    /// A web address that the worker will open: encrypted only.
    static let address = Kind("adresse https", placeholder: { "" }) { cell in
        guard let text = cell.text(expected: "adresse") else { return "" }
        if text.hasPrefix("http://") {
            cell.report("adresse non chiffrée : écrivez https:// (ou retirez la ligne si le site n’en a pas).")
        } else if !isAddress(text) {
            cell.report("adresse mal écrite : « https://… » attendu, trouvé « \(text.shortened) ».")
        }
        return text
    }

    /// The address of a page read: some old pages exist only in http.
    static let pageAddress = Kind("adresse http ou https", placeholder: { "" }) { cell in
        guard let text = cell.text(expected: "adresse") else { return "" }
        if !isAddress(text) { cell.report("adresse mal écrite : « https://… » attendu, trouvé « \(text.shortened) ».") }
        return text
    }

    static func isIdentifier(_ text: String, separators: [Unicode.Scalar]) -> Bool {
        var atStart = true
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": atStart = false
            case let other where separators.contains(other) && !atStart: atStart = true
            default: return false
            }
        }
        return !atStart
    }

    private static func isAddress(_ text: String) -> Bool {
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
            let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            return host.contains(".")
                && text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 && $0 != 60 && $0 != 62 }
        }
        return false
    }
}

extension Kind where Value == Bool {
    static let flag = Kind("oui ou non", placeholder: { false }) { cell in
        guard let text = cell.text(expected: "« oui » ou « non »") else { return false }
        switch text {
        case "oui", "true": return true
        case "non", "false": return false
        default:
            cell.report("« oui » ou « non » attendu, trouvé « \(text.shortened) ».")
            return false
        }
    }
}

extension Kind where Value == Int {
    static let integer = integer(in: -1_000_000...1_000_000, label: "nombre entier")

    static func integer(in range: ClosedRange<Int>, label: String? = nil) -> Kind {
        let name = label ?? "nombre entier de \(range.lowerBound) à \(range.upperBound)"
        return Kind(name, placeholder: { max(range.lowerBound, min(1, range.upperBound)) }) { cell in
            guard let text = cell.text(expected: name) else { return range.lowerBound }
            guard let number = Int(text), range.contains(number) else {
                cell.report("\(name) attendu, trouvé « \(text.shortened) ».")
                return range.lowerBound
            }
            return number
        }
    }
}

extension Kind where Value == Double {
    static let number = Kind("nombre", placeholder: { 0 }) { cell in
        guard let text = cell.text(expected: "nombre") else { return 0 }
        guard let number = Double(text), number.isFinite else {
            let hint = text.contains(",") ? " Écrivez un point à la place de la virgule." : ""
            cell.report("nombre attendu, trouvé « \(text.shortened) ».\(hint)")
            return 0
        }
        return number
    }
}

extension Kind where Value == Day {
    static let day = Kind("jour AAAA-MM-JJ", placeholder: { Day(number: 0) }) { cell in
        guard let text = cell.text(expected: "jour") else { return Day(number: 0) }
        guard let day = Day(text) else {
            cell.report("jour AAAA-MM-JJ qui existe attendu (2026-11-21), trouvé « \(text.shortened) ».")
            return Day(number: 0)
        }
        return day
    }
}

extension Kind where Value: RawRepresentable & CaseIterable, Value.RawValue == String, Value.AllCases: Sendable {
    /// One word of a closed list.
    static func word(_ type: Value.Type, fallback: Value) -> Kind {
        let words = Value.allCases.map(\.rawValue)
        return Kind("un mot parmi : \(words.joined(separator: ", "))", placeholder: { fallback }) { cell in
            guard let text = cell.text(expected: "mot") else { return fallback }
            if let value = Value(rawValue: text) { return value }
            cell.report(
                "« \(text.shortened) » inconnu : attendu \(words.joined(separator: ", ")).\(Nearest.hint(text, in: words))"
            )
            return fallback
        }
    }
}
