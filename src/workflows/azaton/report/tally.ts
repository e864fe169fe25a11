import { Plans } from "../plans"
import { ENTITIES, Entity, Planned, Written } from "../types"
import { MoneyTally } from "./money-tally"
import { Counts, Report, ReportedNote } from "./types"

const EXAMPLES = 20

const none = (): Counts => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  merged: 0,
  split: 0,
  skipped: 0,
  conflict: 0,
  failed: 0,
  warned: 0,
})

/** Counts while an import runs. What it keeps does not grow with the number of rows. */
export class Tally {
  readonly entities = Object.fromEntries(ENTITIES.map((entity) => [entity, none()])) as Report["entities"]
  readonly codes: Report["codes"] = {}
  readonly money = new MoneyTally()
  #last = ""

  constructor(private readonly onNote: (note: ReportedNote) => void = () => undefined) {}

  /** A batch and what its writer answered. */
  add<E extends Entity>(entity: E, plans: Array<Planned<Plans[E]>>, written: Written[]): void {
    const counts = this.entities[entity]
    plans.forEach((plan, index) => {
      this.#addRow(counts, plan)
      const result = written[index]
      counts[result.outcome] += 1
      const notes = [...plan.notes, ...result.notes]
      if (notes.length > 0 && plan.value) {
        counts.warned += 1
      }
      const { table, legacy_id } = plan
      notes.forEach(({ code, text }) => this.#note({ entity, table, legacy_id, code, text }))
      this.money.add(plan)
    })
  }

  #addRow(counts: Counts, { table, legacy_id, notes }: Planned<unknown>): void {
    const row = `${table}:${legacy_id}`
    if (row !== this.#last) {
      counts.read += 1
      this.#last = row
    }
    if (notes.some(({ code }) => code === "order_split")) {
      counts.split += 1
    }
  }

  /** A row that an earlier run brought and that the source has no more: told, and left as it is. */
  addDeleted(entity: Entity, legacyId: string): void {
    const text = "It was imported and is not in the source any more; it stays here."
    this.#note({ entity, table: entity, legacy_id: legacyId, code: "deleted_in_source", text })
  }

  #note(note: ReportedNote): void {
    const told = (this.codes[note.code] ??= { count: 0, examples: [] })
    told.count += 1
    if (told.examples.length < EXAMPLES) {
      told.examples.push(note)
    }
    this.onNote(note)
  }

  get hasFailed(): boolean {
    return Object.values(this.entities).some(({ failed }) => failed > 0)
  }
}
