/// One thing that the check before filing found.
public struct Finding: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case missing
        case format(FormatProblem)
        case coherence(CoherenceProblem)
        /// The account's holder shares no name with the person.
        case accountHolder
        case pieceMissing(String)
        case pieceRefused(String)
        case pieceTooOld(String, Delay)
        /// A rule of the catalogue, with its explanation.
        case rule(Check)
    }

    public var severity: Severity
    /// The question or field at fault.
    public var target: String?
    public var kind: Kind

    public init(severity: Severity, target: String?, kind: Kind) {
        self.severity = severity
        self.target = target
        self.kind = kind
    }
}

/// The check before filing: everything that would make the request fail, found on what is known.
public enum PreFilingCheck {
    public static func findings(demarche: Demarche, context: SheetContext, pieces: [PieceFollowUp]) -> [Finding] {
        let sheet = EntrySheet(demarche: demarche, context: context)
        let found =
            rules(demarche, context) + sheet.cells.compactMap(finding) + coherence(sheet, context)
            + papers(Checklist(demarche: demarche, followUps: pieces, lookup: context.lookup))
        return found.filter { $0.severity == .blocking } + found.filter { $0.severity == .warning }
    }

    private static func finding(_ cell: EntrySheet.Cell) -> Finding? {
        switch cell.state {
        case .missing: Finding(severity: .blocking, target: cell.id, kind: .missing)
        case .wrong(let problem): Finding(severity: .blocking, target: cell.id, kind: .format(problem))
        default: nil
        }
    }

    private static func rules(_ demarche: Demarche, _ context: SheetContext) -> [Finding] {
        let asked = demarche.askedWhen
        return demarche.checks.filter { $0.condition.verdict(context.lookup, asked: asked) == .holds }.map {
            Finding(severity: $0.severity, target: $0.target, kind: .rule($0))
        }
    }

    private static func papers(_ checklist: Checklist) -> [Finding] {
        checklist.lines.compactMap { line in
            let piece = line.required.piece
            if line.isTooOld, let limit = line.required.maximumAge {
                return Finding(severity: .blocking, target: nil, kind: .pieceTooOld(piece, limit))
            }
            if line.followUp?.status == .refused {
                return Finding(severity: .blocking, target: nil, kind: .pieceRefused(piece))
            }
            guard !(line.followUp?.status.isSettled ?? false) else { return nil }
            return Finding(
                severity: line.required.required ? .blocking : .warning, target: nil, kind: .pieceMissing(piece))
        }
    }

    /// Contradictions between facts that this procedure asks for.
    private static func coherence(_ sheet: EntrySheet, _ context: SheetContext) -> [Finding] {
        var result: [Finding] = []
        let facts = { (id: String) in context.readable(id) ? context.lookup.value(.fact(id)) : nil }
        if let cell = sheet.cells.first(where: { $0.fact == FactID.nir }), let nir = facts(FactID.nir) {
            let birth = facts(FactID.birthDate).flatMap(Day.init)
            let found = NIRCoherence.problems(
                nir: nir, civilite: facts(FactID.title), birth: birth, birthCountry: facts(FactID.birthCountry))
            result += found.map { Finding(severity: .warning, target: cell.id, kind: .coherence($0)) }
        }
        if let cell = sheet.cells.first(where: { $0.fact == FactID.iban }), let holder = facts("iban_titulaire") {
            let names = [FactID.firstName, FactID.usualName, FactID.birthName].compactMap { facts($0) }
            func words(_ text: String) -> Set<Substring> {
                Set(Folding.fold(text).split { !$0.isLetter }.filter { $0.count > 1 })
            }
            let known = names.reduce(into: Set<Substring>()) { $0.formUnion(words($1)) }
            if !known.isEmpty, known.isDisjoint(with: words(holder)) {
                result.append(Finding(severity: .blocking, target: cell.id, kind: .accountHolder))
            }
        }
        return result
    }
}
