import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { plainText } from "../../modules/audit/lib/mask"
import { ActorType } from "../../modules/audit/types"

export type Actor = { type: ActorType; id: string | null }

/** Names hardly ever change, and one person makes many calls in a row. */
const KEPT_MS = 60_000
const MOST_KEPT = 1_000

const kept = new Map<string, { label: string | null; until: number }>()

const STATEMENT = {
  user: `select email as label from "user" where id = ?`,
  "api-key": `select title as label from api_key where id = ?`,
}

/** E-mail address of a user or title of an API key: the account may be gone when somebody reads the log. */
export async function labelOf(container: MedusaContainer, { type, id }: Actor): Promise<string | null> {
  if (type === "nobody" || !id) {
    return null
  }
  const known = kept.get(id)
  if (known && known.until > Date.now()) {
    return known.label
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ label: string }> }>(STATEMENT[type], [id])
  const label = rows[0] ? plainText(rows[0].label, 200) : null
  if (kept.size >= MOST_KEPT) {
    kept.clear()
  }
  kept.set(id, { label, until: Date.now() + KEPT_MS })
  return label
}
