import Database

/// The schema, step by step: append only, forward only. Portable SQL; `Dialect` adapts the types.
public enum Migrations {
    public static let all: [Migration] = [
        m0001Structures, m0002Journal, m0003Usagers, m0004Dossiers, m0005Echeances,
        m0006DayIndexes,
    ]
}
