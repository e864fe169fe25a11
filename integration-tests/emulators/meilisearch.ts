import { IncomingMessage, ServerResponse } from "node:http"
import { Fields, FilterError, parseFilter } from "./meilisearch-parts/filter"
import { Question, rank, Settings } from "./meilisearch-parts/rank"
import { EmulatorServer } from "./server"

type Index = { uid: string; primaryKey: string | null; documents: Map<string, Fields>; settings: Settings }
type Task = {
  uid: number
  indexUid: string
  status: "succeeded" | "failed"
  type: string
  error: object | null
}

const DEFAULTS: Settings = {
  searchableAttributes: ["*"],
  filterableAttributes: [],
  sortableAttributes: [],
  displayedAttributes: ["*"],
  rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness"],
  synonyms: {},
  typoTolerance: {},
  pagination: { maxTotalHits: 1000 },
}

/** Every body that some route takes. */
type Body = Question & {
  uid: string
  primaryKey?: string
  queries: Array<Question & { indexUid: string }>
} & Fields[] &
  string[]

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}

/**
 * Meilisearch's protocol as its reference documents it, for tests: indexes, settings, documents, tasks, filters, searches. Not its
 * ranking to the last rule. Tasks are done before they are asked after.
 */
export class MeilisearchEmulator extends EmulatorServer {
  readonly indexes = new Map<string, Index>()
  readonly requests: string[] = []
  private readonly tasks: Task[] = []
  /** Connections are cut, as of a process that has died. */
  isDown = false
  /** Milliseconds before an answer. */
  slow_ms = 0
  api_key: string | undefined

