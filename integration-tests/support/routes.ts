import { randomUUID } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, sep } from "node:path"
import { can, Permission, Role, ROLES } from "../../src/modules/company/lib/permissions"
import { houseBody, pictureForm } from "./ads"
import { filesForm, pdf, today } from "./expenses"

/**
 * Every route of the tree as it stands on disk, and who may call it. The walk in `http/access.spec.ts` reads both: a
 * route that has no line in `EXPECTED` fails it, so nobody can add one without saying who it is for.
 */

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

export type Route = { method: string; path: string; isPublic: boolean }

/** Names that a module exports, in TypeScript (ours) or in the JavaScript it compiles to (Medusa's). */
export function exportedNames(source: string): string[] {
  if (/export\s+\*|__exportStar\(/.test(source)) {
    throw new Error("a route file must name what it exports")
  }
  const declared = source.matchAll(/export\s+(?:async\s+)?(?:function|const|let|var)\s+(\w+)/g)
  const compiled = source.matchAll(/^exports\.(\w+) = /gm)
  const listed = [...source.matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, names]) =>
    names.split(",").map((name) =>
      name
        .trim()
        .split(/\s+as\s+/)
        .at(-1)!
    )
  )
  // Compiled code assigns a name twice, first as void.
  return [...new Set([...[...declared, ...compiled].map(([, name]) => name), ...listed])]
}

/** The routes under a folder that Medusa scans, by its own rules: folders are segments, `[id]` is a parameter. */
export function routesIn(folder: string): Route[] {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []
  return files
    .filter(
      (file) => /(^|[\\/])route\.(ts|js)$/.test(file) && !file.split(sep).some((part) => part.startsWith("_"))
    )
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), "utf8")
      const path = `/${file.split(sep).slice(0, -1).join("/")}`.replace(/\[(\w+)\]/g, ":$1")
      const isPublic = /AUTHENTICATE = false/.test(source)
      return exportedNames(source)
        .filter((name) => METHODS.includes(name))
        .map((method) => ({ method, path, isPublic }))
    })
}

/** Everybody who calls. The six roles are people of company A; the foreign owner is the owner of company B. */
export const ACTORS = [
  "nobody",
  "shopper",
  "otherShopper",
  "foreignOwner",
  "foreignOwnerNamingA",
  "stranger",
  "operator",
  ...ROLES,
] as const
export type Actor = (typeof ACTORS)[number]

/** Rows of company A (and of the shopper who bought there) that stand for the parameters of a path. */
export type Rows = {
  company: string
  pendingCompany: string
  suspendedCompany: string
  member: string
  invitation: string
  /** A member whom nobody has accepted for yet, and whose link may be renewed. */
  waiting: string
  /** A role of company A's own that nobody has. */
  role: string
  /** A way of delivery of company A's. */
  deliveryOption: string
  /** What accepts the invitation; handed to its person, here `stranger`. */
  invitationToken: string
  /** A user who is nobody's member and no operator. */
  user: string
  listing: string
  /** The listing's own variant, one more of it that nobody has ordered, and a variant of company B's. */
  variant: string
  spareVariant: string
  foreignVariant: string
  /** An import that has been checked, and another that may be checked again. */
  import: string
  importToCheck: string
  order: string
  /** An order that waits for its money at the shop. */
  cashOrder: string
  /** An order that has been paid at the shop. */
  paidOrder: string
  cart: string
  group: string
  /** A refund of the paid order that has to be made by hand. */
  refund: string
  /** Something that an operator has to look at. */
  alert: string
  /** A statement of company A that waits for its payment. */
  settlement: string
  reconciliation: string
  /** The receipt of the order above, and the row of its fiscal queue. */
  receipt: string
  fiscal: string
  /** The open shift of company A's cashier, and a sale in it. */
  shift: string
  posSale: string
  posOrder: string
  posLine: string
  /** A sale of the same desk that waits for a person. */
  posReview: string
  auditEntry: string
  /** An expense of company A's accountant that waits for the owner, its proof, and a category of the company's own. */
  expense: string
  attachment: string
  expenseCategory: string
  /** A recurring expense of the accountant's that waits for the owner; its current period is skipped. */
  recurringExpense: string
  /** What Medusa has exported for an operator. */
  privateFile: string
  /** An ad of company A's that waits for the operator, a draft, and one of the market's own with its picture. */
  ad: string
  adDraft: string
  houseAd: string
  houseImage: string
  /** A picture for an ad, base64. */
  adPicture: string
  /** That a customer may enter company A. */
  accessGrant: string
  /** The product of company A's listing, and a list of goods of the shopper's. */
  product: string
  likeList: string
  /** The shopper's review of it and another one's, a photo of the first, and a word of the operator's. */
  review: string
  foreignReview: string
  reviewPhoto: string
  reviewWord: string
  /** Goods of company A that the shopper has and may review. */
  boughtProduct: string
  /** A group of synonyms of the operator's, and a search of the shopper's. */
  synonym: string
  search: string
}

