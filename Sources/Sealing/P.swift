import CSodium
enum Placeholder {}
