import Database

extension Migrations {
    /// The chained journal, one chain per structure.
    static let m0002Journal = Migration(
        number: 2, name: "journal",
        script: """
            CREATE TABLE journal (
                structure_id TEXT NOT NULL REFERENCES structures(id),
                sequence INTEGER NOT NULL,
                at INTEGER NOT NULL,
                aidant_id TEXT,
                session TEXT NOT NULL,
                action TEXT NOT NULL,
                object_kind TEXT NOT NULL,
                object_id TEXT NOT NULL,
                usager_id TEXT,
                detail TEXT NOT NULL,
                mac BLOB NOT NULL,
                PRIMARY KEY (structure_id, sequence)
            ) STRICT;
            CREATE INDEX journal_by_usager ON journal(structure_id, usager_id, sequence);
            CREATE TABLE journal_heads (
                structure_id TEXT NOT NULL PRIMARY KEY REFERENCES structures(id),
                sequence INTEGER NOT NULL,
                mac BLOB NOT NULL,
                seal BLOB NOT NULL
            ) STRICT;
            """)
}
