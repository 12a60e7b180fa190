import HTTPTypes
import Hummingbird
import Markup
import NIOCore

extension Response {
    /// A page or a fragment.
    static func html(_ html: HTML, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    static func text(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// Goes on to another page after a change; `saying` is shown once there.
    static func seeOther(_ path: Path, saying message: Flash? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path.text])
        if let message { response.headers.append(Cookies.flash(message)) }
        return response
    }

    static let noContent = Response(status: .noContent)
}

/// What is said once after a redirect. A code travels in a cookie, never words about a person.
enum Flash: String, CaseIterable, Sendable {
    case saved = "enregistre"
    case created = "cree"
    case opened = "ouvert"
    case filed = "depose"
    case moved = "avance"
    case done = "fait"
    case snoozed = "reporte"
    case invited = "invite"
    case withdrawn = "retire"
    case roleChanged = "role"
    case closed = "ferme"
    case absence
    case password = "motdepasse"
    case sessions
    case recorded = "note"
    case corrected = "corrige"
    case draftDropped = "brouillon"

    var words: String {
        switch self {
        case .saved: "C’est enregistré."
        case .created: "La fiche est ouverte."
        case .opened: "La démarche est ouverte."
        case .filed: "Le dépôt est noté. La prochaine date est dans l’agenda."
        case .moved: "L’état de la démarche est à jour."
        case .done: "C’est fait. La prochaine échéance est prévue."
        case .snoozed: "L’échéance est reportée."
        case .invited: "L’invitation est prête. Imprimez ou copiez le lien."
        case .withdrawn: "L’invitation est retirée."
        case .roleChanged: "Le rôle est changé. La personne doit se reconnecter."
        case .closed: "Le compte est fermé. Ses sessions sont coupées."
        case .absence: "L’absence est notée."
        case .password: "Le mot de passe est changé. Les autres sessions sont fermées."
        case .sessions: "Les autres sessions sont fermées."
        case .recorded: "L’accueil est noté."
        case .corrected: "L’activité est corrigée."
        case .draftDropped: "Le brouillon est effacé."
        }
    }
}
