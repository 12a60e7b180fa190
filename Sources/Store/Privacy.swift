/// What each column holds: one line per column, or the tests fail. Purge and a person's export are driven by it.
public enum Privacy {
    public enum Content: Sendable {
        /// Nothing about a person.
        case technical
        /// About a professional.
        case staff
        /// About the person helped.
        case personal
    }

    public enum Form: Sendable {
        /// Readable in the database: ids, codes, dates, counts.
        case open
        case sealed
        /// A keyed or one-way fingerprint.
        case hashed
    }

    public enum Kept: Sendable {
        case asTheFile
        case asTheAccount
        case asTheStructure
        /// Six to twelve months by default.
        case asTheJournal
        case days(Int)
        case always
    }

    public struct Line: Sendable {
        public let table: String
        public let column: String
        public let content: Content
        public let form: Form
        public let purpose: String
        public let kept: Kept
    }

    public static func line(_ table: String, _ column: String) -> Line? {
        lines.first { $0.table == table && $0.column == column }
    }

    public static let lines: [Line] =
        structures + accounts + journal + usagers + dossiers + calendar

    private static func table(
        _ table: String, _ content: Content, _ form: Form, _ kept: Kept, _ purpose: String, _ columns: String
    ) -> [Line] {
        columns.split(separator: " ").map {
            Line(table: table, column: String($0), content: content, form: form, purpose: purpose, kept: kept)
        }
    }

    private static let structures: [Line] =
        table("schema_version", .technical, .open, .always, "migrations applied", "number name applied_at")
        + table(
            "structures", .technical, .open, .asTheStructure, "the organisation",
            "id name phone address settings created_at version")
        + table(
            "structure_keys", .technical, .open, .asTheStructure, "key management", "structure_id version created_at")
        + table("structure_keys", .technical, .sealed, .asTheStructure, "key management", "wrapped")
        + table("data_keys", .technical, .open, .asTheFile, "key management", "id structure_id key_version")
        + table("data_keys", .technical, .sealed, .asTheFile, "key management", "wrapped")
        + table("instance_secrets", .technical, .open, .always, "key management", "name")
        + table("instance_secrets", .technical, .sealed, .always, "key management", "wrapped")

    private static let accounts: [Line] =
        table(
            "aidants", .staff, .open, .asTheAccount, "rights and absence",
            "id structure_id role is_active absent_from absent_through created_at version")
        + table("aidants", .staff, .hashed, .asTheAccount, "sign in", "email_index password")
        + table("aidants", .staff, .sealed, .asTheAccount, "who acts", "identity")
        + table(
            "invitations", .staff, .open, .days(30), "new accounts",
            "id structure_id role created_by created_at expires_at used_at")
        + table("invitations", .staff, .hashed, .days(30), "new accounts", "token_hash")
        + table("invitations", .staff, .sealed, .days(30), "new accounts", "identity")
        + table(
            "sessions", .staff, .open, .days(1), "sign in", "reference structure_id aidant_id created_at seen_at locked"
        )
        + table("sessions", .staff, .hashed, .days(1), "sign in", "token_hash")
        + table("sign_in_attempts", .staff, .hashed, .days(1), "protection against guessing", "bucket")
        + table(
            "sign_in_attempts", .technical, .open, .days(1), "protection against guessing",
            "failures last_at blocked_until")
        + table("drafts", .staff, .open, .days(30), "nothing typed is lost", "structure_id aidant_id form saved_at")
        + table("drafts", .personal, .sealed, .days(30), "nothing typed is lost", "content")
        + table(
            "submissions", .staff, .open, .days(2), "a form sent twice acts once",
            "structure_id aidant_id form_key result at")

    private static let journal: [Line] =
        table(
            "journal", .staff, .open, .asTheJournal, "who did what",
            "structure_id sequence at aidant_id session action object_kind object_id detail")
        + table("journal", .personal, .open, .asTheJournal, "who opened whose file (identifier only)", "usager_id")
        + table("journal", .technical, .hashed, .asTheJournal, "proof against change", "mac")
        + table("journal_heads", .technical, .open, .asTheJournal, "proof against change", "structure_id sequence")
        + table("journal_heads", .technical, .hashed, .asTheJournal, "proof against change", "mac seal")

    private static let usagers: [Line] =
        table(
            "usagers", .personal, .open, .asTheFile, "lists and statistics",
            "id structure_id status birth_year gender created_at updated_at last_contact version")
        + table("usagers", .staff, .open, .asTheFile, "who opened the file", "created_by")
        + table(
            "usager_facts", .technical, .open, .asTheFile, "who may read which facts",
            "structure_id usager_id sensitivity")
        + table("usager_facts", .personal, .sealed, .asTheFile, "facts typed once for all procedures", "facts")
        + table(
            "referents", .staff, .open, .asTheFile, "who follows whom", "structure_id usager_id aidant_id since until")

    private static let dossiers: [Line] =
        table(
            "definitions", .technical, .open, .always, "the definition a dossier was opened with",
            "fingerprint demarche version content")
        + table(
            "dossiers", .personal, .open, .asTheFile, "lists, calendar and statistics",
            "id structure_id usager_id demarche organisme definition definition_version state way proposed_way urgency opened_at next_owner next_day filed_on expected_on decided_on reason stop_screen stop_field updated_at version"
        )
        + table("dossiers", .staff, .open, .asTheFile, "who follows it", "opened_by follower_id")
        + table("dossiers", .personal, .sealed, .asTheFile, "answers, words and notes", "content")
        + table(
            "dossier_pieces", .personal, .open, .asTheFile, "the checklist",
            "structure_id usager_id dossier_id piece status issued_on changed_on after_filing")
        + table("dossier_pieces", .staff, .open, .asTheFile, "the checklist", "changed_by")
        + table("dossier_pieces", .personal, .sealed, .asTheFile, "the checklist", "note")
        + table(
            "filings", .personal, .open, .asTheFile, "proof of filing",
            "id structure_id usager_id dossier_id channel clicker proof filed_on blocking_findings at")
        + table("filings", .staff, .open, .asTheFile, "who acted", "aidant_id")
        + table("filings", .personal, .sealed, .asTheFile, "reference number", "content")

    private static let calendar: [Line] =
        table(
            "echeances", .personal, .open, .asTheFile, "the calendar",
            "id structure_id usager_id dossier_id kind opens due shown_from has_loss status snoozed_until changed_at")
        + table("echeances", .staff, .open, .asTheFile, "the calendar", "follower_id")
        + table("echeances", .personal, .sealed, .asTheFile, "why it was put off", "reason")
        + table(
            "activites", .staff, .open, .asTheFile, "activity reports",
            "id structure_id aidant_id demarche organisme kind way minutes done_on at version")
        + table("activites", .personal, .open, .asTheFile, "activity reports", "usager_id dossier_id")
}
