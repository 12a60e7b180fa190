import Database

extension Migrations {
    /// The calendar and the trace of the work done.
    static let m0005Echeances = Migration(
        number: 5, name: "echeances",
        script: """
            CREATE TABLE echeances (
                id TEXT NOT NULL PRIMARY KEY,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                usager_id TEXT NOT NULL REFERENCES usagers(id),
                dossier_id TEXT NOT NULL REFERENCES dossiers(id),
                follower_id TEXT NOT NULL,
                kind TEXT NOT NULL,
                opens TEXT,
                due TEXT NOT NULL,
                shown_from TEXT NOT NULL,
                has_loss INTEGER NOT NULL,
                status TEXT NOT NULL,
                snoozed_until TEXT,
                reason BLOB NOT NULL,
                changed_at INTEGER NOT NULL,
                UNIQUE (dossier_id, kind, due)
            ) STRICT;
            CREATE INDEX echeances_by_due ON echeances(structure_id, status, follower_id, due);
            CREATE INDEX echeances_by_usager ON echeances(structure_id, usager_id, due);
            CREATE TABLE activites (
                id TEXT NOT NULL PRIMARY KEY,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                aidant_id TEXT NOT NULL,
                usager_id TEXT,
                dossier_id TEXT,
                demarche TEXT,
                organisme TEXT,
                kind TEXT NOT NULL,
                way TEXT NOT NULL,
                minutes INTEGER NOT NULL,
                done_on TEXT NOT NULL,
                at INTEGER NOT NULL,
                version INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX activites_by_structure ON activites(structure_id, done_on);
            CREATE INDEX activites_by_usager ON activites(structure_id, usager_id, at);
            CREATE INDEX activites_by_dossier ON activites(structure_id, dossier_id, at);
            """)
}
