import ArgumentParser
import Database
import Store

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Contrôle le journal.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Relit toute la chaîne : trouve une ligne changée, retirée ou ajoutée.",
            discussion: "Code de sortie 1 si une chaîne est rompue.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            let instance = try await Instance.open(try options.read(), create: false)
            let reports = try await instance.store.verifyJournal()
            await instance.store.engine.close()
            var faults: [String] = []
            for report in reports {
                if let fault = report.fault {
                    faults.append("Structure \(report.structure) : \(Self.words(fault))")
                } else {
                    Terminal.say("Structure \(report.structure) : \(report.lines) lignes, chaîne entière.")
                }
            }
            guard faults.isEmpty else { throw Failure(faults.joined(separator: "\n")) }
        }

        private static func words(_ fault: JournalReport.Fault) -> String {
            switch fault {
            case .broken(let sequence): "la ligne \(sequence) a été changée, retirée ou ajoutée."
            case .gap(let sequence): "il manque au moins une ligne après la ligne \(sequence)."
            case .head(let expected, let found):
                "la fin du journal a été coupée (\(found) lignes, \(expected) attendues)."
            }
        }
    }
}
