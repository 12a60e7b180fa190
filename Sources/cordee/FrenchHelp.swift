import ArgumentParser
import Foundation

/// The messages of the argument parser, in French: the library knows English only.
enum FrenchHelp {
    /// Prints what the error says (help and version included) and ends the program with its status.
    static func exit(_ error: any Error) -> Never {
        let status = Cordee.exitCode(for: error).rawValue
        if let failure = error as? Failure {
            Terminal.error(failure.message)
            Foundation.exit(1)
        }
        let text = french(Cordee.fullMessage(for: error))
        if status == 0 { Terminal.say(text) } else if !text.isEmpty { Terminal.error(text) }
        Foundation.exit(status)
    }

    private static let words: [(String, String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("Usage: ", "Utilisation : "), ("ARGUMENTS:", "ARGUMENTS :"),
        ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"), ("<subcommand>", "<commande>"),
        ("Show the version.", "Affiche la version."), ("Show help information.", "Affiche cette aide."),
        ("(default: ", "(par défaut : "), ("(default)", "(par défaut)"), ("(values: ", "(valeurs : "),
        ("See 'cordee help <commande>' for detailed help.", "Écrivez « cordee help <commande> » pour le détail."),
        ("for more information.", "pour en savoir plus."), ("  See '", "  Voyez « "), ("--help' pour", "--help » pour"),
        ("Error: ", "Erreur : "), ("Unknown option ", "option inconnue "),
        ("Missing value for ", "il manque une valeur à "),
        ("Missing expected argument ", "il manque l’argument "), ("unexpected argument", "argument inattendu"),
        ("Unexpected argument", "argument inattendu"), ("Did you mean ", "Vouliez-vous dire "),
        ("The value ", "La valeur "), (" is invalid for ", " ne convient pas à "), ("Help:  ", "Aide :  "),
        ("Show subcommand help information.", "Affiche l’aide d’une commande."),
    ]

    static func french(_ text: String) -> String {
        words.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}

/// A failure that is said in one or several lines of French, exit status 1.
struct Failure: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

enum Terminal {
    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Rewrites the current line of a terminal; a line each in a file.
    static func progress(_ text: String) {
        let isTerminal = isatty(2) == 1
        FileHandle.standardError.write(Data((isTerminal ? "\r\(text)\u{1B}[K" : text + "\n").utf8))
    }
}

/// No memory of this program is written to disk when it crashes: it holds keys and names.
enum CoreDumps {
    static func forbid() {
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(4), &limit)
    }
}
