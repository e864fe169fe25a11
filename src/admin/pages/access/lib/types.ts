/** What `/merchant/access` and `/merchant/access-grants` answer. */

export type Access = {
  is_private: boolean
  code: string | null
  requires_access_key: boolean
  publishable_key: string | null
  members: number
}

export type Grant = {
  id: string
  customer: { id: string; name: string | null; phone: string | null; email: string | null }
  granted_at: string
  source: string
}
