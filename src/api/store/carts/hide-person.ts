import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** What a cart says of its customer in any case. */
const ALWAYS = ["id", "email", "groups.id"].map((field) => `customer.${field}`)

const isPersonal = (field: string) =>
  /^[+*]?customer(\.|$)/.test(field) && !ALWAYS.includes(field.replace(/^[+*]/, ""))

/**
 * Leaves the customer's own data out of what is asked of a cart. A guest's cart belongs, for Medusa, to whoever has the e-mail
 * address that was typed into it; `fields=*customer` would tell a stranger that person's name and telephone.
 */
export function hidePerson(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const { fields } = req.query
  if (typeof fields === "string") {
    const kept = fields.split(",").filter((field) => !isPersonal(field.trim()))
    req.query = { ...req.query, fields: kept.join(",") }
    if (kept.length === 0) {
      delete req.query.fields
    }
  }
  next()
}
