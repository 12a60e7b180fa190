import Yams

/// Where things are written in a file: the checks of meaning look at values, and ask here for their lines.
struct Places {
    enum Step: ExpressibleByStringLiteral {
        case key(String)
        case index(Int)
        init(stringLiteral value: String) { self = .key(value) }
    }

    typealias Path = [Step]

    let root: Node
    let reading: FileReading

    /// Reports at the value that the path leads to, or at the last step that exists.
    func report(_ message: String, _ path: Path) {
        reading.report(message, at: spot(path))
    }

    func has(_ path: Path) -> Bool {
        var node = root
        for step in path {
            guard let next = child(of: node, step) else { return false }
            node = next
        }
        return true
    }

    func spot(_ path: Path) -> Spot {
        var node = root
        for step in path {
            guard let next = child(of: node, step) else { break }
            node = next
        }
        return Spot(node.mark)
    }

    private func child(of node: Node, _ step: Step) -> Node? {
        switch (node, step) {
        case (.mapping(let mapping), .key(let name)):
            for (key, value) in mapping {
                if case .scalar(let scalar) = key, scalar.string == name { return value }
            }
            return nil
        case (.sequence(let items), .index(let index)):
            return items.indices.contains(index) ? items[index] : nil
        default: return nil
        }
    }

    /// The identifier of a file is its name.
    func checkName(_ id: String, file: String) {
        let name = VocabularyLoading.stem(file)
        if !id.isEmpty, id != name {
            report(
                "l’identifiant « \(id) » n’est pas le nom du fichier : écrivez « \(name) » ou renommez le fichier.",
                ["id"])
        }
    }
}

/// Names already taken, to report the second use with the place of the first.
struct UniqueNames {
    private var taken: [String: (places: Places, path: Places.Path)] = [:]

    /// - Parameter noun: with its article; names of different nouns do not clash.
    mutating func note(_ noun: String, _ name: String, _ places: Places, _ path: Places.Path) {
        guard !name.isEmpty else { return }
        guard let first = taken[noun + " " + name] else {
            taken[noun + " " + name] = (places, path)
            return
        }
        let place = "\(first.places.reading.file):\(first.places.spot(first.path).line)"
        places.report("\(noun) « \(name) » existe déjà (\(place)).", path)
    }
}
