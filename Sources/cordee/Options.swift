import ArgumentParser

/// Options that several commands share.
struct DataOptions: ParsableArguments {
    @ArgumentParser.Option(help: ArgumentHelp("Dossier des données.", valueName: "dossier"))
    var data: String?

    @ArgumentParser.Option(
        help: ArgumentHelp("Fichier de la clé d’instance, hors du dossier des données.", valueName: "fichier"))
    var keyFile: String?

    @ArgumentParser.Option(help: ArgumentHelp("Dossier du catalogue des démarches.", valueName: "dossier"))
    var catalogue: String?

    @ArgumentParser.Option(help: ArgumentHelp("Fichier de réglages.", valueName: "fichier"))
    var settings: String?

    func read(_ more: [Settings.Key: String?] = [:]) throws -> Settings {
        try Settings(
            flags: [.data: data, .keyFile: keyFile, .catalogue: catalogue, .file: settings].merging(more) { _, new in
                new
            })
    }
}

struct ServerOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @ArgumentParser.Option(help: ArgumentHelp("Port d’écoute.", valueName: "n"))
    var port: String?

    @ArgumentParser.Option(help: ArgumentHelp("Adresse d’écoute.", valueName: "adresse"))
    var host: String?

    func read() throws -> Settings { try data.read([.port: port, .host: host]) }
}
