import { MedusaError } from "@medusajs/framework/utils"

/**
 * One entry of a module's error catalogue: a stable code, the HTTP meaning, and a text that says what to do.
 * Codes are never reused. (Medusa overwrites the code of `conflict` and `duplicate_error` answers, so the catalogues
 * use `not_allowed` and `invalid_data`, both HTTP 400, where our own code has to arrive.)
 */
export function catalogueError(type: string, code: string, message: string): MedusaError {
  return new MedusaError(type, message, code)
}

/** HTTP 404 with Medusa's own type: also the answer for a foreign id, so that nobody learns what exists. */
export function notFound(what: string, id: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `${what} with id: ${id} was not found`, "NOT_FOUND")
}

/**
 * `undefined` in a Medusa filter matches every row; this turns a missing id into an error instead.
 * @throws {MedusaError} unexpected_state
 */
export function assertId(value: unknown, name: string): asserts value is string {
  if (typeof value !== "string" || value === "") {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `${name} is missing`, "ID_MISSING")
  }
}
