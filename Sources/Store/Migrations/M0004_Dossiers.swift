import Database

extension Migrations {
    /// Procedures being carried out, their papers and filings, and the definitions they were opened with.
    static let m0004Dossiers = Migration(
        number: 4, name: "dossiers",
        script: """
            CREATE TABLE definitions (
                fingerprint TEXT NOT NULL PRIMARY KEY,
                demarche TEXT NOT NULL,
                version INTEGER NOT NULL,
                content TEXT NOT NULL
            ) STRICT;
            CREATE TABLE dossiers (
                id TEXT NOT NULL PRIMARY KEY,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                usager_id TEXT NOT NULL REFERENCES usagers(id),
                demarche TEXT NOT NULL,
                organisme TEXT NOT NULL,
                definition TEXT NOT NULL REFERENCES definitions(fingerprint),
                definition_version INTEGER NOT NULL,
                state TEXT NOT NULL,
                way TEXT NOT NULL,
                proposed_way TEXT,
                urgency TEXT,
                opened_at INTEGER NOT NULL,
                opened_by TEXT NOT NULL,
                follower_id TEXT NOT NULL,
                next_owner TEXT,
                next_day TEXT,
                filed_on TEXT,
                expected_on TEXT,
                decided_on TEXT,
                reason TEXT,
                stop_screen TEXT,
                stop_field TEXT,
                content BLOB NOT NULL,
                updated_at INTEGER NOT NULL,
                version INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX dossiers_by_usager ON dossiers(structure_id, usager_id, opened_at);
            CREATE INDEX dossiers_by_follower ON dossiers(structure_id, follower_id, state);
            CREATE TABLE dossier_pieces (
                structure_id TEXT NOT NULL REFERENCES structures(id),
                usager_id TEXT NOT NULL REFERENCES usagers(id),
                dossier_id TEXT NOT NULL REFERENCES dossiers(id),
                piece TEXT NOT NULL,
                status TEXT NOT NULL,
                issued_on TEXT,
                note BLOB NOT NULL,
                changed_on TEXT NOT NULL,
                changed_by TEXT NOT NULL,
                after_filing INTEGER NOT NULL,
                PRIMARY KEY (dossier_id, piece)
            ) STRICT;
            CREATE TABLE filings (
                id TEXT NOT NULL PRIMARY KEY,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                usager_id TEXT NOT NULL REFERENCES usagers(id),
                dossier_id TEXT NOT NULL REFERENCES dossiers(id),
                channel TEXT NOT NULL,
                clicker TEXT NOT NULL,
                proof TEXT NOT NULL,
                filed_on TEXT NOT NULL,
                blocking_findings INTEGER NOT NULL,
                content BLOB NOT NULL,
                aidant_id TEXT NOT NULL,
                at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX filings_by_dossier ON filings(structure_id, dossier_id, at);
            """)
}
