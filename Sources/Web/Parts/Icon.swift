import Markup

/// The drawings of the pages: one stroke, 24 units, the colour of the words beside them.
///
/// An icon never stands alone: it is hidden from screen readers and a word always follows it.
///
///     let link: HTML = "<a\(href: path)>\(Icon.imprimer.drawing)Imprimer la feuille</a>"
enum Icon: CaseIterable {
    case aujourdhui, accueillir, personnes, demarches, structure, compte
    case chercher, verrouiller, sortir, copier, imprimer, modifier, ajouter, supprimer, avancer, revenir, ouvrir
    case fait, attention, perdu, bloque, attente, information, point, ici
    case telephone, courrier, lieu, piece, minuteur, calendrier, aide, deposer, mandat, euro, partager

    var drawing: HTML {
        """
        <svg class="icone" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" \
        stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="\(strokes)"/></svg>
        """
    }

    private var strokes: HTML {
        switch self {
        case .aujourdhui:
            "M12 7.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M12 2.5v1.5M12 20v1.5M2.5 12H4M20 12h1.5M5.3 5.3l1 1M17.7 17.7l1 1M18.7 5.3l-1 1M6.3 17.7l-1 1"
        case .accueillir: "M4 5h16v11h-8.5L7 20v-4H4zM8 9h8M8 12.5h5"
        case .personnes:
            "M9 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.2 3.2 0 0 1 0 6.2M18 14.3c2.3.700 3.5 2.7 3.5 5.7"
        case .demarches, .piece: "M6 3h8.5L19 7.5V21H6zM14 3v5h5M9.5 12.5h6M9.5 16.5h6"
        case .structure: "M4 21V8l8-5 8 5v13M2.5 21h19M9.5 21v-6h5v6M8 11h.01M12 11h.01M16 11h.01"
        case .compte: "M12 3.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 20.5c0-4 4-6 8-6s8 2 8 6"
        case .chercher: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5L20.5 20.5"
        case .verrouiller: "M5 11h14v9.5H5zM8 11V8a4 4 0 0 1 8 0v3M12 15v2"
        case .sortir: "M14 4H5v16h9M10 12h11M17.5 8.5L21 12l-3.5 3.5"
        case .copier: "M9 8h11v13H9zM15 4.5V4H4v13h1.5"
        case .imprimer: "M7 8V3h10v5M7 17H3.5V8h17v9H17M7 14h10v7H7z"
        case .modifier: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5"
        case .ajouter: "M12 5v14M5 12h14"
        case .supprimer: "M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13.5h9l1-13.5M10.5 11v5.5M13.5 11v5.5"
        case .avancer: "M4 12h15M13.5 6.5L19 12l-5.5 5.5"
        case .revenir: "M20 12H5M10.5 6.5L5 12l5.5 5.5"
        case .ouvrir: "M13.5 4H20v6.5M20 4l-9 9M10 5.5H4.5v14h14V14"
        case .fait: "M4.5 12.5l5 5 10-11"
        case .attention: "M12 4a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 8v5l3 2"
        case .perdu: "M12 3.5L22 20.5H2zM12 10v5M12 17.8v.01"
        case .bloque: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM8.5 12h7"
        case .attente: "M6.5 3.5h11M6.5 20.5h11M8 3.5c0 5 8 5.5 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 5.5-8 8.5s8 3.5 8 8.5"
        case .information: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 11v5.5M12 7.6v.01"
        case .point: "M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7"
        case .lieu, .ici: "M12 21.5s7-6.8 7-12a7 7 0 1 0-14 0c0 5.2 7 12 7 12zM12 7.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4"
        case .telephone:
            "M5 3.5h4l2 5-2.5 2c1 2.2 2.8 4 5 5l2-2.5 5 2v4c0 1-.5 1.5-1.5 1.5C10.5 20 4 13.5 3.5 5c0-1 .5-1.5 1.5-1.5z"
        case .courrier: "M3 5.5h18v13.5H3zM3.5 6.5l8.5 7 8.5-7"
        case .minuteur: "M12 6a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M9.5 2.5h5M12 10v4M18 5.5l1.5 1.5"
        case .calendrier: "M4 5.5h16V20H4zM4 10h16M8 3v4M16 3v4"
        case .aide: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M9.5 9.5c0-3.3 5-3.3 5 0 0 2-2.5 2-2.5 4M12 16.8v.01"
        case .deposer: "M12 15.5V4M7.5 8L12 3.5 16.5 8M4 14v6.5h16V14"
        case .mandat:
            "M4 17.5c2.5-4 4.5-6.5 6-6.5 2 0-1 5 1 5 1.5 0 2-2.5 3.5-2.5s1 2 2.5 2c1 0 2-.5 3-1.5M4 21h16M14 4l3.5 3.5"
        case .euro: "M18 6.5a6.5 6.5 0 1 0 0 11M4 10.5h9M4 13.8h8"
        case .partager: "M4 13v-1c0-3 2-5 5-5h10M15.5 3.5L19 7l-3.5 3.5M4 18h16"
        }
    }
}
