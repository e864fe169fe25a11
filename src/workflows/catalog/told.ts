/** Lines of the command's standard output that begin so are for `npm run catalog:rebuild`; the rest is the log. */
export const CATALOG_EVENT = "@catalog "

/** How many goods have been looked at, or what came of it. */
export type CatalogEvent =
  { progress: { done: number; total: number } } | { built: { version: number; goods: number; ms: number } }
