import Catalogue
import Database
import Domain
import Foundation
import Sealing
import Store

/// An opened instance: catalogue, database, keys. Everything that is wrong is said at once, and nothing is written.
struct Instance {
    let store: Store
    let definitions: Definitions

    static func now() -> Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    static func loadCatalogue(_ folder: String) throws -> Definitions {
        let result = CatalogueFolder.load(folder)
        guard result.problems.isEmpty else {
            throw Failure(
                CatalogueReport.text(result.problems, folder: folder)
                    + "\nCordée ne démarre pas : corrigez le catalogue.")
        }
        return result.definitions
    }

    /// - Parameter create: make the data folder and the key when neither exists (first start).
    static func open(_ settings: Settings, create: Bool) async throws -> Instance {
        let definitions = try loadCatalogue(settings.catalogue)
        let database = "\(settings.data)/cordee.sqlite"
        let exists = FileManager.default.fileExists(atPath: database)
        if !create, settings.postgres == nil, !exists {
            throw Failure("Erreur : il n’y a pas de données dans « \(settings.data) ». Vérifiez --data.")
        }
        do {
            // A server is asked before the key is looked for: data that are there never get a new key.
            let server = try await connect(settings)
            let holdsData = if let server { try await Migrator.hasSchema(server) } else { exists }
            let keys = try loadKeys(settings, isNew: create && !holdsData)
            if server == nil { try makeFolder(settings.data) }
            let wasLooked = if server == nil, exists { try await look(at: database, keys) } else { false }
            let engine = try server ?? SQLiteEngine(path: database)
            if !wasLooked { try await check(engine) }
            let store = try await Store.open(
                engine: engine, keys: keys, hasher: try PasswordHasher(), catalogue: definitions,
                reloadKeys: { try InstanceKeys.load(from: settings.keyFile) }, now: now())
            return Instance(store: store, definitions: definitions)
        } catch let failure as Failure { throw failure } catch { throw Failure(explain(error, settings)) }
    }

    /// The PostgreSQL server of the settings; nil when the data are in a file.
    private static func connect(_ settings: Settings) async throws -> (any Engine)? {
        guard let connection = settings.postgres else { return nil }
        return try await PostgresEngine(connection: connection)
    }

    /// Refuses what can be refused before the base is opened for work, while not one byte of it changes.
    /// - Returns: false when the base is not at rest: it must be checked once open.
    private static func look(at database: String, _ keys: InstanceKeys) async throws -> Bool {
        guard let engine = try SQLiteEngine.untouched(path: database) else { return false }
        do {
            try await check(engine)
            try await Store.look(engine: engine, keys: keys)
        } catch {
            await engine.close()
            // Another program that works on the base meanwhile makes what was seen worthless.
            if SQLiteEngine.isAtRest(database) { throw error }
            return false
        }
        await engine.close()
        return true
    }

    /// What can be seen of the base before the first answer; `Housekeeping` looks at all of it.
    private static func check(_ engine: any Engine) async throws {
        let problems = try await engine.integrityCheck(within: .milliseconds(300))
        guard problems.isEmpty else { throw DatabaseError.corrupt(problems.joined(separator: ", ")) }
    }

    private static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw Failure("Erreur : le dossier « \(path) » ne peut pas être créé. Vérifiez les droits.") }
    }

    private static func loadKeys(_ settings: Settings, isNew: Bool) throws -> InstanceKeys {
        let path = settings.keyFile
        do { return try InstanceKeys.load(from: path) } catch {
            switch error {
            case .missing where isNew:
                do { return try InstanceKeys.create(at: path) } catch {
                    // Only an empty folder goes.
                    rmdir((path as NSString).deletingLastPathComponent)
                    if case .unwritable(ENOSPC) = error {
                        throw Failure("Erreur : le disque est plein. Rien n’a été écrit.")
                    }
                    throw Failure(
                        "Erreur : la clé d’instance ne peut pas être écrite dans « \(path) ». Vérifiez les droits.")
                }
            case .missing:
                throw Failure(
                    """
                    Erreur : la clé d’instance manque (« \(path) »). Sans elle, les données ne s’ouvrent pas.
                    Remettez la copie que vous avez gardée à part, ou donnez son chemin par --key-file.
                    """)
            case .tooOpen(let permissions):
                throw Failure(
                    "Erreur : d’autres peuvent lire la clé « \(path) » (droits \(String(permissions, radix: 8))). Faites : chmod 600 \(path)"
                )
            case .unreadable: throw Failure("Erreur : la clé « \(path) » ne peut pas être lue. Vérifiez les droits.")
            default: throw Failure("Erreur : le fichier « \(path) » n’est pas une clé de Cordée, ou il est abîmé.")
            }
        }
    }

    private static func explain(_ error: any Error, _ settings: Settings) -> String {
        switch error {
        case is SealError:
            "Erreur : la clé « \(settings.keyFile) » n’est pas celle de ces données. Rien n’a été changé."
        case MigrationError.newerSchema(let found, let known):
            """
            Erreur : ces données viennent d’une version plus récente de Cordée (schéma \(found), connu ici : \(known)).
            Installez la version récente. Rien n’a été changé.
            """
        case DatabaseError.full: "Erreur : le disque est plein. Rien n’a été écrit."
        case DatabaseError.readOnly:
            "Erreur : le dossier « \(settings.data) » est en lecture seule. Rien n’a été écrit."
        case DatabaseError.corrupt:
            "Erreur : la base de « \(settings.data) » est abîmée. Remettez une sauvegarde. Rien n’a été changé."
        case DatabaseError.unreachable:
            "Erreur : la base de données ne répond pas ou ne s’ouvre pas. Vérifiez le dossier ou la connexion."
        case DatabaseError.busy: "Erreur : la base est déjà utilisée par un autre programme."
        default: "Erreur : la base de données ne s’ouvre pas (\(type(of: error)))."
        }
    }
}
