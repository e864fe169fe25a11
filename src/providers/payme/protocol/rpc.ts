import { PAYME_ERROR, PaymeError } from "./errors"
import { scanJsonObject } from "./json-scan"

export type JsonScalar = string | number | boolean

export type RpcCall = {
  /** As JavaScript reads it: for logs only, large numbers have lost digits. */
  id: JsonScalar | null
  /** The id as it stood in the request; pass it to `rpcResultText` and `rpcErrorText`. */
  rawId: string
  method: string
  params: Record<string, unknown>
}

export type ParsedRpc =
  { ok: true; call: RpcCall } | { ok: false; id: JsonScalar | null; rawId: string; error: PaymeError }

/** The raw id of an answer to a request whose id could not be read. */
export const NULL_ID = "null"

/** Payme's largest call (fiscal data) is below 2 kB; more is not a call. */
const MAX_CHARS = 1_000_000

/** Calls nest four levels; `JSON.stringify` of what we store would overflow the stack at some thousands. */
const MAX_DEPTH = 32

/**
 * Reads one JSON-RPC request (Payme Merchant API 1.7, 1.8; P-08 to P-12). Never throws. Whether the method
 * exists is for the caller to say.
 * @returns the call, or the error -32700 (not JSON) or -32600 (array, no method, params not an object, id
 * echoed when it could be read)
 */
export function parseRpc(bodyText: string): ParsedRpc {
  if (bodyText.length > MAX_CHARS) {
    return refuse(PAYME_ERROR.BAD_REQUEST)
  }
  let body: unknown
  try {
    body = JSON.parse(bodyText)
  } catch {
    return refuse(PAYME_ERROR.NOT_JSON)
  }
  if (!isObject(body)) {
    return refuse(PAYME_ERROR.BAD_REQUEST)
  }
  const { token, depth } = scanJsonObject(bodyText, "id")
  const rawId = token ?? NULL_ID
  const id = JSON.parse(rawId) as JsonScalar | null
  const { method, params } = body
  if (depth > MAX_DEPTH || typeof method !== "string" || !isObject(params)) {
    return refuse(PAYME_ERROR.BAD_REQUEST, id, rawId)
  }
  return { ok: true, call: { id, rawId, method, params } }
}

/**
 * The text of a successful answer, id last as in Payme's samples.
 * @param rawId `call.rawId`, or NULL_ID: JSON text, not a value
 */
export function rpcResultText(rawId: string, result: object): string {
  return `{"result":${JSON.stringify(result)},"id":${rawId}}`
}

/**
 * The text of a refusal; sent with HTTP 200 like every answer (Payme Merchant API 1.7).
 * @param rawId `call.rawId`, or NULL_ID: JSON text, not a value
 */
export function rpcErrorText(rawId: string, error: PaymeError): string {
  return `{"error":${JSON.stringify(error.toRpcError())},"id":${rawId}}`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function refuse(
  code: typeof PAYME_ERROR.NOT_JSON | typeof PAYME_ERROR.BAD_REQUEST,
  id: JsonScalar | null = null,
  rawId = NULL_ID
): ParsedRpc {
  return { ok: false, id, rawId, error: new PaymeError(code) }
}
