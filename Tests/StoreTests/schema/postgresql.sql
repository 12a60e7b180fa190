activites.id text NOT NULL
activites.structure_id text NOT NULL
activites.aidant_id text NOT NULL
activites.usager_id text
activites.dossier_id text
activites.demarche text
activites.organisme text
activites.kind text NOT NULL
activites.way text NOT NULL
activites.minutes bigint NOT NULL
activites.done_on text NOT NULL
activites.at bigint NOT NULL
activites.version bigint NOT NULL
aidants.id text NOT NULL
aidants.structure_id text NOT NULL
aidants.email_index bytea NOT NULL
aidants.identity bytea NOT NULL
aidants.role text NOT NULL
aidants.is_active bigint NOT NULL
aidants.password text NOT NULL
aidants.absent_from text
aidants.absent_through text
aidants.created_at bigint NOT NULL
aidants.version bigint NOT NULL
data_keys.id text NOT NULL
data_keys.structure_id text NOT NULL
data_keys.key_version bigint NOT NULL
data_keys.wrapped bytea NOT NULL
definitions.fingerprint text NOT NULL
definitions.demarche text NOT NULL
definitions.version bigint NOT NULL
definitions.content text NOT NULL
dossier_pieces.structure_id text NOT NULL
dossier_pieces.usager_id text NOT NULL
dossier_pieces.dossier_id text NOT NULL
dossier_pieces.piece text NOT NULL
dossier_pieces.status text NOT NULL
dossier_pieces.issued_on text
dossier_pieces.note bytea NOT NULL
dossier_pieces.changed_on text NOT NULL
dossier_pieces.changed_by text NOT NULL
dossier_pieces.after_filing bigint NOT NULL
dossiers.id text NOT NULL
dossiers.structure_id text NOT NULL
dossiers.usager_id text NOT NULL
dossiers.demarche text NOT NULL
dossiers.organisme text NOT NULL
dossiers.definition text NOT NULL
dossiers.definition_version bigint NOT NULL
dossiers.state text NOT NULL
dossiers.way text NOT NULL
dossiers.proposed_way text
dossiers.urgency text
dossiers.opened_at bigint NOT NULL
dossiers.opened_by text NOT NULL
dossiers.follower_id text NOT NULL
dossiers.next_owner text
dossiers.next_day text
dossiers.filed_on text
dossiers.expected_on text
dossiers.decided_on text
dossiers.reason text
dossiers.stop_screen text
dossiers.stop_field text
dossiers.content bytea NOT NULL
dossiers.updated_at bigint NOT NULL
dossiers.version bigint NOT NULL
drafts.structure_id text NOT NULL
drafts.aidant_id text NOT NULL
drafts.form text NOT NULL
drafts.content bytea NOT NULL
drafts.saved_at bigint NOT NULL
echeances.id text NOT NULL
echeances.structure_id text NOT NULL
echeances.usager_id text NOT NULL
echeances.dossier_id text NOT NULL
echeances.follower_id text NOT NULL
echeances.kind text NOT NULL
echeances.opens text
echeances.due text NOT NULL
echeances.shown_from text NOT NULL
echeances.has_loss bigint NOT NULL
echeances.status text NOT NULL
echeances.snoozed_until text
echeances.reason bytea NOT NULL
echeances.changed_at bigint NOT NULL
filings.id text NOT NULL
filings.structure_id text NOT NULL
filings.usager_id text NOT NULL
filings.dossier_id text NOT NULL
filings.channel text NOT NULL
filings.clicker text NOT NULL
filings.proof text NOT NULL
filings.filed_on text NOT NULL
filings.blocking_findings bigint NOT NULL
filings.content bytea NOT NULL
filings.aidant_id text NOT NULL
filings.at bigint NOT NULL
instance_secrets.name text NOT NULL
instance_secrets.wrapped bytea NOT NULL
invitations.id text NOT NULL
invitations.token_hash bytea NOT NULL
invitations.structure_id text NOT NULL
invitations.role text NOT NULL
invitations.identity bytea NOT NULL
invitations.created_by text NOT NULL
invitations.created_at bigint NOT NULL
invitations.expires_at bigint NOT NULL
invitations.used_at bigint
journal.structure_id text NOT NULL
journal.sequence bigint NOT NULL
journal.at bigint NOT NULL
journal.aidant_id text
journal.session text NOT NULL
journal.action text NOT NULL
journal.object_kind text NOT NULL
journal.object_id text NOT NULL
journal.usager_id text
journal.detail text NOT NULL
journal.mac bytea NOT NULL
journal_heads.structure_id text NOT NULL
journal_heads.sequence bigint NOT NULL
journal_heads.mac bytea NOT NULL
journal_heads.seal bytea NOT NULL
referents.structure_id text NOT NULL
referents.usager_id text NOT NULL
referents.aidant_id text NOT NULL
referents.since text NOT NULL
referents.until text
schema_version.number bigint NOT NULL IDENTITY
schema_version.name text NOT NULL
schema_version.applied_at text NOT NULL
sessions.token_hash bytea NOT NULL
sessions.reference text NOT NULL
sessions.structure_id text NOT NULL
sessions.aidant_id text NOT NULL
sessions.created_at bigint NOT NULL
sessions.seen_at bigint NOT NULL
sessions.locked bigint NOT NULL
sign_in_attempts.bucket bytea NOT NULL
sign_in_attempts.failures bigint NOT NULL
sign_in_attempts.last_at bigint NOT NULL
sign_in_attempts.blocked_until bigint NOT NULL
structure_keys.structure_id text NOT NULL
structure_keys.version bigint NOT NULL
structure_keys.wrapped bytea NOT NULL
structure_keys.created_at bigint NOT NULL
structures.id text NOT NULL
structures.name text NOT NULL
structures.phone text NOT NULL
structures.address text NOT NULL
structures.settings text NOT NULL
structures.created_at bigint NOT NULL
structures.version bigint NOT NULL
submissions.structure_id text NOT NULL
submissions.aidant_id text NOT NULL
submissions.form_key text NOT NULL
submissions.result text NOT NULL
submissions.at bigint NOT NULL
usager_facts.structure_id text NOT NULL
usager_facts.usager_id text NOT NULL
usager_facts.sensitivity text NOT NULL
usager_facts.facts bytea NOT NULL
usagers.id text NOT NULL
usagers.structure_id text NOT NULL
usagers.status text NOT NULL
usagers.birth_year bigint
usagers.gender text
usagers.created_at bigint NOT NULL
usagers.created_by text NOT NULL
usagers.updated_at bigint NOT NULL
usagers.last_contact text NOT NULL
usagers.version bigint NOT NULL
activites activites_pkey PRIMARY KEY (id)
activites activites_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
aidants aidants_email_index_key UNIQUE (email_index)
aidants aidants_pkey PRIMARY KEY (id)
aidants aidants_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
data_keys data_keys_pkey PRIMARY KEY (id)
data_keys data_keys_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
data_keys data_keys_structure_id_key_version_fkey FOREIGN KEY (structure_id, key_version) REFERENCES structure_keys(structure_id, version)
definitions definitions_pkey PRIMARY KEY (fingerprint)
dossier_pieces dossier_pieces_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers(id)
dossier_pieces dossier_pieces_pkey PRIMARY KEY (dossier_id, piece)
dossier_pieces dossier_pieces_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
dossier_pieces dossier_pieces_usager_id_fkey FOREIGN KEY (usager_id) REFERENCES usagers(id)
dossiers dossiers_definition_fkey FOREIGN KEY (definition) REFERENCES definitions(fingerprint)
dossiers dossiers_pkey PRIMARY KEY (id)
dossiers dossiers_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
dossiers dossiers_usager_id_fkey FOREIGN KEY (usager_id) REFERENCES usagers(id)
drafts drafts_aidant_id_fkey FOREIGN KEY (aidant_id) REFERENCES aidants(id)
drafts drafts_pkey PRIMARY KEY (aidant_id, form)
drafts drafts_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
echeances echeances_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers(id)
echeances echeances_dossier_id_kind_due_key UNIQUE (dossier_id, kind, due)
echeances echeances_pkey PRIMARY KEY (id)
echeances echeances_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
echeances echeances_usager_id_fkey FOREIGN KEY (usager_id) REFERENCES usagers(id)
filings filings_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers(id)
filings filings_pkey PRIMARY KEY (id)
filings filings_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
filings filings_usager_id_fkey FOREIGN KEY (usager_id) REFERENCES usagers(id)
instance_secrets instance_secrets_pkey PRIMARY KEY (name)
invitations invitations_pkey PRIMARY KEY (id)
invitations invitations_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
invitations invitations_token_hash_key UNIQUE (token_hash)
journal journal_pkey PRIMARY KEY (structure_id, sequence)
journal journal_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
journal_heads journal_heads_pkey PRIMARY KEY (structure_id)
journal_heads journal_heads_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
referents referents_aidant_id_fkey FOREIGN KEY (aidant_id) REFERENCES aidants(id)
referents referents_pkey PRIMARY KEY (usager_id, aidant_id, since)
referents referents_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
referents referents_usager_id_fkey FOREIGN KEY (usager_id) REFERENCES usagers(id)
schema_version schema_version_pkey PRIMARY KEY (number)
sessions sessions_aidant_id_fkey FOREIGN KEY (aidant_id) REFERENCES aidants(id)
sessions sessions_pkey PRIMARY KEY (token_hash)
sessions sessions_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
sign_in_attempts sign_in_attempts_pkey PRIMARY KEY (bucket)
structure_keys structure_keys_pkey PRIMARY KEY (structure_id, version)
structure_keys structure_keys_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
structures structures_pkey PRIMARY KEY (id)
submissions submissions_pkey PRIMARY KEY (aidant_id, form_key)
submissions submissions_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
usager_facts usager_facts_pkey PRIMARY KEY (usager_id, sensitivity)
usager_facts usager_facts_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
usager_facts usager_facts_usager_id_fkey FOREIGN KEY (usager_id) REFERENCES usagers(id)
usagers usagers_pkey PRIMARY KEY (id)
usagers usagers_structure_id_fkey FOREIGN KEY (structure_id) REFERENCES structures(id)
CREATE INDEX activites_by_aidant ON activites USING btree (structure_id, aidant_id, done_on, minutes)
CREATE INDEX activites_by_dossier ON activites USING btree (structure_id, dossier_id, at)
CREATE INDEX activites_by_structure ON activites USING btree (structure_id, done_on)
CREATE INDEX activites_by_usager ON activites USING btree (structure_id, usager_id, at)
CREATE UNIQUE INDEX activites_pkey ON activites USING btree (id)
CREATE INDEX aidants_by_structure ON aidants USING btree (structure_id)
CREATE UNIQUE INDEX aidants_email_index_key ON aidants USING btree (email_index)
CREATE UNIQUE INDEX aidants_pkey ON aidants USING btree (id)
CREATE INDEX data_keys_by_version ON data_keys USING btree (structure_id, key_version)
CREATE UNIQUE INDEX data_keys_pkey ON data_keys USING btree (id)
CREATE UNIQUE INDEX definitions_pkey ON definitions USING btree (fingerprint)
CREATE UNIQUE INDEX dossier_pieces_pkey ON dossier_pieces USING btree (dossier_id, piece)
CREATE INDEX dossiers_by_follower ON dossiers USING btree (structure_id, follower_id, state, updated_at, id)
CREATE INDEX dossiers_by_usager ON dossiers USING btree (structure_id, usager_id, opened_at)
CREATE UNIQUE INDEX dossiers_pkey ON dossiers USING btree (id)
CREATE UNIQUE INDEX drafts_pkey ON drafts USING btree (aidant_id, form)
CREATE INDEX echeances_by_dossier ON echeances USING btree (structure_id, dossier_id)
CREATE INDEX echeances_by_follower ON echeances USING btree (structure_id, follower_id, status, shown_from, has_loss, due, id)
CREATE INDEX echeances_by_usager ON echeances USING btree (structure_id, usager_id, due)
CREATE UNIQUE INDEX echeances_dossier_id_kind_due_key ON echeances USING btree (dossier_id, kind, due)
CREATE UNIQUE INDEX echeances_pkey ON echeances USING btree (id)
CREATE INDEX filings_by_dossier ON filings USING btree (structure_id, dossier_id, at)
CREATE UNIQUE INDEX filings_pkey ON filings USING btree (id)
CREATE UNIQUE INDEX instance_secrets_pkey ON instance_secrets USING btree (name)
CREATE UNIQUE INDEX invitations_pkey ON invitations USING btree (id)
CREATE UNIQUE INDEX invitations_token_hash_key ON invitations USING btree (token_hash)
CREATE INDEX journal_by_usager ON journal USING btree (structure_id, usager_id, sequence)
CREATE UNIQUE INDEX journal_heads_pkey ON journal_heads USING btree (structure_id)
CREATE UNIQUE INDEX journal_pkey ON journal USING btree (structure_id, sequence)
CREATE INDEX referents_by_aidant ON referents USING btree (structure_id, aidant_id, usager_id, until)
CREATE INDEX referents_by_usager ON referents USING btree (structure_id, usager_id, aidant_id)
CREATE UNIQUE INDEX referents_pkey ON referents USING btree (usager_id, aidant_id, since)
CREATE UNIQUE INDEX schema_version_pkey ON schema_version USING btree (number)
CREATE INDEX sessions_by_aidant ON sessions USING btree (aidant_id)
CREATE UNIQUE INDEX sessions_pkey ON sessions USING btree (token_hash)
CREATE UNIQUE INDEX sign_in_attempts_pkey ON sign_in_attempts USING btree (bucket)
CREATE UNIQUE INDEX structure_keys_pkey ON structure_keys USING btree (structure_id, version)
CREATE UNIQUE INDEX structures_pkey ON structures USING btree (id)
CREATE UNIQUE INDEX submissions_pkey ON submissions USING btree (aidant_id, form_key)
CREATE UNIQUE INDEX usager_facts_pkey ON usager_facts USING btree (usager_id, sensitivity)
CREATE INDEX usagers_by_update ON usagers USING btree (structure_id, updated_at, id)
CREATE UNIQUE INDEX usagers_pkey ON usagers USING btree (id)
