import Database

extension Migrations {
    /// What *Aujourd’hui* and *Mes personnes* count and puts in order, found without reading the rows themselves: with 100 000 people in a
    /// structure a professional follows thousands of dossiers. And the dates of a dossier, the referents of a person:
    /// without these two, SQLite took an index that begins with the structure and read all of its rows.
    static let m0006DayIndexes = Migration(
        number: 6, name: "index-du-jour",
        script: """
            DROP INDEX echeances_by_due;
            CREATE INDEX echeances_by_follower
                ON echeances(structure_id, follower_id, status, shown_from, has_loss, due, id);
            CREATE INDEX echeances_by_dossier ON echeances(structure_id, dossier_id);
            CREATE INDEX referents_by_usager ON referents(structure_id, usager_id, aidant_id);
            DROP INDEX referents_by_aidant;
            CREATE INDEX referents_by_aidant ON referents(structure_id, aidant_id, usager_id, until);
            DROP INDEX dossiers_by_follower;
            CREATE INDEX dossiers_by_follower ON dossiers(structure_id, follower_id, state, updated_at, id);
            CREATE INDEX activites_by_aidant ON activites(structure_id, aidant_id, done_on, minutes);
            """)
}
