import { MedusaContainer } from "@medusajs/framework/types"
import { noteSearch } from "../../search-log"
import { GoodsQuery } from "./lib/query"

/** Words that a page answers, and how many goods they have found. */
export type Searched = { q: string; results: number }

/** What stands behind the goods of a page (`listGoods`); a text among the goods has its quotation marks escaped. */
const COUNT = /"count":(\d+),"offset":\d+,"limit":\d+,"next_cursor":/

/** What a page of goods says about a search; null for further pages, and for lists without words. */
export function searchedIn(text: string, { q, offset, cursor }: Partial<GoodsQuery>): Searched | null {
  const count = q !== undefined && offset === 0 && cursor === undefined ? COUNT.exec(text) : null
  return count ? { q: q!, results: Number(count[1]) } : null
}

/** Notes that a page was answered to somebody's search; it costs no statement. */
export function noteSearched(
  container: MedusaContainer,
  searched: Searched | null,
  by: { locale: string; owner_id: string | null; address?: string; is_public?: boolean }
): void {
  if (searched) {
    const { locale, owner_id, address, is_public } = by
    const owner = owner_id === null ? null : { id: owner_id, address }
    noteSearch(container, { ...searched, locale, source: "catalog", owner, is_public })
  }
}
