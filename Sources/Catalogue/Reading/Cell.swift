import Yams

/// A place in a file, both counted from 1.
struct Spot: Hashable, Sendable {
    var line = 1
    var column = 1

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}

/// What is collected while one file is read: its problems and the identifiers that it cites.
final class FileReading {
    let file: String
    private(set) var problems: [CatalogueProblem] = []
    private(set) var references: [Reference] = []

    init(file: String) {
        self.file = file
    }

    func report(_ message: String, at spot: Spot?) {
        report(message, line: spot?.line ?? 1, column: spot?.column ?? 1)
    }

    func report(_ message: String, line: Int, column: Int) {
        problems.append(CatalogueProblem(file: file, line: line, column: column, message: message))
    }

    func cite(_ kind: Reference.Kind, _ id: String, at spot: Spot) {
        references.append(Reference(kind: kind, id: id, line: spot.line, column: spot.column))
    }
}

/// One value of a file with its place: what a `Kind` reads. Wrong values are reported, never thrown.
struct Cell {
    let node: Node
    let reading: FileReading

    var spot: Spot { Spot(node.mark) }

    func report(_ message: String) {
        reading.report(message, at: spot)
    }

    func with(_ node: Node) -> Cell { Cell(node: node, reading: reading) }

    /// The text of a scalar, without the spaces around; reports anything else, emptiness included.
    func text(expected: String) -> String? {
        guard case .scalar(let scalar) = node else {
            report("\(expected) attendu, trouvé \(shape).")
            return nil
        }
        let text = scalar.string.trimmingSpaces
        guard !text.isEmpty else {
            report("valeur vide : \(expected) attendu. Remplissez ou retirez la ligne.")
            return nil
        }
        return text
    }

    /// The kind of value found, with its article.
    var shape: String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "rien" : "« \(scalar.string.shortened) »"
        case .mapping: "un bloc de clés"
        case .sequence: "une liste"
        case .alias: "un renvoi"
        }
    }
}

extension String {
    var trimmingSpaces: String {
        let isSpace = { (c: Unicode.Scalar) in c == " " || c == "\n" || c == "\t" || c == "\r" || c == "\u{A0}" }
        var view = unicodeScalars[...]
        while let first = view.first, isSpace(first) { view.removeFirst() }
        while let last = view.last, isSpace(last) { view.removeLast() }
        return String(view)
    }

    /// At most 40 characters, for a message.
    var shortened: String { count > 40 ? prefix(39) + "…" : self }
}
