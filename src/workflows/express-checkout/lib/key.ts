import { createHmac } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sha256 } from "../../../lib/ids"
import { ExpressErrors } from "../../../modules/order-group/express-errors"
import { ExpressInput } from "../types"

/**
 * The cart that a key's checkout belongs to. An order group's cart is unique, so one key makes one group, in every process
 * and after every crash. Whoever knows a cart's id may read it; so the id cannot be told from the key without our secret.
 */
export function cartIdFor(container: MedusaContainer, { customer_id }: ExpressInput, key: string): string {
  const { jwtSecret } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
  const owner = customer_id ?? "guest"
  const digest = createHmac("sha256", String(jwtSecret)).update(`checkout:${owner}:${key}`).digest("hex")
  return `cart_${digest.slice(0, 40)}`
}

/** The same for the same basket, however its keys are ordered. */
export function hashOf({ visitor_id: _, ...input }: ExpressInput): string {
  return sha256(JSON.stringify(sorted(input)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted)
  }
  if (value && typeof value === "object") {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]))
  }
  return value
}

/** @throws {MedusaError} CHECKOUT_KEY_WRONG for what is no key, so that nobody repeats a call that was never safe */
export function keyOf(header: string | undefined, body: string | undefined): string | null {
  const key = header ?? body
  if (key === undefined) {
    return null
  }
  if (!/^[\x21-\x7e]{8,200}$/.test(key) || (header && body && header !== body)) {
    throw ExpressErrors.keyWrong()
  }
  return key
}