/** `status: "in"` means that the call is answered as one who may make it: 2xx, or 400 for what it asks. */
export type Verdict = { status: number | "in"; code?: string | number }

export type Expectation = {
  verdicts: Record<Actor, Verdict>
  /** What stands for `:id`. */
  id?: keyof Rows
  /** Sent by everybody, and right: a denial must not be owed to a wrong body. */
  body?: (rows: Rows, actor: Actor) => unknown
  query?: string
}

const IN: Verdict = { status: "in" }
const UNAUTHORIZED: Verdict = { status: 401 }
const NOT_FOUND: Verdict = { status: 404 }
const OPERATOR_REQUIRED: Verdict = { status: 403, code: "OPERATOR_REQUIRED" }
const MEMBERSHIP_REQUIRED: Verdict = { status: 403, code: "COMPANY_MEMBERSHIP_REQUIRED" }
const PERMISSION_REQUIRED: Verdict = { status: 403, code: "PERMISSION_REQUIRED" }
const PAYME_REFUSES: Verdict = { status: 200, code: -32504 }
const PAYME_WANTS_POST: Verdict = { status: 200, code: -32300 }
/** Click's answers carry a number where others carry a code; `providers/click` looks at it. */
const CLICK_REFUSES: Verdict = { status: 200 }

const all = (verdict: Verdict) =>
  Object.fromEntries(ACTORS.map((actor) => [actor, verdict])) as Record<Actor, Verdict>
const people = (verdict: Verdict) => ({
  ...all(verdict),
  nobody: UNAUTHORIZED,
  shopper: UNAUTHORIZED,
  otherShopper: UNAUTHORIZED,
})
const roles = (verdictOf: (role: Role) => Verdict) =>
  Object.fromEntries(ROLES.map((role) => [role, verdictOf(role)])) as Record<Role, Verdict>

/** A route of the operators: nobody else passes, whatever company they belong to. */
function operators(facts: Omit<Expectation, "verdicts"> = {}): Expectation {
  return { ...facts, verdicts: { ...people(OPERATOR_REQUIRED), operator: IN } }
}

/** A route of a company's people: by permission; another company's people do not find the row. */
function merchant(permission: Permission, facts: Omit<Expectation, "verdicts"> = {}): Expectation {
  return {
    ...facts,
    verdicts: {
      ...people(MEMBERSHIP_REQUIRED),
      ...roles((role) => (can(role, permission) ? IN : PERMISSION_REQUIRED)),
      foreignOwner: facts.id ? NOT_FOUND : IN,
      foreignOwnerNamingA: NOT_FOUND,
    },
  }
}

/** A route of the storefront that asks for nothing but the publishable key. */
function everybody(facts: Omit<Expectation, "verdicts"> = {}): Expectation {
  return { ...facts, verdicts: all(IN) }
}

/** A route of whoever is signed in as a customer. */
function customers(facts: Omit<Expectation, "verdicts"> = {}): Expectation {
  return { ...facts, verdicts: { ...all(UNAUTHORIZED), shopper: IN, otherShopper: IN } }
}

/** A route of private companies' owners; these companies are public. */
function ofPrivateCompanies(facts: Omit<Expectation, "verdicts"> = {}): Expectation {
  const { verdicts } = merchant("access:write", facts)
  const refused: Verdict = { status: 400, code: "COMPANY_NOT_PRIVATE" }
  return { ...facts, verdicts: { ...verdicts, owner: refused, foreignOwner: refused } }
}

/** A route of customers that has nothing for these: a private company that they are not in. */
function notForCustomers(facts: Omit<Expectation, "verdicts"> = {}): Expectation {
  return { ...facts, verdicts: { ...all(UNAUTHORIZED), shopper: NOT_FOUND, otherShopper: NOT_FOUND } }
}

/** A list of goods of the shopper's. */
function ownLikeList(facts: Omit<Expectation, "verdicts" | "id"> = {}): Expectation {
  return {
    ...facts,
    id: "likeList",
    verdicts: { ...all(UNAUTHORIZED), shopper: IN, otherShopper: NOT_FOUND },
  }
}

/** A review of the shopper's. */
function ownReview(facts: Omit<Expectation, "verdicts" | "id"> = {}): Expectation {
  return { ...facts, id: "review", verdicts: { ...all(UNAUTHORIZED), shopper: IN, otherShopper: NOT_FOUND } }
}

/** A receipt of the shopper's; a guest would show the order's token. */
function ownReceipt(): Expectation {
  return { id: "receipt", verdicts: { ...all(UNAUTHORIZED), shopper: IN, otherShopper: NOT_FOUND } }
}

const newCompany = (_: Rows, actor: Actor) => ({ name: `Yangi ${actor}`, phone: "+998901234567" })
const newListing = (_: Rows, actor: Actor) => ({ name: `Choy ${actor}`, cost: 9000, markup_percent: 10 })
const newMember = (_: Rows, actor: Actor) => ({
  email: `yangi.${actor}@example.com`.toLowerCase(),
  role: "cashier",
})

