import Domain
import Markup
import Store

/// For whom: somebody who has a file, or a new person by one word.
struct PersonPart {
    let form: ReceptionForm
    let people: [DeskPerson]
    /// The name was looked up: an empty list means that nobody resembles.
    let wasLookedUp: Bool
    let errors: [FieldError]

    private func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }

    var body: HTML {
        Section(
            "Pour qui ?", id: "personne",
            """
            \(who)\
            <div data-partie="gens">\(found)</div>\
            \(Checkbox("repere", "La personne ne donne pas son nom : ces mots sont un repère", isOn: form.isLabel).body)
            """
        ).body
    }

    private var who: HTML {
        let field = Field(
            name: "qui", label: "Nom, prénom ou téléphone de la personne",
            help: "Un prénom suffit. Si la personne a déjà une fiche, elle apparaît dessous.", error: error("qui"))
        return field.around(
            """
            <span class="recherche-ligne"><input type="text" class="large" autocomplete="off" spellcheck="false"\(field.attributes)\
            \(attribute: "value", form.who)>\(ActButton("Chercher sa fiche", .findPerson, at: "personne", .quiet, icon: .chercher).body)</span>
            """)
    }

    private var found: HTML {
        if people.isEmpty { return wasLookedUp ? nobody : .empty }
        var choices = people.map { Choice($0.id.raw, $0.name, help: $0.detail) }
        if let new = TypedPerson(form.who, isLabel: form.isLabel) {
            choices.append(
                Choice(ReceptionForm.newPerson, "Une autre personne : ouvrir une nouvelle fiche", help: new.summary))
        }
        let group = RadioGroup(
            "personne", "Est-ce une de ces personnes ?", choices: choices, chosen: form.person, error: error("personne")
        )
        return
            "<div data-annonce=\"\(Words.count(people.count, "fiche ressemble", "fiches ressemblent"))\">\(group.body)</div>"
    }

    private var nobody: HTML {
        guard let new = TypedPerson(form.who, isLabel: form.isLabel) else { return .empty }
        return """
            <p class="aide" data-annonce="Aucune fiche ne ressemble">Aucune fiche ne ressemble\u{A0}: une nouvelle fiche sera ouverte. \(new.summary)</p>
            """
    }
}

/// A person who may be the one, as one choice.
struct DeskPerson: Sendable {
    let id: ID<Usager>
    let name: String
    let detail: String?

    init(id: ID<Usager>, name: UsagerName, birth: Day?, isArchived: Bool) {
        self.id = id
        self.name = name.fullWords
        let parts = [birth.map { "Naissance\u{A0}: \($0.wordsWithYear)" }, isArchived ? "fiche archivée" : nil]
            .compactMap(\.self)
        detail = parts.isEmpty ? nil : Words.sentence(parts.joined(separator: ", ")) + "."
    }

    init(_ hit: UsagerHit) { self.init(id: hit.id, name: hit.name, birth: hit.birth, isArchived: hit.isArchived) }
}
