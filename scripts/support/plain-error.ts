/** Something that the person at the keyboard can put right: printed as it is, without a stack, with exit code 1. */
export class PlainError extends Error {
  override name = "PlainError"
}
