import CLibPQ
import GRDB
enum Placeholder {}