  protected async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (this.isDown) {
      req.socket.destroy()
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of req) {
      chunks.push(chunk as Buffer)
    }
    const text = Buffer.concat(chunks).toString()
    const path = new URL(req.url ?? "/", this.address).pathname.slice(1)
    this.requests.push(`${req.method} ${path}`)
    await new Promise((resolve) => setTimeout(resolve, this.slow_ms))
    const [status, body] = this.answer(req, path, text)
    res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
  }

  private answer(req: IncomingMessage, path: string, text: string): [number, unknown] {
    try {
      if (this.api_key && path !== "health" && req.headers.authorization !== `Bearer ${this.api_key}`) {
        throw req.headers.authorization
          ? new Refused(403, "invalid_api_key", "The provided API key is invalid.")
          : new Refused(401, "missing_authorization_header", "The Authorization header is missing.")
      }
      return this.route(
        req.method ?? "GET",
        path.split("/"),
        text ? (JSON.parse(text) as Body) : ({} as Body)
      )
    } catch (error) {
      const { status, code, message } =
        error instanceof FilterError
          ? new Refused(400, "invalid_search_filter", error.message)
          : error instanceof Refused
            ? error
            : new Refused(500, "internal", String(error))
      return [
        status,
        {
          message,
          code,
          type: status === 403 || status === 401 ? "auth" : "invalid_request",
          link: `https://docs.meilisearch.com/errors#${code}`,
        },
      ]
    }
  }

  private route(method: string, [area, uid, part, more]: string[], body: Body): [number, unknown] {
    switch (`${method} ${area}${uid ? "/:uid" : ""}${part ? `/${part}` : ""}${more ? `/${more}` : ""}`) {
      case "GET health":
        return [200, { status: "available" }]
      case "GET tasks/:uid":
        return [200, this.taskAt(Number(uid))]
      case "POST multi-search":
        return [
          200,
          {
            results: body.queries.map((query: Question & { indexUid: string }) => ({
              indexUid: query.indexUid,
              ...this.search(query.indexUid, query),
            })),
          },
        ]
      case "POST indexes":
        return this.enqueue(body.uid, "indexCreation", () => this.create(body.uid, body.primaryKey ?? null))
      case "DELETE indexes/:uid":
        return this.enqueue(uid, "indexDeletion", () => this.indexes.delete(this.index(uid).uid))
      case "PATCH indexes/:uid/settings":
        return this.enqueue(uid, "settingsUpdate", () => Object.assign(this.indexOrNew(uid).settings, body))
      case "GET indexes/:uid/settings":
        return [200, this.index(uid).settings]
      case "PUT indexes/:uid/settings/synonyms":
        return this.enqueue(uid, "settingsUpdate", () =>
          Object.assign(this.indexOrNew(uid).settings, { synonyms: body })
        )
      case "GET indexes/:uid/stats":
        return [
          200,
          { numberOfDocuments: this.index(uid).documents.size, isIndexing: false, fieldDistribution: {} },
        ]
      case "POST indexes/:uid/documents":
        return this.enqueue(uid, "documentAdditionOrUpdate", () => this.add(uid, body))
      case "DELETE indexes/:uid/documents":
        return this.enqueue(uid, "documentDeletion", () => this.index(uid).documents.clear())
      case "POST indexes/:uid/documents/delete-batch":
        return this.enqueue(uid, "documentDeletion", () =>
          body.forEach((id: unknown) => this.index(uid).documents.delete(String(id)))
        )
      case "POST indexes/:uid/documents/delete":
        return this.enqueue(uid, "documentDeletion", () => this.deleteBy(uid, String(body.filter ?? "")))
      case "POST indexes/:uid/search":
        return [200, this.search(uid, body)]
      default:
        throw new Refused(404, "not_found", "Not Found")
    }
  }

  private index(uid: string): Index {
    const index = this.indexes.get(uid)
    if (!index) {
      throw new Refused(404, "index_not_found", `Index \`${uid}\` not found.`)
    }
    return index
  }

  private indexOrNew(uid: string): Index {
    return this.indexes.get(uid) ?? this.create(uid, null)
  }

  private create(uid: string, primaryKey: string | null): Index {
    if (this.indexes.has(uid)) {
      throw new Refused(409, "index_already_exists", `Index \`${uid}\` already exists.`)
    }
    const index = { uid, primaryKey, documents: new Map(), settings: structuredClone(DEFAULTS) }
    this.indexes.set(uid, index)
    return index
  }

  private add(uid: string, documents: Fields[]): void {
    const index = this.indexOrNew(uid)
    index.primaryKey ??= "id"
    for (const document of documents) {
      index.documents.set(String(document[index.primaryKey]), document)
    }
  }

  private deleteBy(uid: string, filter: string): void {
    const { documents, settings } = this.index(uid)
    const passes = parseFilter(filter, settings.filterableAttributes)
    ;[...documents].filter(([, document]) => passes(document)).forEach(([id]) => documents.delete(id))
  }

  private search(uid: string, question: Question) {
    const { documents, settings } = this.index(uid)
    for (const by of question.sort ?? []) {
      if (!settings.sortableAttributes.includes(by.split(":")[0])) {
        throw new Refused(400, "invalid_search_sort", `Attribute \`${by.split(":")[0]}\` is not sortable.`)
      }
    }
    const found = rank([...documents.values()], question, settings).slice(0, settings.pagination.maxTotalHits)
    const { offset = 0, limit = 20 } = question
    const shown = question.attributesToRetrieve ?? ["*"]
    const project = (document: Fields) =>
      Object.fromEntries(
        Object.entries(document).filter(([name]) => shown.includes("*") || shown.includes(name))
      )
    return {
      hits: found.slice(offset, offset + limit).map(project),
      query: question.q ?? "",
      processingTimeMs: 0,
      limit,
      offset,
      estimatedTotalHits: found.length,
      ...(question.facets && { facetDistribution: facetsOf(found, question.facets), facetStats: {} }),
    }
  }

  /** A task that fails is answered all the same; the failure is in the task. */
  private enqueue(indexUid: string, type: string, work: () => unknown): [number, unknown] {
    let error: object | null = null
    try {
      work()
    } catch (failure) {
      const { message, code } = failure as Refused
      error = { message, code, type: "invalid_request", link: "" }
    }
    const uid = this.tasks.length
    this.tasks.push({ uid, indexUid, status: error ? "failed" : "succeeded", type, error })
    return [202, { taskUid: uid, indexUid, status: "enqueued", type, enqueuedAt: new Date().toISOString() }]
  }

  private taskAt(uid: number): Task {
    if (!this.tasks[uid]) {
      throw new Refused(404, "task_not_found", `Task \`${uid}\` not found.`)
    }
    return this.tasks[uid]
  }
}

function facetsOf(documents: Fields[], names: string[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    names.map((name) => {
      const counts: Record<string, number> = {}
      documents
        .flatMap((document) => [document[name] ?? []].flat())
        .forEach((value) => (counts[String(value)] = (counts[String(value)] ?? 0) + 1))
      return [name, counts]
    })
  )
}
