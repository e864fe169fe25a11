import { once } from "node:events"
import { createReadStream, createWriteStream, mkdirSync, openSync, rmSync, WriteStream } from "node:fs"
import { writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { createInterface } from "node:readline"
import { toMarkdown } from "./markdown"
import { Report, ReportedNote } from "./types"

/**
 * The report's files: `<name>.json` with every note, `<name>.md` for people. Notes go to disk as they come, so that a
 * hundred thousand of them need no memory.
 */
export class ReportFiles {
  readonly #notes: WriteStream
  readonly #base: string

  constructor(path: string) {
    this.#base = path.replace(/\.(json|md)$/, "")
    mkdirSync(dirname(this.#base), { recursive: true })
    // Opened at once: a place that cannot be written to shows before anything is imported.
    this.#notes = createWriteStream(this.#notesPath, { fd: openSync(this.#notesPath, "w", 0o600) })
  }

  get #notesPath(): string {
    return `${this.#base}.notes.part`
  }

  note = (note: ReportedNote): void => {
    this.#notes.write(`${JSON.stringify(note)}\n`)
  }

  /** Writes both files and answers their paths. */
  async finish(report: Report): Promise<{ json: string; markdown: string }> {
    await this.#end()
    const paths = { json: `${this.#base}.json`, markdown: `${this.#base}.md` }
    const out = createWriteStream(paths.json, { mode: 0o600 })
    out.write(`${JSON.stringify(report, null, 2).slice(0, -2)},\n  "notes": [`)
    let separator = "\n"
    for await (const line of createInterface({ input: createReadStream(this.#notesPath) })) {
      if (!out.write(`${separator}    ${line}`)) {
        await once(out, "drain")
      }
      separator = ",\n"
    }
    out.end("\n  ]\n}\n")
    await once(out, "close")
    await writeFile(paths.markdown, toMarkdown(report), { mode: 0o600 })
    rmSync(this.#notesPath, { force: true })
    return paths
  }

  /** Leaves nothing behind of a run that failed. */
  async drop(): Promise<void> {
    await this.#end()
    rmSync(this.#notesPath, { force: true })
  }

  async #end(): Promise<void> {
    if (!this.#notes.closed) {
      this.#notes.end()
      await once(this.#notes, "close")
    }
  }
}
