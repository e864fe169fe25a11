import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BoundedMap } from "../../../lib/bounded-map"
import { Fresh } from "../../../lib/fresh"
import { CATALOG_MODULE } from "../../../modules/catalog"
import CatalogModuleService from "../../../modules/catalog/service"
import { CatalogErrors } from "./errors"
import { keepUp } from "./keep-up"
import { Locale } from "./lib/query"
import { PageMemory } from "./lib/page-memory"
import { ReadyPage } from "./lib/ready-page"
import { Searched } from "./noted"
import { CatalogState, readState } from "./state"
import { tellSearch } from "./tell-search"

/** A page in memory. */
export type KeptPage = {
  page: ReadyPage
  /** Where sponsored goods would stand beside it if there were ads: such a page is not everybody's. */
  placement: string | null
  /** Milliseconds since 1970 after which it is made anew, whether or not the catalogue has changed. */
  until: number
  locale: Locale
  /** For the log of searches. */
  searched: Searched | null
  readonly bytes: number
}

/** The page that an address means. */
type Address = { key: string; readonly bytes: number }

const MOST_COUNTS = 2_000
/** Each may be a thousand ids. */
const MOST_FOUND = 100
const MOST_WAITING = 20
const ADDRESS_BYTES = 16 * 1024 * 1024
/** Where single changes still waited after a check, the next one comes sooner. */
const HURRY_MS = 200

/**
 * What one application keeps of the catalogue in memory. All of it is of one state of the catalogue: another state, and it is
 * empty. States are compared for being the same, never for being newer: a restored database goes back.
 */
export class Shelf {
  readonly pages: PageMemory<KeptPage>
  /** Addresses as they came in, and the pages that they mean. */
  readonly addresses = new PageMemory<Address>(ADDRESS_BYTES)
  /** Settings and whatever else is of one state: by question. */
  readonly facts = new BoundedMap<string, Promise<unknown>>(MOST_COUNTS)
  /** Counts and facets: they outlive a state that has the same shape. */
  readonly counts = new BoundedMap<string, Promise<unknown>>(MOST_COUNTS)
  /** What words have found. */
  readonly found = new BoundedMap<string, Promise<unknown>>(MOST_FOUND)
  readonly flights = new Map<string, Promise<KeptPage>>()
  readonly isDoorOpen: boolean
  /** Requests that the front door has answered. */
  answeredAtDoor = 0
  private readonly fresh: Fresh<CatalogState>
  private stamp = ""
  private epoch = 0
  private turn: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private hurryAt = Infinity

  constructor(private readonly container: MedusaContainer) {
    const { catalog } = container.resolve<CatalogModuleService>(CATALOG_MODULE).options
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    this.pages = new PageMemory(catalog.page_bytes)
    this.isDoorOpen = catalog.front_door
    this.fresh = new Fresh(() => this.check(), {
      fresh_ms: catalog.fresh_ms,
      stale_ms: 2 * catalog.fresh_ms,
      onError: (error) => logger.warn(`catalog: its state was not read: ${error.message}`),
    })
  }

  /**
   * The catalogue's state: at once where it was read less than `fresh_ms` ago, and up to twice that while it is read behind.
   */
  state(): CatalogState | Promise<CatalogState> {
    if (Date.now() >= this.hurryAt) {
      this.hurryAt = Infinity
      this.fresh.refresh().catch(() => undefined)
    }
    return this.fresh.get()
  }

  /** Remembers which page an address means, for the front door. */
  remember(address: string, key: string): void {
    this.addresses.set(address, { key, bytes: 2 * key.length })
  }

  /** A page that may be answered. */
  page(key: string): KeptPage | undefined {
    const kept = this.pages.get(key)
    return kept && kept.until > Date.now() ? kept : undefined
  }

  /** Whether what was made in this state may still be answered. */
  isCurrent({ stamp }: CatalogState): boolean {
    return stamp === this.stamp
  }

  /** Something has happened that must be seen by the very next request. */
  forget(): void {
    this.epoch++
    this.fresh.expire()
    this.counts.clear()
    this.become("")
  }

  /** A fact of one state, asked for once however many want it at the same time. */
  fact<Value>(state: CatalogState, question: string, ask: () => Promise<Value>): Promise<Value> {
    return once(this.facts, `${state.stamp} ${question}`, ask)
  }

  /** A count of goods, or facets: the same for all states of one shape. */
  counted<Value>(state: CatalogState, question: string, ask: () => Promise<Value>): Promise<Value> {
    return once(this.counts, `${state.shape} ${question}`, ask)
  }

  /**
   * Work that looks at all goods, one after the other: asked for from outside in many forms at once, it would take every
   * connection.
   * @throws {MedusaError} CATALOG_BUILDING where too many wait for it
   */
  async inTurn<Value>(job: () => Promise<Value>): Promise<Value> {
    if (this.waiting >= MOST_WAITING) {
      throw CatalogErrors.building()
    }
    this.waiting++
    const done = this.turn.then(job).finally(() => this.waiting--)
    this.turn = done.catch(() => undefined)
    return done
  }

  private async check(): Promise<CatalogState> {
    const { epoch } = this
    let state = await readState(this.container, epoch)
    if (state.is_waiting || state.version === null) {
      const isDone = await keepUp(this.container)
      state = await readState(this.container, epoch)
      this.hurryAt = state.is_waiting && !isDone ? Date.now() + HURRY_MS : Infinity
    }
    if (state.is_search_behind) {
      tellSearch(this.container, this)
    }
    if (epoch === this.epoch && state.stamp !== this.stamp) {
      this.become(state.stamp)
    }
    return state
  }

  private become(stamp: string): void {
    this.stamp = stamp
    this.pages.clear()
    this.addresses.clear()
    this.facts.clear()
    this.found.clear()
  }
}

/** What a map has under a key, or will have: asked for once. What has failed is asked for again. */
export function once<Value>(
  known: BoundedMap<string, Promise<unknown>>,
  key: string,
  ask: () => Promise<Value>
): Promise<Value> {
  const kept = known.get(key) as Promise<Value> | undefined
  const asked = kept ?? ask()
  if (!kept) {
    known.set(key, asked)
    asked.catch(() => known.delete(key))
  }
  return asked
}

const shelves = new WeakMap<object, Shelf>()

/** The shelf of an application. */
export function shelfOf(container: MedusaContainer): Shelf {
  const service = container.resolve<CatalogModuleService>(CATALOG_MODULE)
  const known = shelves.get(service)
  if (known) {
    return known
  }
  const shelf = new Shelf(container)
  shelves.set(service, shelf)
  return shelf
}
