import { isTiyin } from "./amount"
import { encodeFiscalDetail, FiscalDetail } from "./fiscal"

export type CheckoutLanguage = "ru" | "uz" | "en"

export type CheckoutInput = {
  /** e.g. `https://checkout.paycom.uz` (Payme Merchant API 1.2) */
  host: string
  /** Cashbox ID or its alias. */
  merchantId: string
  /** One value per account field configured in the cashbox; the names are case-sensitive. */
  account: Record<string, string>
  amountTiyin: bigint | number
  lang?: CheckoutLanguage
  /** Where the browser goes afterwards; the return is never proof of payment. */
  returnUrl?: string
  /** Milliseconds before the browser is sent back. */
  returnDelayMs?: number
}

export type CheckoutFormInput = CheckoutInput & {
  description?: string | Partial<Record<CheckoutLanguage, string>>
  detail?: FiscalDetail
}

const LANGUAGES: readonly string[] = ["ru", "uz", "en"] satisfies CheckoutLanguage[]

/**
 * The GET link to Payme's checkout page (Payme Merchant API 1.3). It is not signed: the amount must be
 * checked again in CheckPerformTransaction and CreateTransaction.
 * @throws {Error} naming what cannot be put into a link, e.g. a value with `;`, for which no escape is
 * documented
 */
export function checkoutUrl(input: CheckoutInput): string {
  const account = Object.entries(input.account)
  const amount = checked(input)
  refuseSeparator("merchant id", input.merchantId)
  refuseSeparator("return URL", input.returnUrl ?? "")
  for (const [field, value] of account) {
    refuseSeparator(`account.${field}`, value)
  }
  const pairs = [
    `m=${input.merchantId}`,
    ...account.map(([field, value]) => `ac.${field}=${value}`),
    `a=${amount}`,
    input.lang && `l=${input.lang}`,
    input.returnUrl && `c=${input.returnUrl}`,
    input.returnDelayMs !== undefined && `ct=${input.returnDelayMs}`,
  ]
  const text = pairs.filter(Boolean).join(";")
  return `${withoutSlash(input.host)}/${Buffer.from(text, "utf8").toString("base64")}`
}

/**
 * The POST form to Payme's checkout page (Payme Merchant API 1.4): the only link that carries fiscal
 * `detail`. Its values have no separator, so `;` is allowed here.
 * @returns where to post, and the hidden inputs by name; the caller escapes them for HTML
 * @throws {Error} naming the wrong part
 */
export function checkoutForm(input: CheckoutFormInput): { action: string; fields: Record<string, string> } {
  const fields: Record<string, string> = { merchant: input.merchantId, amount: checked(input) }
  for (const [field, value] of Object.entries(input.account)) {
    fields[`account[${field}]`] = value
  }
  if (input.lang) {
    fields.lang = input.lang
  }
  if (input.returnUrl) {
    fields.callback = input.returnUrl
  }
  if (input.returnDelayMs !== undefined) {
    fields.callback_timeout = String(input.returnDelayMs)
  }
  if (typeof input.description === "string") {
    fields.description = input.description
  }
  for (const [lang, text] of typeof input.description === "object" ? Object.entries(input.description) : []) {
    fields[`description[${lang}]`] = text
  }
  if (input.detail) {
    fields.detail = encodeFiscalDetail(input.detail)
  }
  return { action: withoutSlash(input.host), fields }
}

/** What a link and a form have in common; returns the amount as text. */
function checked(input: CheckoutInput): string {
  const amount = Number(input.amountTiyin)
  if (!isTiyin(amount)) {
    throw new Error(`Payme amount must be a whole number of tiyin above zero, not ${input.amountTiyin}`)
  }
  if (!/^https?:\/\/[^/]/.test(input.host)) {
    throw new Error(`Payme checkout host must be an http(s) address, not "${input.host}"`)
  }
  if (input.merchantId.trim() === "") {
    throw new Error("Payme merchant id is empty")
  }
  const account = Object.entries(input.account)
  if (account.length === 0) {
    throw new Error("Payme account needs at least one field")
  }
  for (const [field, value] of account) {
    if (!/^[^\s;=[\]]+$/.test(field)) {
      throw new Error(`"${field}" cannot be the name of a Payme account field`)
    }
    if (value.trim() === "") {
      throw new Error(`Payme account.${field} is empty`)
    }
  }
  if (input.lang !== undefined && !LANGUAGES.includes(input.lang)) {
    throw new Error(`Payme checkout speaks ru, uz and en, not "${input.lang}"`)
  }
  const delay = input.returnDelayMs ?? 0
  if (!Number.isSafeInteger(delay) || delay < 0) {
    throw new Error(`Payme return delay must be whole milliseconds, not ${input.returnDelayMs}`)
  }
  return String(amount)
}

function refuseSeparator(name: string, value: string): void {
  if (value.includes(";")) {
    throw new Error(`Payme ${name} must not contain ";": it separates the parts of a checkout link`)
  }
}

function withoutSlash(host: string): string {
  return host.replace(/\/+$/, "")
}
