import { toHandle } from "../../../lib/handle"
import { toSearchText } from "../../../lib/search-text"
import { drawId } from "./lib/ids"
import { insertRows } from "./lib/rows"
import { keyOf, Kind, Saved, Trx } from "./types"

type Found = { id: string; name: string; handle: string; rank: number }

/** Categories are the market's: one that is there under any spelling is used as it is, and never changed. */
export const categories: Kind<"categories"> = {
  entity: "categories",
  target_type: "product_category",
  grows: [],
  print: `select id, 'shared' as print from product_category where id = any(?)`,
  lock: `select id from product_category where id = any(?)`,
  async save(trx, _run, plans) {
    await trx.raw(`lock table product_category in share row exclusive mode`)
    const { rows } = await trx.raw<Found>(
      `select id, name, handle, rank from product_category where deleted_at is null order by created_at, id`
    )
    const byName = new Map<string, string>()
    rows.forEach(({ id, name }) => !byName.has(toSearchText(name)) && byName.set(toSearchText(name), id))
    const handles = await handlesIn(trx)
    const saved = new Map<string, Saved>()
    const fresh = []
    let rank = Math.max(-1, ...rows.map((row) => row.rank)) + 1
    for (const plan of plans) {
      const text = toSearchText(plan.value.name)
      const id = byName.get(text) ?? drawId("pcat")
      if (!byName.has(text)) {
        byName.set(text, id)
        const handle = freeHandle(plan.value.name, handles)
        const { name } = plan.value
        fresh.push({ id, name, handle, mpath: id, is_active: true, is_internal: false, rank: rank++ })
      }
      saved.set(keyOf(plan), { target_id: id })
    }
    await insertRows(trx, "product_category", fresh)
    return saved
  },
}

async function handlesIn(trx: Trx): Promise<Set<string>> {
  const { rows } = await trx.raw<{ handle: string }>(`select handle from product_category`)
  return new Set(rows.map(({ handle }) => handle))
}

function freeHandle(name: string, taken: Set<string>): string {
  const base = toHandle(name) || "turkum"
  let handle = base
  for (let number = 2; taken.has(handle); number++) {
    handle = `${base}-${number}`
  }
  taken.add(handle)
  return handle
}
