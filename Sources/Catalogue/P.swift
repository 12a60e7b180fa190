import Domain
import Yams
enum Placeholder {}
