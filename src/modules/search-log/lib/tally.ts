import { BoundedMap } from "../../../lib/bounded-map"
import { SearchNote, Search } from "../types"
import { FLUSH, MOST_WAITING, SAME_SEARCH_MS, TYPING_MS } from "./limits"
import { isPrivateText } from "./privacy"
import { foldedText, shownText } from "./text"

/** People whose last search is remembered. */
const MOST_PEOPLE = 20_000

/** Storefronts ask for the same words again and again. */
const MOST_FORMS = 2_000

type Forms = Pick<Search, "text" | "folded"> & { is_private: boolean }

const forms = new BoundedMap<string, Forms>(MOST_FORMS)

function formsOf(q: string): Forms {
  const known = forms.get(q)
  if (known) {
    return known
  }
  const text = shownText(q)
  const is_private = isPrivateText(q)
  const made = { text: is_private ? "" : text, folded: is_private ? "" : foldedText(text), is_private }
  forms.set(q, made)
  return made
}

/**
 * A note as it will be written; undefined for one without words.
 * @param engine where the note says none
 * @param hashOf makes what is kept of an address
 */
export function searchOf(
  note: SearchNote,
  at: number,
  engine: string,
  hashOf: (address: string | undefined) => string | null
): Search | undefined {
  const { text, folded, is_private } = formsOf(note.q.slice(0, 1_000))
  if (folded === "" && !is_private) {
    return undefined
  }
  const owner = is_private ? null : (note.owner ?? null)
  return {
    text,
    folded,
    results: Math.max(0, Math.trunc(note.results) || 0),
    engine: note.engine ?? engine,
    source: note.source,
    locale: note.locale.slice(0, 2).toLowerCase(),
    owner_id: owner?.id ?? null,
    network_hash: owner && hashOf(owner.address),
    is_public: note.is_public === true,
    times: 1,
    at,
  }
}

const nobodys = (search: Search): Search => ({ ...search, owner_id: null, network_hash: null })

/** Searches that wait to be written. In memory, and bounded. */
export class SearchTally {
  private waiting: Search[] = []
  /** Of those that wait, nobody's: the same again adds to it. */
  private readonly nobodys = new Map<string, Search>()
  private readonly last = new BoundedMap<string, Search>(MOST_PEOPLE)

  get size(): number {
    return this.waiting.length
  }

  /** Whether it is time to write what waits. @param now milliseconds */
  isDue(now: number): boolean {
    const [first] = this.waiting
    return this.waiting.length >= FLUSH.size || (first !== undefined && now - first.at >= FLUSH.after_ms)
  }

  /** Whether something of this owner's waits. */
  has(ownerId: string): boolean {
    return this.waiting.some(({ owner_id }) => owner_id === ownerId)
  }

  /**
   * Adds a search. One person's next page, or the same again within a minute, is the same search; and a text that goes on from
   * the one before takes its place while that is not written yet: storefronts search while people type.
   */
  add(search: Search): void {
    if (search.owner_id === null) {
      return this.addNobodys(search)
    }
    const previous = this.last.get(search.owner_id)
    const age = previous ? search.at - previous.at : Infinity
    if (previous?.folded === search.folded && age < SAME_SEARCH_MS) {
      return
    }
    const isTyping = previous && age < TYPING_MS && search.folded.startsWith(previous.folded)
    const place = isTyping ? this.waiting.lastIndexOf(previous) : -1
    if (place >= 0) {
      this.waiting.splice(place, 1)
    }
    if (this.waiting.length >= MOST_WAITING) {
      return
    }
    this.waiting.push(search)
    this.last.set(search.owner_id, search)
  }

  private addNobodys(search: Search): void {
    const key = [search.folded, search.locale, search.source, search.engine, search.results === 0].join("\n")
    const same = this.nobodys.get(key)
    if (same) {
      same.times++
    } else if (this.waiting.length < MOST_WAITING) {
      this.waiting.push(search)
      this.nobodys.set(key, search)
    }
  }

  /** What waits; it is the caller's from now on. */
  take(): Search[] {
    const taken = this.waiting
    this.waiting = []
    this.nobodys.clear()
    return taken
  }

  /** What could not be written waits again, the oldest of it first to be let go. */
  putBack(searches: Search[]): void {
    this.waiting = [...searches, ...this.waiting].slice(-MOST_WAITING)
  }

  /** Forgets whose the waiting searches of somebody are. */
  forget(ownerId: string): void {
    this.last.delete(ownerId)
    this.waiting = this.waiting.map((search) => (search.owner_id === ownerId ? nobodys(search) : search))
  }

  /** The same text may be noted anew: a search of somebody's has been deleted. */
  forgetLast(ownerId: string): void {
    this.last.delete(ownerId)
  }
}
