import Foundation

/// Every setting: from a flag, else the environment (`CORDEE_…`), else a settings file, else its default.
struct Settings {
    enum Key: String, CaseIterable {
        case data = "DONNEES"
        case port = "PORT"
        case host = "ADRESSE"
        case keyFile = "CLE"
        case catalogue = "CATALOGUE"
        case postgres = "POSTGRES"
        case https = "HTTPS"
        case proxies = "MANDATAIRES"
        case fonts = "POLICES"
        case file = "REGLAGES"

        var variable: String { "CORDEE_\(rawValue)" }

        var explanation: String {
            switch self {
            case .data: "dossier des données (base SQLite)"
            case .port: "port d’écoute"
            case .host: "adresse d’écoute ; 127.0.0.1 : cette machine seulement"
            case .keyFile: "fichier de la clé d’instance, hors du dossier des données"
            case .catalogue: "dossier du catalogue des démarches"
            case .postgres:
                "connexion PostgreSQL (libpq) ; vide : SQLite. Jamais en option : elle peut contenir un secret"
            case .https: "« oui » quand un mandataire sert le site en TLS"
            case .proxies: "adresses des mandataires de confiance, séparées par des virgules"
            case .fonts: "dossier des polices de caractères servies par le site"
            case .file: "fichier de réglages : une ligne NOM=valeur par réglage"
            }
        }

        var standard: String {
            switch self {
            case .data: "./data"
            case .port: "8080"
            case .host: "127.0.0.1"
            case .keyFile: "<dossier des données>.cles/instance.cles"
            case .catalogue: "./catalogue, ou celui qui est livré à côté du programme"
            case .https: "non"
            case .fonts: "./.outils/polices"
            case .postgres, .proxies, .file: ""
            }
        }
    }

    private var values: [Key: (value: String, from: String)] = [:]

    /// - Parameter flags: what the command line gave; wins over the rest.
    /// - Throws: `Failure` listing every unknown or unreadable setting.
    init(flags: [Key: String?], environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        var problems: [String] = []
        let named = environment.filter {
            $0.key.hasPrefix("CORDEE_") && !$0.key.hasPrefix("CORDEE_TEST_") && !$0.key.hasPrefix("CORDEE_UPDATE_")
        }
        let path = flags[.file] ?? named[Key.file.variable]
        if let path { problems += readFile(path) }
        for (name, value) in named.sorted(by: { $0.key < $1.key }) {
            if let key = Key(rawValue: String(name.dropFirst(7))) {
                values[key] = (value, "environnement")
            } else {
                problems.append("réglage inconnu dans l’environnement : \(name)\(Self.hint(String(name.dropFirst(7))))")
            }
        }
        for (key, value) in flags { if let value { values[key] = (value, "option") } }
        if let port = values[.port]?.value, Int(port).map({ (1...65_535).contains($0) }) != true {
            problems.append("le port doit être un nombre de 1 à 65535, pas « \(port) »")
        }
        if let https = values[.https]?.value, !["oui", "non"].contains(https) {
            problems.append("\(Key.https.variable) vaut « oui » ou « non », pas « \(https) »")
        }
        guard problems.isEmpty else {
            throw Failure(
                problems.map { "Erreur : \($0)." }.joined(separator: "\n")
                    + "\nÉcrivez « cordee settings » pour voir tous les réglages.")
        }
    }

    private mutating func readFile(_ path: String) -> [String] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            return ["le fichier de réglages « \(path) » ne peut pas être lu"]
        }
        var problems: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            let parts = trimmed.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            let name = parts[0].replacingOccurrences(of: "CORDEE_", with: "")
            if parts.count == 2, let key = Key(rawValue: name), key != .file {
                values[key] = (parts[1], path)
            } else {
                problems.append("\(path), ligne \(index + 1) : réglage inconnu « \(parts[0]) »\(Self.hint(name))")
            }
        }
        return problems
    }

    /// The nearest name, when there is one.
    private static func hint(_ name: String) -> String {
        let near = Key.allCases.map(\.rawValue).filter { abs($0.count - name.count) < 3 && $0.first == name.first }
        return near.first.map { " (vouliez-vous dire CORDEE_\($0) ?)" } ?? ""
    }

    private func text(_ key: Key) -> String? { values[key].map(\.value).flatMap { $0.isEmpty ? nil : $0 } }

    var data: String { text(.data) ?? "./data" }
    var port: Int { text(.port).flatMap(Int.init) ?? 8080 }
    var host: String { text(.host) ?? "127.0.0.1" }
    var keyFile: String {
        text(.keyFile) ?? (data.hasSuffix("/") ? String(data.dropLast()) : data) + ".cles/instance.cles"
    }
    var postgres: String? { text(.postgres) }
    var isSecureSite: Bool { text(.https) == "oui" }
    var proxies: Set<String> {
        Set((text(.proxies) ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    var fonts: String { text(.fonts) ?? "./.outils/polices" }
    var catalogue: String {
        if let given = text(.catalogue) { return given }
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("catalogue").path
        return FileManager.default.fileExists(atPath: "./catalogue") ? "./catalogue" : beside
    }

    /// One line per setting: what it is, what it is worth and from where. A connection is never shown.
    var listing: String {
        Key.allCases.map { key in
            let known = values[key]
            let shown = key == .postgres && known != nil ? "(donnée, cachée)" : known?.value ?? key.standard
            return
                "\(key.variable)\n    \(key.explanation)\n    vaut : \(shown.isEmpty ? "(rien)" : shown) — \(known?.from ?? "par défaut")"
        }.joined(separator: "\n")
    }
}
