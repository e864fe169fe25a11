export type StaffAccount = { email: string; password: string; company?: string }

/** Somebody who works in the market, signed in; calls of theirs over HTTP. */
export async function signInStaff(baseUrl: string, account: StaffAccount) {
  const headers = { "content-type": "application/json" }
  const login = await fetch(`${baseUrl}/auth/user/emailpass`, {
    method: "POST",
    headers,
    body: JSON.stringify({ email: account.email, password: account.password }),
  })
  const { token } = (await login.json()) as { token: string }
  const call = (url: string, init: RequestInit = {}) =>
    fetch(`${baseUrl}${url}`, { ...init, headers: { ...headers, authorization: `Bearer ${token}` } })
  return {
    company: account.company ?? "",
    get: async <T>(url: string) => (await (await call(url)).json()) as T,
    post: async <T>(url: string, body: unknown = {}) =>
      (await (await call(url, { method: "POST", body: JSON.stringify(body) })).json()) as T,
    status: async (url: string) => (await call(url)).status,
  }
}

export type Staff = Awaited<ReturnType<typeof signInStaff>>
