/// A request sent to a body: how, by whom, with which proof.
public struct Filing: Hashable, Sendable {
    public enum Channel: String, Codable, CaseIterable, Sendable {
        case online = "en_ligne"
        case paper = "courrier"
        case counter = "guichet"
        case phone = "telephone"
        case email = "mail"
    }

    /// Who clicked "send".
    public enum Clicker: String, Codable, CaseIterable, Sendable {
        case person = "personne"
        case together = "ensemble"
        case worker = "aidant"
    }

    public enum Proof: String, Codable, CaseIterable, Sendable {
        case receipt = "accuse"
        case screenshot = "capture"
        case registeredMail = "recommande"
        case stamp = "tampon"
        case none = "aucune"
    }

    public var channel: Channel
    public var clicker: Clicker
    public var reference: String
    public var proof: Proof
    /// Why there is no proof; required when `proof` is `.none`.
    public var whyNoProof: String
    public var on: Day

    public init(channel: Channel, clicker: Clicker, reference: String, proof: Proof, whyNoProof: String, on: Day) {
        self.channel = channel
        self.clicker = clicker
        self.reference = reference
        self.proof = proof
        self.whyNoProof = whyNoProof
        self.on = on
    }
}

extension Dossier {
    public enum Refusal: Error, Hashable, Sendable {
        case closed
        case alreadyFiled
        case notFiled
        /// Only the person may act for this procedure.
        case personMustAct
        /// Blocking findings remain and nobody said "file anyway" with a reason.
        case blockingFindings(Int)
        /// Answers that only a colleague may write are missing, and nobody said why to file without them.
        case reservedAnswers(Int)
        case filedInFuture
        case proofReasonMissing
        case whyMissing
        case notPossibleFrom(State)
    }

    /// Decides a filing. `override`: the reason given for filing in spite of blocking findings.
    /// `reserved`: answers still missing that the one who files may not write.
    public func checkFiling(
        _ filing: Filing, standIn: StandIn.Rule, blocking: Int, reserved: Int = 0, override: String, today: Day
    ) throws(Refusal) {
        if state.isClosed { throw .closed }
        guard state == .preparing || state == .stopped else { throw .alreadyFiled }
        if filing.on > today { throw .filedInFuture }
        if filing.clicker == .worker, standIn == .forbidden { throw .personMustAct }
        if filing.proof == .none, filing.whyNoProof.trimmed.isEmpty { throw .proofReasonMissing }
        guard override.trimmed.isEmpty else { return }
        if blocking > 0 { throw .blockingFindings(blocking) }
        if reserved > 0 { throw .reservedAnswers(reserved) }
    }

    /// Decides a change of state after the filing, or a stop or an end at any time.
    public func checkMove(to target: State, reason: Reason?, why: String) throws(Refusal) {
        guard Dossier.moves[state, default: []].contains(target) else {
            throw state.isClosed ? .closed : .notPossibleFrom(state)
        }
        let needsReason = target == .refused || target == .abandoned
        if needsReason, reason == nil { throw .whyMissing }
        if target == .stopped || reason == .other, why.trimmed.isEmpty { throw .whyMissing }
    }

    /// The states that may follow each state.
    public static let moves: [State: [State]] = [
        .preparing: [.stopped, .abandoned],
        .stopped: [.preparing, .abandoned],
        .filed: [.piecesRequested, .granted, .obtained, .refused, .stopped, .abandoned],
        .piecesRequested: [.filed, .granted, .obtained, .refused, .abandoned],
        .granted: [.obtained, .refused, .appealing, .abandoned],
        .refused: [.appealing, .abandoned, .granted, .obtained],
        .appealing: [.granted, .obtained, .refused, .abandoned],
        .obtained: [.appealing, .refused],
        .abandoned: [.preparing],
    ]
}
