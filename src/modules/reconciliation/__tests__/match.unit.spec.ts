import fc from "fast-check"
import { countVerdicts, matchStatement, OurRow, State, TheirRow } from "../lib/match"

const their = (external_id: string, facts: Partial<TheirRow> = {}): TheirRow => ({
  external_id,
  amount_tiyin: 100_00,
  states: [2],
  state: "2",
  account: null,
  ...facts,
})
const our = (external_id: string, facts: Partial<OurRow> = {}): OurRow => ({
  external_id,
  aliases: [],
  amount_tiyin: 100_00,
  state: 2,
  reference: `ref-${external_id}`,
  is_in_period: true,
  ...facts,
})
const ALL = { listed: [1, 2, -1, -2] as State[] }
const verdicts = (theirs: TheirRow[], ours: OurRow[], options: { listed: State[] } = ALL) =>
  matchStatement(theirs, ours, options).map(({ external_id, verdict }) => [external_id, verdict])

describe("matching a statement", () => {
  it("says of each row how it stands", () => {
    expect(
      verdicts(
        [their("a"), their("b", { amount_tiyin: 1 }), their("c", { states: [-2] }), their("d")],
        [our("a"), our("b"), our("c"), our("e")]
      )
    ).toEqual([
      ["a", "matched"],
      ["b", "different_amount"],
      ["c", "different_state"],
      ["d", "missing_here"],
      ["e", "missing_there"],
    ])
  })

  it("knows a transaction by its other names, its own id first", () => {
    expect(verdicts([their("doc")], [our("trans", { aliases: ["doc"] })])).toEqual([["doc", "matched"]])
    expect(
      verdicts([their("x")], [our("y", { aliases: ["x"], amount_tiyin: 5 }), our("x")], { listed: [] })
    ).toEqual([["x", "matched"]])
  })

  it("does not miss what the statement need not list, nor what is of another period", () => {
    expect(verdicts([], [our("a", { state: 1 }), our("b", { state: -1 })], { listed: [2] })).toEqual([])
    expect(verdicts([], [our("a", { is_in_period: false })])).toEqual([])
    expect(verdicts([their("a")], [our("a", { is_in_period: false })])).toEqual([["a", "matched"]])
  })

  it("takes a row that is listed twice for one that is not here", () => {
    const rows = matchStatement([their("a"), their("a")], [our("a")], ALL)
    expect(rows.map(({ verdict, note }) => [verdict, note])).toEqual([
      ["matched", null],
      ["missing_here", "listed more than once"],
    ])
  })

  it("does not compare states that the statement does not tell", () => {
    expect(verdicts([their("a", { states: null })], [our("a", { state: -2 })])).toEqual([["a", "matched"]])
  })

  it("answers every row of both sides once, and finds no difference in a copy", () => {
    const state = fc.constantFrom<State>(1, 2, -1, -2)
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 40 })
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.func(fc.integer({ min: 1, max: 3 })),
        fc.func(state),
        (a, b, amount, stateOf) => {
          const theirs = a.map((id) =>
            their(id, { amount_tiyin: amount(id) as number, states: [stateOf(id)] })
          )
          const ours = b.map((id) => our(id, { amount_tiyin: amount(`${id}!`), state: stateOf(id) }))
          const rows = matchStatement(theirs, ours, ALL)
          expect(rows.slice(0, a.length).map((row) => row.external_id)).toEqual(a)
          expect(rows.slice(a.length).map((row) => row.external_id)).toEqual(
            b.filter((id) => !a.includes(id))
          )
          const counts = countVerdicts(rows)
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
          expect(counts.missing_here).toBe(a.filter((id) => !b.includes(id)).length)
          const copy = matchStatement(
            ours.map((row) =>
              their(row.external_id, { amount_tiyin: row.amount_tiyin, states: [row.state] })
            ),
            ours,
            ALL
          )
          expect(copy.every(({ verdict }) => verdict === "matched")).toBe(true)
        }
      )
    )
  })

  it("is quick about twenty thousand rows", () => {
    const theirs = Array.from({ length: 20_000 }, (_, index) => their(`t${index}`))
    const ours = Array.from({ length: 20_000 }, (_, index) => our(`t${19_999 - index}`))
    expect(countVerdicts(matchStatement(theirs, ours, ALL)).matched).toBe(20_000)
  })
})
