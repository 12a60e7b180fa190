import Database

extension Migrations {
    /// Structures, their keys, the professionals and their sessions.
    static let m0001Structures = Migration(
        number: 1, name: "structures",
        script: """
            CREATE TABLE structures (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                phone TEXT NOT NULL,
                address TEXT NOT NULL,
                settings TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                version INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE structure_keys (
                structure_id TEXT NOT NULL REFERENCES structures(id),
                version INTEGER NOT NULL,
                wrapped BLOB NOT NULL,
                created_at INTEGER NOT NULL,
                PRIMARY KEY (structure_id, version)
            ) STRICT;
            CREATE TABLE data_keys (
                id TEXT NOT NULL PRIMARY KEY,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                key_version INTEGER NOT NULL,
                wrapped BLOB NOT NULL,
                FOREIGN KEY (structure_id, key_version) REFERENCES structure_keys(structure_id, version)
            ) STRICT;
            CREATE INDEX data_keys_by_version ON data_keys(structure_id, key_version);
            CREATE TABLE instance_secrets (
                name TEXT NOT NULL PRIMARY KEY,
                wrapped BLOB NOT NULL
            ) STRICT;
            CREATE TABLE aidants (
                id TEXT NOT NULL PRIMARY KEY,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                email_index BLOB NOT NULL UNIQUE,
                identity BLOB NOT NULL,
                role TEXT NOT NULL,
                is_active INTEGER NOT NULL,
                password TEXT NOT NULL,
                absent_from TEXT,
                absent_through TEXT,
                created_at INTEGER NOT NULL,
                version INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX aidants_by_structure ON aidants(structure_id);
            CREATE TABLE invitations (
                id TEXT NOT NULL PRIMARY KEY,
                token_hash BLOB NOT NULL UNIQUE,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                role TEXT NOT NULL,
                identity BLOB NOT NULL,
                created_by TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                used_at INTEGER
            ) STRICT;
            CREATE TABLE sessions (
                token_hash BLOB NOT NULL PRIMARY KEY,
                reference TEXT NOT NULL,
                structure_id TEXT NOT NULL REFERENCES structures(id),
                aidant_id TEXT NOT NULL REFERENCES aidants(id),
                created_at INTEGER NOT NULL,
                seen_at INTEGER NOT NULL,
                locked INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX sessions_by_aidant ON sessions(aidant_id);
            CREATE TABLE sign_in_attempts (
                bucket BLOB NOT NULL PRIMARY KEY,
                failures INTEGER NOT NULL,
                last_at INTEGER NOT NULL,
                blocked_until INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE drafts (
                structure_id TEXT NOT NULL REFERENCES structures(id),
                aidant_id TEXT NOT NULL REFERENCES aidants(id),
                form TEXT NOT NULL,
                content BLOB NOT NULL,
                saved_at INTEGER NOT NULL,
                PRIMARY KEY (aidant_id, form)
            ) STRICT;
            CREATE TABLE submissions (
                structure_id TEXT NOT NULL REFERENCES structures(id),
                aidant_id TEXT NOT NULL,
                form_key TEXT NOT NULL,
                result TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (aidant_id, form_key)
            ) STRICT;
            """)
}
