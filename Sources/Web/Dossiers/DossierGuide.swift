import Domain
import Markup

/// What the catalogue says of the procedure, folded so that the page stays short.
struct DossierGuide {
    let view: DossierView

    private var demarche: Demarche { view.demarche }

    var body: HTML {
        HTML.join([purpose, before, steps, worker, alternatives, failures, amounts, sources])
    }

    private func fold(_ title: String, _ content: HTML) -> HTML {
        content.isEmpty ? .empty : Details(title, content).body
    }

    private func part(_ title: HTML, _ statements: [Statement]) -> HTML {
        statements.isEmpty ? .empty : "<h3>\(title)</h3>\(StatementList(statements).body)"
    }

    private var purpose: HTML {
        let guide: HTML =
            demarche.level == .guide
            ? "<p>Cette démarche n’est qu’un guide : pas de fiche de saisie ni de liste de papiers complète.</p>"
            : .empty
        let site: HTML? = view.address.map { "<p>\(OutsideLink(demarche.platform, to: $0).body)</p>" }
        return fold(
            "À quoi elle sert, qui peut la demander",
            "<p>\(demarche.purpose)</p>\(guide)\(site)\(part("Qui peut la demander", demarche.audience))\(part("Conditions", demarche.rules))"
        )
    }

    private var before: HTML {
        let ways = HTML.each(demarche.identification) {
            "<li><b>\($0.means)</b> : \(StatementText($0.detail).body)</li>"
        }
        let signIn: HTML = demarche.identification.isEmpty ? .empty : "<h3>Comment se connecter</h3><ul>\(ways)</ul>"
        return fold(
            "Avant de commencer",
            "\(part("À avoir sous la main", demarche.prerequisites))\(signIn)\(part("Ce que la personne peut faire seule", demarche.alone))"
        )
    }

    private var steps: HTML {
        guard !demarche.steps.isEmpty else { return .empty }
        let name = view.usager.name.words
        let steps = demarche.steps.map { step in
            let who =
                switch step.actor {
                case .person: name
                case .together: "vous, avec \(name)"
                case .worker: "vous"
                case .organisme: view.organisme
                }
            let doubt: HTML = step.text.isDoubtful ? Tag(.watch, "à vérifier").body : .empty
            return Steps.Step(step.text.text, who: who, content: doubt)
        }
        return fold("Les étapes, et qui fait quoi", Steps(steps).body)
    }

    private var worker: HTML {
        let rules = demarche.worker
        return fold(
            "Ce que vous pouvez faire, et ne pas faire",
            "\(part("Vous pouvez", rules.may))\(part("Vous ne devez pas", rules.mayNot))\(part("Votre accès professionnel", rules.access))"
        )
    }

    private var alternatives: HTML {
        let other = demarche.alternatives
        let phones = HTML.each(other.phones) { phone in
            let number: HTML =
                CheckedAddress(phone: phone.number).map { "<a\(href: $0)>\(phone.number)</a>" }
                ?? HTML(text: phone.number)
            return "<li>\(Icon.telephone.drawing) <b>\(number)</b> : \(StatementText(phone.service).body)</li>"
        }
        let forms = HTML.each(other.forms) {
            "<li>\(Icon.piece.drawing) <b>\($0.number)</b> : \(StatementText($0.title).body)</li>"
        }
        let counters = HTML.each(other.counters) { "<li>\(Icon.lieu.drawing) \(StatementText($0).body)</li>" }
        let letters = HTML.each(other.letters) { "<li>\(Icon.courrier.drawing) \(StatementText($0).body)</li>" }
        let lines = HTML.join([phones, counters, letters, forms])
        return fold("Autrement que sur internet", lines.isEmpty ? .empty : "<ul>\(lines)</ul>")
    }

    private var failures: HTML { fold("Ce qui fait souvent échouer", FailureList(demarche.failures).body) }

    private var amounts: HTML {
        guard !demarche.amounts.isEmpty else { return .empty }
        return fold(
            "Les montants",
            Facts(
                demarche.amounts.map { ($0.label, "\(StatementText($0.value).body)<br><small>\($0.effective)</small>") }
            ).body)
    }

    private var sources: HTML {
        let sources = demarche.sources.compactMap(view.definitions.source)
        return sources.isEmpty ? .empty : SourceList(sources: sources, checkedOn: demarche.checkedOn).body
    }
}

/// Known ways in which the procedure fails, each with its remedy.
struct FailureList {
    let failures: [Failure]

    init(_ failures: [Failure]) { self.failures = failures }

    var body: HTML {
        guard !failures.isEmpty else { return .empty }
        return
            "<ul>\(HTML.each(failures) { "<li>\(StatementText($0.cause).body)<br><small>\($0.remedy)</small></li>" })</ul>"
    }
}
