import ArgumentParser

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Liste tous les réglages, leur valeur et d’où elle vient.")

    @OptionGroup var options: ServerOptions

    func run() throws { Terminal.say(try options.read().listing) }
}
