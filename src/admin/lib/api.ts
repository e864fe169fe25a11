/** Calls of the pages to our server: the session of the dashboard, the chosen company, errors with their stable code. */

declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

const COMPANY_KEY = "bozor.company"

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details?: unknown
  ) {
    super(message)
  }
}

export type Query = Record<string, string | number | boolean | null | undefined | string[]>

/** The company that this browser last worked in. */
export const chosenCompany = (): string | null => localStorage.getItem(COMPANY_KEY)
export function chooseCompany(id: string): void {
  localStorage.setItem(COMPANY_KEY, id)
  // The server reads the cookie where the dashboard itself asks, without our header: for the sidebar, and nothing else.
  document.cookie = `bozor_company=${id}; path=/; SameSite=Lax`
}

/** Full address of a route with its query; empty values are left out. */
export function urlOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") {
        params.append(name, String(one))
      }
    }
  }
  const base = (typeof __BACKEND_URL__ === "string" ? __BACKEND_URL__ : "/").replace(/\/$/, "")
  const search = params.toString()
  return `${base}${path}${search ? `?${search}` : ""}`
}

function headersOf(path: string): Record<string, string> {
  const company = chosenCompany()
  const usesToken = typeof __AUTH_TYPE__ === "string" && __AUTH_TYPE__ === "jwt"
  const key =
    (typeof __JWT_TOKEN_STORAGE_KEY__ === "string" && __JWT_TOKEN_STORAGE_KEY__) || "medusa_auth_token"
  const token = usesToken ? localStorage.getItem(key) : null
  return {
    accept: "application/json",
    ...(company && path.startsWith("/merchant") && { "x-company-id": company }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
}

async function send(
  method: string,
  path: string,
  init: RequestInit & { query?: Query } = {}
): Promise<Response> {
  const { query, headers, ...rest } = init
  const response = await fetch(urlOf(path, query), {
    method,
    credentials: "include",
    headers: { ...headersOf(path), ...(headers as Record<string, string>) },
    ...rest,
  }).catch(() => {
    throw new ApiError(0, "OFFLINE", "The server cannot be reached")
  })
  if (!response.ok) {
    const { code, message, ...details } = await response.json().catch(() => ({}))
    throw new ApiError(
      response.status,
      String(code ?? response.status),
      message ?? response.statusText,
      details
    )
  }
  return response
}

const json = (body: unknown) =>
  body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }

/** Every method throws `ApiError`; status 0 means that the server was not reached at all. */
export const api = {
  get: async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
    (await send("GET", path, { query, signal })).json(),
  post: async <T>(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<T> => {
    const init = json(body)
    return (await send("POST", path, { ...init, headers: { ...init.headers, ...headers } })).json()
  },
  delete: async <T>(path: string): Promise<T> => (await send("DELETE", path)).json(),
  upload: async <T>(path: string, form: FormData): Promise<T> =>
    (await send("POST", path, { body: form })).json(),
  /** An answer that goes on and on. */
  stream: (path: string, signal: AbortSignal): Promise<Response> =>
    send("GET", path, { signal, headers: { accept: "text/event-stream" } }),
  blob: async (path: string, query?: Query): Promise<Blob> => (await send("GET", path, { query })).blob(),
  postForBlob: async (path: string, body: unknown): Promise<Blob> =>
    (await send("POST", path, json(body))).blob(),
}

/** Hands a made file to the browser: saved under a name, or opened in a tab of its own when no name is given. */
export function openBlob(blob: Blob, name?: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement("a"), { href: url, target: "_blank", rel: "noopener" })
  if (name) {
    link.download = name
  }
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