const newRole = (_: Rows, actor: Actor) => ({ name: `Sotuvchi ${actor}`, permissions: ["order:read"] })
const newDelivery = () => ({ kind: "courier", name: { uz: "Tez yetkazish" }, price: 30_000 })

const newMovement = () => ({ amount: 1000, note: "mayda pul", client_id: randomUUID() })
const newSale = (shift_id: string) => ({
  client_id: randomUUID(),
  shift_id,
  sold_at: new Date().toISOString(),
  is_offline: false,
  lines: [{ variant_id: "lvar_none", quantity: 1, unit_price: 1 }],
  payments: [{ method: "cash", amount: 1 }],
})
const newReturn = ({ shift, posLine }: Rows) => ({
  client_id: randomUUID(),
  lines: [{ line_id: posLine, quantity: 1 }],
  restock: true,
  method: "cash",
  shift_id: shift,
  reason: "qaytarildi",
})

/** A multipart body is read once, so every caller has an own one. */
export function newImport() {
  const form = new FormData()
  form.append("file", new Blob(["Nomi;Tannarx;Ustama\nSut;9000;10\n"]), "tovarlar.csv")
  return form
}

/** The smallest PNG there is, in a form. */
const newPicture = () => {
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
  const form = new FormData()
  form.append("files", new Blob([Buffer.from(png, "base64")]), "nuqta.png")
  return form
}

const newExpense = () => ({
  day: today(),
  amount: 25_000.5,
  category_id: "utilities",
  payee: "Suv ta’minoti",
})
/** Everybody sends another file: one proves one expense only. */
const newProof = (_: Rows, actor: Actor) => filesForm([{ name: "chek.pdf", content: pdf(actor) }])

const newRecurring = () => ({
  category_id: "rent",
  amount: 900_000,
  period: "month",
  starts_on: "2026-01-16",
})
const newBudget = () => ({ month: "2026-11", category_id: "rent", amount: 3_000_000 })
const newExpenses = () => {
  const form = new FormData()
  form.append("file", new Blob(["Sana;Summa;Toifa\n10.03.2025;45000;Ijara\n"]), "xarajatlar.csv")
  return form
}

const newAdPicture = ({ adPicture }: Rows) => pictureForm(Buffer.from(adPicture, "base64"), "product_banner")

