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
CREATE TABLE data_keys (
    id TEXT NOT NULL PRIMARY KEY,
    structure_id TEXT NOT NULL REFERENCES structures(id),
    key_version INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    FOREIGN KEY (structure_id, key_version) REFERENCES structure_keys(structure_id, version)
) STRICT;
CREATE TABLE definitions (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    demarche TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
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
CREATE TABLE drafts (
    structure_id TEXT NOT NULL REFERENCES structures(id),
    aidant_id TEXT NOT NULL REFERENCES aidants(id),
    form TEXT NOT NULL,
    content BLOB NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (aidant_id, form)
) STRICT;
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
CREATE TABLE instance_secrets (
    name TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT;
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
CREATE TABLE journal_heads (
    structure_id TEXT NOT NULL PRIMARY KEY REFERENCES structures(id),
    sequence INTEGER NOT NULL,
    mac BLOB NOT NULL,
    seal BLOB NOT NULL
) STRICT;
CREATE TABLE referents (
    structure_id TEXT NOT NULL REFERENCES structures(id),
    usager_id TEXT NOT NULL REFERENCES usagers(id),
    aidant_id TEXT NOT NULL REFERENCES aidants(id),
    since TEXT NOT NULL,
    until TEXT,
    PRIMARY KEY (usager_id, aidant_id, since)
) STRICT;
CREATE TABLE schema_version (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at TEXT NOT NULL
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
CREATE TABLE sign_in_attempts (
    bucket BLOB NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    blocked_until INTEGER NOT NULL
) STRICT;
CREATE TABLE structure_keys (
    structure_id TEXT NOT NULL REFERENCES structures(id),
    version INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (structure_id, version)
) STRICT;
CREATE TABLE structures (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    settings TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE submissions (
    structure_id TEXT NOT NULL REFERENCES structures(id),
    aidant_id TEXT NOT NULL,
    form_key TEXT NOT NULL,
    result TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (aidant_id, form_key)
) STRICT;
CREATE TABLE usager_facts (
    structure_id TEXT NOT NULL REFERENCES structures(id),
    usager_id TEXT NOT NULL REFERENCES usagers(id),
    sensitivity TEXT NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (usager_id, sensitivity)
) STRICT;
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
CREATE INDEX activites_by_aidant ON activites(structure_id, aidant_id, done_on, minutes);
CREATE INDEX activites_by_dossier ON activites(structure_id, dossier_id, at);
CREATE INDEX activites_by_structure ON activites(structure_id, done_on);
CREATE INDEX activites_by_usager ON activites(structure_id, usager_id, at);
CREATE INDEX aidants_by_structure ON aidants(structure_id);
CREATE INDEX data_keys_by_version ON data_keys(structure_id, key_version);
CREATE INDEX dossiers_by_follower ON dossiers(structure_id, follower_id, state, updated_at, id);
CREATE INDEX dossiers_by_usager ON dossiers(structure_id, usager_id, opened_at);
CREATE INDEX echeances_by_dossier ON echeances(structure_id, dossier_id);
CREATE INDEX echeances_by_follower
    ON echeances(structure_id, follower_id, status, shown_from, has_loss, due, id);
CREATE INDEX echeances_by_usager ON echeances(structure_id, usager_id, due);
CREATE INDEX filings_by_dossier ON filings(structure_id, dossier_id, at);
CREATE INDEX journal_by_usager ON journal(structure_id, usager_id, sequence);
CREATE INDEX referents_by_aidant ON referents(structure_id, aidant_id, usager_id, until);
CREATE INDEX referents_by_usager ON referents(structure_id, usager_id, aidant_id);
CREATE INDEX sessions_by_aidant ON sessions(aidant_id);
CREATE INDEX usagers_by_update ON usagers(structure_id, updated_at, id);
