import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { sql } from "../../../lib/sql"
import { PlacementRow } from "./placements"

export type PlacementChange = Partial<Omit<PlacementRow, "code">>

const PLAIN = ["is_active", "width", "height", "most", "positions"] as const
const AMOUNTS = ["minimum_cpm_tiyin", "minimum_cpc_tiyin"] as const

export async function selectPlacements(context: Context): Promise<PlacementRow[]> {
  const rows = await sql<PlacementRow>(
    context,
    `select code, ${[...PLAIN, ...AMOUNTS].join(", ")} from ad_placement where deleted_at is null`
  )
  const amount = (value: unknown) => (value === null ? null : Number(value))
  return rows.map((row) => ({
    ...row,
    minimum_cpm_tiyin: amount(row.minimum_cpm_tiyin),
    minimum_cpc_tiyin: amount(row.minimum_cpc_tiyin),
  }))
}

/** Writes what an operator says of a place; what is not said stays. */
export async function writePlacement(context: Context, code: string, change: PlacementChange): Promise<void> {
  await sql(context, `insert into ad_placement (id, code) values (?, ?) on conflict do nothing`, [
    generateEntityId(undefined, "adp"),
    code,
  ])
  const said = new Set(Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name])))
  const sets = [
    ...[...PLAIN, ...AMOUNTS].filter((name) => said.has(name)).map((name) => `${name} = x.${name}`),
    ...AMOUNTS.filter((name) => said.has(name)).map(
      (name) =>
        `raw_${name} = case when x.${name} is not null then jsonb_build_object('value', x.${name}::text, 'precision', 20) end`
    ),
    "updated_at = now()",
  ]
  await sql(
    context,
    `update ad_placement p set ${sets.join(", ")}
       from jsonb_to_record(?::jsonb) as x (is_active boolean, width integer, height integer, most integer, positions jsonb,
            minimum_cpm_tiyin numeric, minimum_cpc_tiyin numeric)
      where p.code = ? and p.deleted_at is null`,
    [JSON.stringify(change), code]
  )
}