export const EXPECTED: Record<string, Expectation> = {
  "GET /admin/companies": operators(),
  "POST /admin/companies": operators({ body: newCompany }),
  "GET /admin/companies/:id": operators({ id: "company" }),
  "POST /admin/companies/:id": operators({ id: "company", body: () => ({ commission_percent: 7 }) }),
  "POST /admin/companies/:id/approve": operators({ id: "pendingCompany", body: () => ({}) }),
  "POST /admin/companies/:id/suspend": operators({ id: "company", body: () => ({ reason: "tekshiruv" }) }),
  "POST /admin/companies/:id/reinstate": operators({ id: "suspendedCompany", body: () => ({}) }),
  "POST /admin/companies/:id/archive": operators({ id: "company", body: () => ({}) }),
  "GET /admin/reviews": operators(),
  "GET /admin/reviews/:id": operators({ id: "review" }),
  "POST /admin/reviews/:id/approve": operators({ id: "review", body: () => ({}) }),
  "POST /admin/reviews/:id/reject": operators({ id: "review", body: () => ({ reason: "haqorat" }) }),
  "POST /admin/reviews/:id/dismiss-reports": operators({ id: "review", body: () => ({}) }),
  "GET /admin/review-words": operators(),
  "POST /admin/review-words": operators({ body: (_, actor) => ({ word: `yomon${actor}` }) }),
  "DELETE /admin/review-words/:id": operators({ id: "reviewWord" }),
  "GET /admin/search/synonyms": operators(),
  "POST /admin/search/synonyms": operators({
    body: (_, actor) => ({ words: [`sovg‘a${actor}`, `hadya${actor}`] }),
  }),
  "POST /admin/search/synonyms/:id": operators({ id: "synonym", body: () => ({ is_active: false }) }),
  "DELETE /admin/search/synonyms/:id": operators({ id: "synonym" }),
  "GET /admin/search/report": operators({ query: `?from=${today()}&to=${today()}` }),
  "GET /admin/search/status": operators(),
  "POST /admin/search/reindex": operators({ body: () => ({}) }),
  "GET /admin/operators": operators(),
  "POST /admin/orders/:id/cancel": operators({ id: "order", body: () => ({}) }),
  "POST /admin/orders/:id/refunds": operators({
    id: "paidOrder",
    body: () => ({ reason: "tekshiruv", amount: 100 }),
  }),
  "GET /admin/refunds": operators(),
  "POST /admin/refunds/:id/complete": operators({ id: "refund", body: () => ({ proof: "chek 1" }) }),
  "POST /admin/refunds/:id/give-up": operators({ id: "refund", body: () => ({ reason: "kerak emas" }) }),
  "GET /admin/gateway-transactions": operators(),
  "GET /admin/gateway-alerts": operators(),
  "POST /admin/gateway-alerts/:id/resolve": operators({
    id: "alert",
    body: () => ({ resolution: "ko‘rildi" }),
  }),
  "POST /admin/operators": operators({ body: ({ user }) => ({ user_id: user }) }),

  "GET /admin/audit-log": operators(),
  "GET /admin/audit-log/:id": operators({ id: "auditEntry" }),
  "GET /admin/audit-log/export": operators(),
  "GET /admin/audit-log/verify": operators(),
  "GET /admin/system": operators(),

  "GET /admin/ads": operators(),
  "POST /admin/ads": operators({ body: ({ houseImage }) => houseBody(houseImage) }),
  "POST /admin/ads/images": operators({ body: newAdPicture }),
  "GET /admin/ads/:id": operators({ id: "ad" }),
  "POST /admin/ads/:id": operators({ id: "houseAd", body: () => ({ name: "Bozor haqida" }) }),
  "POST /admin/ads/:id/approve": operators({ id: "ad", body: () => ({}) }),
  "POST /admin/ads/:id/reject": operators({ id: "ad", body: () => ({ reason: "rasm xira" }) }),
  "POST /admin/ads/:id/pause": operators({ id: "ad" }),
  "POST /admin/ads/:id/resume": operators({ id: "ad" }),
  "GET /admin/ads/:id/results": operators({ id: "ad" }),
  "GET /admin/ad-placements": operators(),
  "POST /admin/ad-placements/:code": operators({ body: () => ({ most: 4 }) }),

  "GET /admin/ledger": operators(),
  "GET /admin/finance/summary": operators({ query: "?from=2026-11-01&to=2026-11-30" }),
  "GET /admin/finance/goods": operators({ query: "?from=2026-11-01&to=2026-11-30" }),
  "GET /admin/finance/breakdown": operators({ query: "?from=2026-11-01&to=2026-11-30&by=company" }),
  "GET /admin/finance/export": operators({ query: "?from=2026-11-01&to=2026-11-30" }),
  "GET /admin/books": operators(),
  "GET /admin/settlements": operators(),
  "POST /admin/settlements": operators({ body: () => ({ from: "2019-01-01", to: "2019-01-31" }) }),
  "GET /admin/settlements/bank-file": operators(),
  "GET /admin/settlements/:id": operators({ id: "settlement" }),
  "GET /admin/settlements/:id/pdf": operators({ id: "settlement" }),
  "GET /admin/settlements/:id/xlsx": operators({ id: "settlement" }),
  "POST /admin/settlements/:id/mark-paid": operators({ id: "settlement", body: () => ({ proof: "№ 17" }) }),
  "GET /admin/reconciliations": operators(),
  "POST /admin/reconciliations": operators({
    body: () => ({ provider_id: "pp_payme_payme", from: "2026-01-01", to: "2026-01-31", rows: [] }),
  }),
  "GET /admin/reconciliations/:id": operators({ id: "reconciliation" }),

  "GET /admin/receipts": operators(),
  "GET /admin/receipts/:id": operators({ id: "receipt" }),
  "GET /admin/receipts/:id/pdf": operators({ id: "receipt" }),
  "GET /admin/fiscal-submissions": operators(),
  "POST /admin/fiscal-submissions/:id/retry": operators({ id: "fiscal", body: () => ({}) }),

  // For somebody who holds an invite's token and an account that is nobody's yet; `companies.spec.ts` walks that way.
  "POST /admin/invites/accept": {
    body: () => ({ first_name: "Yangi" }),
    query: "?token=no-such-token",
    verdicts: people({ status: 400 }),
  },

  "GET /merchant/me": { verdicts: people(IN) },
  "GET /merchant/me/pos-worker": { verdicts: people(IN) },
  "POST /merchant/me/invitations/:id/accept": {
    id: "invitation",
    // The token is right; it is the person who is not.
    body: ({ invitationToken }) => ({ token: invitationToken }),
    verdicts: { ...people(NOT_FOUND), stranger: IN },
  },
  "GET /merchant/company": merchant("company:read"),
  "GET /merchant/access": merchant("access:read"),
  "POST /merchant/company/visibility": merchant("access:write", { body: () => ({ is_private: false }) }),
  "POST /merchant/company/access-key": merchant("access:write", { body: () => ({}) }),
  "DELETE /merchant/company/access-key": merchant("access:write"),
  "POST /merchant/company/publishable-key": ofPrivateCompanies({ body: () => ({}) }),
  "GET /merchant/access-grants": merchant("access:read"),
  "DELETE /merchant/access-grants/:id": merchant("access:write", { id: "accessGrant" }),
  "POST /merchant/company": merchant("company:write", { body: () => ({ address: "Chilonzor 1" }) }),
  "GET /merchant/members": merchant("member:read"),
  "POST /merchant/members": merchant("member:write", { body: newMember }),
  "POST /merchant/members/:id": merchant("member:write", {
    id: "member",
    body: () => ({ role: "marketer" }),
  }),
  "DELETE /merchant/members/:id": merchant("member:write", { id: "member" }),
  "POST /merchant/members/:id/invitation": merchant("member:write", { id: "waiting" }),
  "GET /merchant/roles": merchant("member:read"),
  "POST /merchant/roles": merchant("member:write", { body: newRole }),
  "POST /merchant/roles/:id": merchant("member:write", {
    id: "role",
    body: () => ({ name: "Katta sotuvchi" }),
  }),
  "DELETE /merchant/roles/:id": merchant("member:write", { id: "role" }),
  "GET /merchant/delivery-options": merchant("company:write"),
  "POST /merchant/delivery-options": merchant("company:write", { body: newDelivery }),
  "POST /merchant/delivery-options/:id": merchant("company:write", {
    id: "deliveryOption",
    body: () => ({ price: 15_000 }),
  }),
  "DELETE /merchant/delivery-options/:id": merchant("company:write", { id: "deliveryOption" }),
  "GET /merchant/listings": merchant("listing:read"),
  "POST /merchant/listings": merchant("listing:write", { body: newListing }),
  "GET /merchant/listings/:id": merchant("listing:read", { id: "listing" }),
  "POST /merchant/listings/:id": merchant("listing:write", {
    id: "listing",
    body: ({ variant: id }) => ({ variants: [{ id, cost: 4321, stock: 3 }] }),
  }),
  "DELETE /merchant/listings/:id": merchant("listing:write", { id: "listing" }),
  "POST /merchant/listings/bulk": merchant("listing:write", {
    body: () => ({ ids: ["list_none"], is_visible: true }),
  }),
  "POST /merchant/listings/labels": merchant("listing:read", {
    body: ({ variant, foreignVariant }, actor) => ({
      items: [{ variant_id: actor === "foreignOwner" ? foreignVariant : variant, copies: 1 }],
      paper: "a4",
    }),
  }),
  "POST /merchant/listings/:id/variants": merchant("listing:write", {
    id: "listing",
    body: (_, actor) => ({ options: { Turi: actor }, cost: 9000, markup_percent: 10 }),
  }),
  "DELETE /merchant/listings/:id/variants/:variant_id": merchant("listing:write", { id: "listing" }),
  "POST /merchant/uploads": merchant("listing:write", { body: newPicture }),
  "GET /merchant/categories": merchant("listing:read"),
  "GET /merchant/orders": merchant("order:read"),
  "GET /merchant/orders/:id": merchant("order:read", { id: "order" }),
  "POST /merchant/orders/:id/confirm-payment": merchant("order:confirm", { id: "cashOrder" }),
  "POST /merchant/orders/:id/cancel": merchant("order:cancel", {
    id: "cashOrder",
    body: () => ({ reason: "mijoz so‘radi" }),
  }),
  "POST /merchant/orders/:id/fulfill": merchant("order:fulfill", { id: "paidOrder", body: () => ({}) }),
  "POST /merchant/orders/:id/deliver": merchant("order:fulfill", { id: "paidOrder", body: () => ({}) }),
  "POST /merchant/orders/seen": merchant("order:read", { body: () => ({}) }),
  "GET /merchant/unread": merchant("order:read"),
  // Without `once` it would not end.
  "GET /merchant/events": merchant("order:read", { query: "?once=true" }),
  "GET /merchant/home": merchant("company:read"),
  "POST /merchant/orders/:id/refund": merchant("order:refund", {
    id: "paidOrder",
    body: () => ({ reason: "mijoz so‘radi", amount: 100 }),
  }),
  "GET /merchant/imports": merchant("listing:write"),
  "POST /merchant/imports": merchant("listing:write", { body: newImport }),
  "GET /merchant/imports/template": merchant("listing:write"),
  "GET /merchant/imports/:id": merchant("listing:write", { id: "import" }),
  "POST /merchant/imports/:id": merchant("listing:write", {
    id: "importToCheck",
    body: () => ({ mapping: { name_uz: 0 } }),
  }),
  "GET /merchant/imports/:id/rows": merchant("listing:write", { id: "import" }),
  "GET /merchant/imports/:id/errors": merchant("listing:write", { id: "import" }),
  "POST /merchant/imports/:id/apply": merchant("listing:write", { id: "import", body: () => ({}) }),
  "POST /merchant/imports/:id/cancel": merchant("listing:write", { id: "import", body: () => ({}) }),
  "GET /merchant/exports/listings": merchant("listing:read"),
  "GET /merchant/ledger": merchant("finance:read"),
  "GET /merchant/ledger/summary": merchant("finance:read", { query: "?from=2026-11-01&to=2026-11-30" }),
  "GET /merchant/finance/summary": merchant("finance:read", { query: "?from=2026-11-01&to=2026-11-30" }),
  "GET /merchant/finance/goods": merchant("finance:read", { query: "?from=2026-11-01&to=2026-11-30" }),
  "GET /merchant/finance/slow-goods": merchant("finance:read", { query: "?from=2026-11-01&to=2026-11-30" }),
  "GET /merchant/finance/breakdown": merchant("finance:read", {
    query: "?from=2026-11-01&to=2026-11-30&by=hour",
  }),
  "GET /merchant/finance/export": merchant("finance:read", { query: "?from=2026-11-01&to=2026-11-30" }),
  "GET /merchant/sales": merchant("order:read"),
  "GET /merchant/exports/sales": merchant("order:read", { query: "?format=csv" }),
  "GET /merchant/settlements": merchant("finance:read"),
  "GET /merchant/settlements/:id": merchant("finance:read", { id: "settlement" }),
  "GET /merchant/settlements/:id/pdf": merchant("finance:read", { id: "settlement" }),
  "GET /merchant/settlements/:id/xlsx": merchant("finance:read", { id: "settlement" }),

  "GET /merchant/ratings": merchant("review:read"),
  "GET /merchant/reviews": merchant("review:read"),
  "POST /merchant/reviews/:id/reply": merchant("review:reply", {
    id: "review",
    body: () => ({ text: "Rahmat" }),
  }),
  "DELETE /merchant/reviews/:id/reply": merchant("review:reply", { id: "review" }),
  "GET /merchant/receipts": merchant("order:read"),
  "GET /merchant/receipts/:id": merchant("order:read", { id: "receipt" }),
  "GET /merchant/receipts/:id/pdf": merchant("order:read", { id: "receipt" }),
  "GET /merchant/receipts/:id/html": merchant("order:read", { id: "receipt" }),
  "GET /merchant/orders/:id/invoice": merchant("order:read", { id: "order" }),

  "GET /merchant/ads": merchant("ad:read"),
  "POST /merchant/ads": merchant("ad:write", {
    body: (_, actor) => ({ name: `Reklama ${actor}`, placement: "home_banner" }),
  }),
  "GET /merchant/ads/funds": merchant("ad:read"),
  "POST /merchant/ads/images": merchant("ad:write", { body: newAdPicture }),
  "GET /merchant/ads/:id": merchant("ad:read", { id: "ad" }),
  "POST /merchant/ads/:id": merchant("ad:write", { id: "ad", body: () => ({ name: "Bahor" }) }),
  "DELETE /merchant/ads/:id": merchant("ad:write", { id: "adDraft" }),
  "POST /merchant/ads/:id/submit": merchant("ad:write", { id: "adDraft" }),
  "POST /merchant/ads/:id/pause": merchant("ad:write", { id: "ad" }),
  "POST /merchant/ads/:id/resume": merchant("ad:write", { id: "ad" }),
  "GET /merchant/ads/:id/results": merchant("ad:read", { id: "ad" }),
  "GET /merchant/ad-placements": merchant("ad:read"),
  "GET /merchant/expenses": merchant("expense:write"),
  "POST /merchant/expenses": merchant("expense:write", { body: newExpense }),
  "GET /merchant/expenses/:id": merchant("expense:write", { id: "expense" }),
  "POST /merchant/expenses/:id": merchant("expense:write", { id: "expense", body: () => ({ amount: 90 }) }),
  "DELETE /merchant/expenses/:id": merchant("expense:write", { id: "expense" }),
  "POST /merchant/expenses/:id/approve": merchant("expense:approve", { id: "expense", body: () => ({}) }),
  "POST /merchant/expenses/:id/reject": merchant("expense:approve", {
    id: "expense",
    body: () => ({ reason: "cheki yo‘q" }),
  }),
  "POST /merchant/expenses/:id/attachments": merchant("expense:write", { id: "expense", body: newProof }),
  "GET /merchant/expenses/:id/attachments/:attachment_id": merchant("expense:write", { id: "expense" }),
  "DELETE /merchant/expenses/:id/attachments/:attachment_id": merchant("expense:write", { id: "expense" }),
  "GET /merchant/expense-categories": merchant("expense:write"),
  "POST /merchant/expense-categories": merchant("expense:manage", {
    body: (_, actor) => ({ name: `Bayram ${actor}` }),
  }),
  "POST /merchant/expense-categories/:id": merchant("expense:manage", {
    id: "expenseCategory",
    body: () => ({ is_archived: true }),
  }),
  "GET /merchant/expense-policy": merchant("expense:write"),
  "POST /merchant/expense-policy": merchant("member:write", {
    body: () => ({ limits: { manager: 500_000 } }),
  }),

  "POST /merchant/expenses/import": merchant("expense:write", { body: newExpenses, query: "?apply=true" }),
  "GET /merchant/expenses/import/template": merchant("expense:write"),
  "GET /merchant/exports/expenses": merchant("expense:write"),
  "GET /merchant/recurring-expenses": merchant("expense:read"),
  "POST /merchant/recurring-expenses": merchant("expense:manage", { body: newRecurring }),
  "POST /merchant/recurring-expenses/:id": merchant("expense:manage", {
    id: "recurringExpense",
    body: () => ({ amount: 800_000 }),
  }),
  "DELETE /merchant/recurring-expenses/:id": merchant("expense:manage", { id: "recurringExpense" }),
  "POST /merchant/recurring-expenses/:id/approve": merchant("expense:approve", {
    id: "recurringExpense",
    body: () => ({}),
  }),
  "POST /merchant/recurring-expenses/:id/reject": merchant("expense:approve", {
    id: "recurringExpense",
    body: () => ({ reason: "shartnoma yo‘q" }),
  }),
  "POST /merchant/recurring-expenses/:id/changes": merchant("expense:manage", {
    id: "recurringExpense",
    body: () => ({ period_start: today(), amount: 700_000 }),
  }),
  "DELETE /merchant/recurring-expenses/:id/changes/:period_start": merchant("expense:manage", {
    id: "recurringExpense",
  }),
  "GET /merchant/expense-budgets": merchant("expense:read", { query: "?month=2026-11" }),
  "POST /merchant/expense-budgets": merchant("expense:manage", { body: newBudget }),
  "POST /merchant/expense-budgets/copy": merchant("expense:manage", {
    body: () => ({ from: "2026-11", to: "2026-12" }),
  }),

  "GET /merchant/pos/shift": merchant("pos:sell"),
  "GET /merchant/pos/shifts": merchant("pos:sell"),
  "POST /merchant/pos/shifts": merchant("pos:sell", { body: () => ({ opening_cash: 50_000 }) }),
  "GET /merchant/pos/shifts/:id": merchant("pos:sell", { id: "shift" }),
  "POST /merchant/pos/shifts/:id/close": merchant("pos:sell", {
    id: "shift",
    body: () => ({ counted_cash: 0 }),
  }),
  "POST /merchant/pos/shifts/:id/cash": merchant("pos:sell", { id: "shift", body: newMovement }),
  "GET /merchant/pos/catalog": merchant("pos:sell"),
  "GET /merchant/pos/scan": merchant("pos:sell", { query: "?code=non" }),
  "GET /merchant/pos/sales": merchant("pos:sell"),
  "POST /merchant/pos/sales": merchant("pos:sell", { body: ({ shift }) => ({ sales: [newSale(shift)] }) }),
  "GET /merchant/pos/sales/:id": merchant("pos:sell", { id: "posSale" }),
  "POST /merchant/pos/sales/:id/settle": merchant("pos:manage", {
    id: "posReview",
    body: () => ({ action: "drop", note: "ikki marta urilgan" }),
  }),
  "POST /merchant/pos/sales/:id/return": merchant("pos:return", {
    id: "posSale",
    body: newReturn,
  }),

  "GET /static/:id": operators({ id: "privateFile" }),

  "GET /store/catalog/categories": everybody(),
  "GET /store/catalog/companies": everybody(),
  "GET /store/catalog/companies/:id": everybody({ id: "company" }),
  "GET /store/catalog/home": everybody(),
  "GET /store/catalog/products": everybody(),
  "GET /store/catalog/products/:id": everybody({ id: "product" }),
  "GET /store/companies": everybody(),
  "GET /store/companies/:id": everybody({ id: "company" }),
  "POST /store/companies/join": notForCustomers({ body: () => ({ code: "YOQ12345" }) }),
  "POST /store/companies/leave": notForCustomers({ body: ({ company }) => ({ company_id: company }) }),
  "POST /store/companies/:id/follow": customers({ id: "company", body: () => ({}) }),
  "DELETE /store/companies/:id/follow": customers({ id: "company" }),
  "GET /store/follows": customers(),
  "POST /store/checkout": {
    verdicts: all({ status: 404, code: "NOT_FOUND" }),
    body: () => ({ items: [{ variant_id: "variant_none", quantity: 1 }] }),
  },
  "GET /store/ads": everybody({ query: "?placement=home_banner" }),
  "POST /store/ads/impressions": everybody({ body: () => ({ tokens: ["x.y"] }) }),
  // The token says which ad: nobody here has one.
  "POST /store/ads/:id/click": {
    verdicts: all({ status: 400, code: "AD_TOKEN_INVALID" }),
    body: () => ({ token: "x.y" }),
  },
  "GET /store/likes": everybody(),
  "POST /store/likes": everybody({ body: ({ product }) => ({ product_id: product }) }),
  "DELETE /store/likes/:id": everybody({ id: "product" }),
  "GET /store/likes/check": everybody({ query: "?product_id=prod_none" }),
  "POST /store/likes/merge": customers({ body: () => ({}) }),
  "GET /store/products/:id/likes": everybody({ id: "product" }),
  "GET /store/like-lists": customers(),
  "POST /store/like-lists": customers({ body: () => ({ name: "Sovg‘alar" }) }),
  "GET /store/like-lists/:id": ownLikeList(),
  "POST /store/like-lists/:id": ownLikeList({ body: () => ({ name: "Uy uchun" }) }),
  "DELETE /store/like-lists/:id": ownLikeList(),
  "POST /store/like-lists/:id/items": ownLikeList({ body: ({ product }) => ({ product_id: product }) }),
  "DELETE /store/like-lists/:id/items/:product_id": ownLikeList(),
  "POST /store/like-lists/:id/share": ownLikeList({ body: () => ({}) }),
  "DELETE /store/like-lists/:id/share": ownLikeList(),
  "GET /store/companies/:id/rating": everybody({ id: "company" }),
  "POST /store/companies/:id/rating": customers({ id: "company", body: () => ({ stars: 5 }) }),
  "DELETE /store/companies/:id/rating": customers({ id: "company" }),
  "GET /store/products/:id/reviews": everybody({ id: "product" }),
  "POST /store/products/:id/reviews": customers({ id: "boughtProduct", body: () => ({ stars: 4 }) }),
  "GET /store/reviews": customers(),
  "GET /store/reviews/waiting": customers(),
  "POST /store/reviews/:id": ownReview({ body: () => ({ stars: 4 }) }),
  "DELETE /store/reviews/:id": ownReview(),
  "POST /store/reviews/:id/photos": ownReview({ body: newPicture }),
  "DELETE /store/reviews/:id/photos/:photo_id": ownReview(),
  "POST /store/reviews/:id/vote": customers({ id: "foreignReview", body: () => ({ is_helpful: true }) }),
  "POST /store/reviews/:id/report": customers({ id: "foreignReview", body: () => ({ reason: "spam" }) }),
  "GET /store/search/suggest": everybody({ query: "?q=choy" }),
  "GET /store/search/history": everybody(),
  "DELETE /store/search/history": everybody(),
  "DELETE /store/search/history/:id": { id: "search", verdicts: { ...all(NOT_FOUND), shopper: IN } },
  "GET /store/shared-lists/:token": { verdicts: all(NOT_FOUND) },
  // As in Medusa, whoever knows a cart's id may use the cart: a guest has nothing else to show.
  "GET /store/carts/:id/delivery-options": everybody({ id: "cart" }),
  "POST /store/carts/:id/complete": everybody({ id: "cart", body: () => ({}) }),
  "GET /store/order-groups": { verdicts: { ...all(UNAUTHORIZED), shopper: IN, otherShopper: IN } },
  "GET /store/order-groups/:id": { id: "group", verdicts: { ...all(NOT_FOUND), shopper: IN } },

  "GET /store/order-groups/:id/invoice": { id: "group", verdicts: { ...all(NOT_FOUND), shopper: IN } },
  "GET /store/receipts": { verdicts: { ...all(UNAUTHORIZED), shopper: IN, otherShopper: IN } },
  "GET /store/receipts/:id": ownReceipt(),
  "GET /store/receipts/:id/pdf": ownReceipt(),
  "GET /store/receipts/:id/html": ownReceipt(),
  // Open to whoever holds a receipt; here nobody does (`receipts.spec.ts` walks that way).
  "GET /store/receipts/verify/:token": { verdicts: all(NOT_FOUND) },
  "GET /receipts/verify/:token": { verdicts: all(NOT_FOUND) },
  "GET /owner/:token": { verdicts: all(NOT_FOUND) },
  "POST /owner/:token": { verdicts: all(NOT_FOUND), body: () => ({ email: "egasi@example.com" }) },

  "GET /hooks/payme": { verdicts: all(PAYME_WANTS_POST) },
  "PUT /hooks/payme": { body: paymeCall, verdicts: all(PAYME_WANTS_POST) },
  "PATCH /hooks/payme": { body: paymeCall, verdicts: all(PAYME_WANTS_POST) },
  "DELETE /hooks/payme": { verdicts: all(PAYME_WANTS_POST) },
  "POST /hooks/payme": { body: paymeCall, verdicts: all(PAYME_REFUSES) },
  "POST /hooks/click/prepare": { body: () => ({ action: 0 }), verdicts: all(CLICK_REFUSES) },
  "POST /hooks/click/complete": { body: () => ({ action: 1 }), verdicts: all(CLICK_REFUSES) },
  // A provider that is not there; with one, the signature decides (providers/stripe).
  "POST /hooks/payment/:provider": { body: () => ({ id: "evt_1" }), verdicts: all(NOT_FOUND) },
  ...uzumCalls(),
  "POST /hooks/uzum-checkout/:token": { body: () => ({ orderId: "x" }), verdicts: all(NOT_FOUND) },
}

/** Uzum's refusals are its own: 10003 for a wrong method, 10001 without its password, both with HTTP 400. */
function uzumCalls(): Record<string, Expectation> {
  const calls = ["check", "create", "confirm", "reverse", "status"]
  const routes = METHODS.flatMap((method) => calls.map((call) => `${method} /hooks/uzum/${call}`))
  return Object.fromEntries(
    routes.map((route) => [route, { body: () => ({}), verdicts: all({ status: 400 }) }])
  )
}

function paymeCall() {
  const params = {
    id: "5305e3bab097f420a62ced0b",
    time: Date.now(),
    amount: 100_000,
    account: { order_id: "1" },
  }
  return { jsonrpc: "2.0", id: 1, method: "CreateTransaction", params }
}
