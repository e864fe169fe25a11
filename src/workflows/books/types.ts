/** One thing that has to be so; its statement answers the rows where it is not. */
export type Check = {
  name: string
  /** Tables that may not be there (a host may leave a module out); without them the check has nothing to look at. */
  needs?: string[]
  /**
   * Answers `id` and `about` of each row that is wrong, with `expected` and `actual` (tiyin, or a count). `:bound` is the
   * time from which on rows are left alone, because somebody may be at work on them.
   */
  sql: string
  /** What a person does about such a row. */
  advice: string
}

/** A row of the books that does not agree with another. */
export type Imbalance = {
  check: string
  id: string
  about: string | null
  expected: string | null
  actual: string | null
  advice: string
}

export type Figure = { name: string; tiyin: number }
