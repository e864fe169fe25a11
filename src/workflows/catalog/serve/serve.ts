import { MedusaContainer } from "@medusajs/framework/types"
import { readCategories } from "./categories"
import { listCompanies, readCompany } from "./companies"
import { CatalogErrors } from "./errors"
import { FOUND_MS } from "./find"
import { listGoods } from "./goods"
import { readHome } from "./home"
import { canonical, channelsKey, EVERYTHING, GoodsQuery, PriceQuestion } from "./lib/query"
import { ReadyPage } from "./lib/ready-page"
import { searchedIn } from "./noted"
import { readProduct } from "./product"
import { Caller, Reader, readerOf } from "./reader"
import { deviatingGroups } from "./queries/groups"
import { KeptPage, Shelf, shelfOf } from "./shelf"
import { CatalogState } from "./state"

/** What a storefront may ask the catalogue. */
export type Question =
  | { kind: "products"; query: GoodsQuery }
  | { kind: "product"; key: string; query: PriceQuestion & { sales_channel_id?: string[] } }
  | { kind: "categories"; query: object }
  | { kind: "companies"; query: { limit: number; offset: number } }
  | { kind: "company"; key: string; query: object }
  | { kind: "home"; query: PriceQuestion }

export type Served = KeptPage & {
  /** Where the page lies in everybody's memory; null for one that is the caller's alone. */
  key: string | null
}

/** How often the first catalogue is looked for while it is being built. */
const TRIES = 12
const PAUSE_MS = 250

/**
 * The answer to a question, from memory where it has been given before in this state of the catalogue. Those who ask the same
 * at the same time wait for one answer.
 * @throws {MedusaError} 400 for what can't be asked, 404 for what is not there, CATALOG_BUILDING before there is a catalogue
 */
export async function serveCatalog(
  container: MedusaContainer,
  caller: Caller,
  question: Question
): Promise<Served> {
  const shelf = shelfOf(container)
  const state = await servedState(shelf)
  const groups = caller.customer_id === null ? [] : await deviatingGroups(container, caller.customer_id)
  const make = async () =>
    makePage(await readerOf(container, state, caller, question.query as PriceQuestion, groups), question)
  if (caller.is_private || groups.length > 0) {
    return { ...kept(await make(), question, caller), key: null }
  }
  const key = keyOf(caller, question)
  const page =
    shelf.page(key) ?? (await fly(shelf, state, key, async () => kept(await make(), question, caller)))
  return { ...page, key }
}

async function servedState(shelf: Shelf): Promise<Reader["state"]> {
  for (let turn = 0; turn < TRIES; turn++) {
    const state = await shelf.state()
    if (state.version !== null) {
      return state as Reader["state"]
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    shelf.forget()
  }
  throw CatalogErrors.building()
}

function keyOf({ channel_ids, locale }: Caller, question: Question): string {
  const name = "key" in question ? `${question.kind} ${JSON.stringify(question.key)}` : question.kind
  return `${name} ${channelsKey(channel_ids)} ${locale} ${canonical(question.query)}`
}

/** Makes a page once for all who wait for it, and keeps it unless the catalogue has changed meanwhile. */
function fly(
  shelf: Shelf,
  state: CatalogState,
  key: string,
  make: () => Promise<KeptPage>
): Promise<KeptPage> {
  const name = `${state.stamp} ${key}`
  const flying = shelf.flights.get(name)
  if (flying) {
    return flying
  }
  const flight = make()
    .then((page) => {
      if (shelf.isCurrent(state)) {
        shelf.pages.set(key, page)
      }
      return page
    })
    .finally(() => shelf.flights.delete(name))
  shelf.flights.set(name, flight)
  return flight
}

function kept(text: string, question: Question, { locale }: Caller): KeptPage {
  const page = new ReadyPage(text)
  return {
    page,
    placement: placementOf(question),
    locale,
    searched: searchedIn(text, question.query),
    until: "q" in question.query && question.query.q !== undefined ? Date.now() + FOUND_MS : Infinity,
    get bytes() {
      return page.bytes
    },
  }
}

/** Where ads would stand beside a list: with words, or in one category. */
export function placementOf(question: Question): string | null {
  if (question.kind !== "products") {
    return null
  }
  const { q, category_id } = question.query
  return q !== undefined ? "search_list" : category_id.length === 1 ? "category_list" : null
}

/** What a list that may have sponsored goods ends with while there are none. */
export const NOT_SPONSORED = `,"sponsored":[]}`

async function makePage(reader: Reader, question: Question): Promise<string> {
  switch (question.kind) {
    case "products": {
      const text = await listGoods(reader, question.query)
      return placementOf(question) === null ? text : text.slice(0, -1) + NOT_SPONSORED
    }
    case "product":
      return `{"product":${await readProduct(reader, question.key)}}`
    case "categories":
      return JSON.stringify({ categories: await readCategories(reader) })
    case "companies":
      return JSON.stringify(await listCompanies(reader, question.query))
    case "company":
      return JSON.stringify({ company: await readCompany(reader, question.key) })
    case "home":
      return readHome(reader, { ...EVERYTHING, ...question.query })
  }
}
