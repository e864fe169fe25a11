import { channel } from "node:diagnostics_channel"
import { ServerResponse } from "node:http"
import {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { AuditErrors } from "../../modules/audit/errors"
import { Answer, Attempt, auditOf, closeRecord, openRecord, recordRefusal } from "../../workflows/audit"
import { routePatternOf } from "./route-pattern"
import { MerchantRequest } from "./standing"

/**
 * The audit log's three places in a request (docs/decisions/0011): `watchAnswer` first, so that the answer of a guard is
 * seen; `recordWrite` after the guards; and, from outside, what is answered before any middleware of ours runs.
 */

const STARTED = Symbol("when the write came")
const BODY = Symbol("the answer's JSON")
const IS_RECORDED = Symbol("has an intent")

type Audited = MedusaRequest & { [STARTED]?: number; [BODY]?: unknown; [IS_RECORDED]?: boolean }

const isWrite = ({ method }: { method?: string }) => /^(POST|PUT|PATCH|DELETE)$/.test(method ?? "")

function attemptOf(req: Audited): Attempt {
  const auth = (req as Partial<AuthenticatedMedusaRequest>).auth_context
  const type = auth?.actor_type === "api-key" ? "api-key" : "user"
  return {
    at: req[STARTED] ?? Date.now(),
    actor: auth?.actor_id ? { type, id: auth.actor_id } : { type: "nobody", id: null },
    company_id: (req as Partial<MerchantRequest>).company?.id ?? null,
    method: req.method,
    ...routePatternOf(req),
    body: req.body,
    // Not `request_context`, which believes what the client says. IPv4 as it is written, also over an IPv6 socket.
    // Without a proxy in front anybody may send any text as their address; the longest real one has 45 signs.
    address: req.ip?.replace(/^::ffff:(?=\d+\.)/, "").slice(0, 45) ?? null,
  }
}

type File = { originalname?: string; size?: number; mimetype?: string }

/** Names and sizes of what was uploaded, never what is in it. */
function filesOf(req: MedusaRequest): unknown {
  const { file, files } = req as unknown as { file?: File; files?: File[] | Record<string, File[]> }
  const all = [...(file ? [file] : []), ...(Array.isArray(files) ? files : Object.values(files ?? {}).flat())]
  return all.length === 0
    ? null
    : all.map(({ originalname, size, mimetype }) => ({ name: originalname?.slice(0, 200), size, mimetype }))
}

const answerOf = (req: Audited, status: number): Answer => ({ status, body: req[BODY], files: filesOf(req) })

/** Errors of the log may quote values of the request: their kind is enough. */
function complain(req: MedusaRequest, error: unknown): void {
  const { name, code } = error as { name?: string; code?: string }
  req.scope
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`audit: ${req.method} was not recorded: ${name ?? "error"} ${code ?? ""}`)
}

/** Keeps what is answered to a write, for the error code and for the id of what was made. */
export function watchAnswer(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  if (isWrite(req)) {
    const json = res.json.bind(res)
    res.json = (body) => {
      ;(req as Audited)[BODY] = body
      return json(body)
    }
  }
  next()
}

/** Lets a write through once it is written down; what can't be written down does not happen. */
export async function recordWrite(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  if (!isWrite(req)) {
    return next()
  }
  const audited = req as Audited
  audited[IS_RECORDED] = true
  let record: Awaited<ReturnType<typeof openRecord>>
  try {
    record = await openRecord(req.scope, attemptOf(audited))
  } catch (error) {
    complain(req, error)
    const { code, type, message } = AuditErrors.unavailable()
    res.status(503).json({ code, type, message })
    return
  }
  const end = res.end.bind(res) as (...args: unknown[]) => typeof res
  // `end` rather than the event: an answer that nobody waits for any more was given all the same.
  res.end = ((...args: unknown[]) => {
    res.end = end as typeof res.end
    auditOf(req.scope)
      .during(closeRecord(req.scope, record, answerOf(audited, res.statusCode)))
      .catch((error) => complain(req, error))
    return end(...args)
  }) as typeof res.end
  next()
}

/**
 * Notes what was refused without an intent: Medusa signs `/admin` in before our middlewares run, and reads bodies before
 * that. Node tells of every request that begins.
 */
function watchRefusals({ request, response }: { request: Audited; response: ServerResponse }) {
  if (!isWrite(request) || !/^([a-z]+:\/\/[^/?#]*)?\/(admin|merchant)([/?#]|$)/i.test(request.url ?? "")) {
    return
  }
  request[STARTED] = Date.now()
  response.once("finish", () => {
    if (!request[IS_RECORDED] && request.scope) {
      auditOf(request.scope)
        .during(recordRefusal(request.scope, attemptOf(request), answerOf(request, response.statusCode)))
        .catch((error) => complain(request, error))
    }
  })
}

const LISTENER = Symbol.for("bozor.audit.listener")
const requests = channel("http.server.request.start") as ReturnType<typeof channel> & {
  [LISTENER]?: (message: unknown) => void
}

/** Once per process: a reload of this file takes the place of what it was. */
function listen(): void {
  const previous = requests[LISTENER]
  if (previous) {
    requests.unsubscribe(previous)
  }
  requests[LISTENER] = (message) => watchRefusals(message as Parameters<typeof watchRefusals>[0])
  requests.subscribe(requests[LISTENER])
}

listen()
