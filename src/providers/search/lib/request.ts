import { ProviderSearchQuery } from "@medusajs/framework/types"
import { SearchOwnOptions } from "../../../lib/search-answer"
import { SearchErrors } from "../errors"

export const ownOptions = (query: ProviderSearchQuery): SearchOwnOptions =>
  (query.search_options?.provider_options?.bozor ?? {}) as SearchOwnOptions

const DEFAULT_TAKE = 20
/** More than anybody pages through by hand. */
const DEEPEST_SKIP = 100_000

export type Page = { skip: number; take: number }

/** @throws {MedusaError} SEARCH_CURSOR_INVALID */
export function pageOf({ pagination }: ProviderSearchQuery): Page {
  const skip = pagination?.cursor ? skipOf(pagination.cursor) : (pagination?.skip ?? 0)
  return { skip: Math.min(skip, DEEPEST_SKIP), take: pagination?.take ?? DEFAULT_TAKE }
}

/** Where the next page begins. Places in the order of hits: what is written meanwhile may move them by one or two. */
export const cursorAt = (skip: number) => Buffer.from(`from:${skip}`).toString("base64url")

function skipOf(cursor: string): number {
  const [, digits] = /^from:(\d{1,6})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? []
  if (digits === undefined) {
    throw SearchErrors.cursorInvalid()
  }
  return Number(digits)
}

/** Refuses what no engine of ours can do, rather than answering something else. */
export function refuseUnsupported({ search_options }: ProviderSearchQuery): void {
  if (search_options?.vector) {
    throw SearchErrors.notSupported("vectors")
  }
  if (search_options?.locales) {
    throw SearchErrors.notSupported("locales: all languages are searched at once")
  }
}
