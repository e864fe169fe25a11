/** Why an old database is not read at all. `message` is one line for a person; it never holds a password. */
export class AzatonRefused extends Error {
  override name = "AzatonRefused"
}
