import Database
enum Placeholder {}
