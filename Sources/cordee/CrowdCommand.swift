import ArgumentParser
import Database
import Domain
import Foundation
import Store
import World

/// Fills a demo with many invented people: for measures, hidden from the help.
struct CrowdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foule", abstract: "Ajoute une foule inventée à une démonstration, pour mesurer.",
        shouldDisplay: false)

    @OptionGroup var options: DataOptions

    @ArgumentParser.Option(help: "Nombre de personnes.")
    var people = 100_000

    @ArgumentParser.Option(help: "Nombre de dossiers par personne.")
    var dossiers = 3

    func run() async throws {
        let settings = try options.read()
        let instance = try await Instance.open(settings, create: true)
        let built = try await World(store: instance.store, definitions: instance.definitions, now: Instance.now())
            .ordinary()
        try JSONEncoder().encode(built.aidants.mapValues(\.raw)).write(
            to: URL(fileURLWithPath: "\(settings.data)/demo.json"))
        var aidants = [built.aidant(Cast.ines)]
        for number in 0..<39 {
            aidants.append(
                try await instance.store.addAidant(
                    NewAidant(
                        firstName: "Aidant", lastName: "\(number)", email: "aidant\(number)@foule.example",
                        role: .socialWorker, password: Cast.password), to: built.ccas, now: Instance.now()))
        }
        let started = Date()
        try await Crowd(
            store: instance.store, definitions: instance.definitions, structure: built.ccas, aidants: aidants,
            now: Instance.now()
        ).load(people: people, dossiersEach: dossiers) { done in
            if done % 2048 == 0 || done == people {
                Terminal.progress("\(done) personnes, \(Int(Date().timeIntervalSince(started))) s")
            }
        }
        await instance.store.engine.close()
        Terminal.say("")
    }
}
