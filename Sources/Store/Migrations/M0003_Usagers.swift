import Database

extension Migrations {
    /// People: open columns are those that lists and statistics need; what identifies or describes is sealed by sensitivity.
    static let m0003Usagers = Migration(
        number: 3, name: "usagers",
        script: """
            CREATE TABLE usagers (
                id TEXT NOT NULL PRIMARY KEY,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                status TEXT NOT NULL,
                birth_year INTEGER,
                gender TEXT,
                created_at INTEGER NOT NULL,
                created_by TEXT NOT NULL,
                updated_at INTEGER NOT NULL,
                last_contact TEXT NOT NULL,
                version INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX usagers_by_update ON usagers(structure_id, updated_at, id);
            CREATE TABLE usager_facts (
                structure_id TEXT NOT NULL REFERENCES structures(id),
                usager_id TEXT NOT NULL REFERENCES usagers(id),
                sensitivity TEXT NOT NULL,
                facts BLOB NOT NULL,
                PRIMARY KEY (usager_id, sensitivity)
            ) STRICT;
            CREATE TABLE referents (
                structure_id TEXT NOT NULL REFERENCES structures(id),
                usager_id TEXT NOT NULL REFERENCES usagers(id),
                aidant_id TEXT NOT NULL REFERENCES aidants(id),
                since TEXT NOT NULL,
                until TEXT,
                PRIMARY KEY (usager_id, aidant_id, since)
            ) STRICT;
            CREATE INDEX referents_by_aidant ON referents(structure_id, aidant_id, usager_id);
            """)
}
