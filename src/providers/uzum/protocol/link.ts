export type ServiceLink = {
  /** e.g. `https://www.uzumbank.uz/open-service` (Uzum Merchant API 1.2) */
  base: string
  serviceId: number
  /** The account field agreed for the service, and what it names. */
  account: { field: string; value: string }
  /** Leave it out where the unit of this parameter is not confirmed: `/create` checks the amount anyway. */
  amountTiyin?: number
  /** Where the browser goes afterwards; the return is never proof of payment (U-40). */
  redirectUrl?: string
}

/** Names that the link itself uses: an account field of that name would be read as something else. */
const RESERVED = ["serviceId", "amount", "redirectUrl"]

/**
 * The link that opens the shop's service in the Uzum Bank app. It is not signed: `/create` checks the amount.
 * @throws {Error} naming what cannot be put into a link
 */
export function openServiceUrl({ base, serviceId, account, amountTiyin, redirectUrl }: ServiceLink): string {
  if (!/^https?:\/\/[^/?#]/.test(base)) {
    throw new Error(`Uzum's service page must be an http(s) address, not "${base}"`)
  }
  if (!Number.isSafeInteger(serviceId) || serviceId <= 0) {
    throw new Error(`Uzum service id must be a whole number above zero, not ${serviceId}`)
  }
  if (account.field.trim() === "" || RESERVED.includes(account.field)) {
    throw new Error(`"${account.field}" cannot be the name of an Uzum account field`)
  }
  if (account.value.trim() === "") {
    throw new Error(`Uzum account ${account.field} is empty`)
  }
  if (amountTiyin !== undefined && (!Number.isSafeInteger(amountTiyin) || amountTiyin <= 0)) {
    throw new Error(`Uzum amount must be a whole number of tiyin above zero, not ${amountTiyin}`)
  }
  const pairs: Array<[string, string]> = [
    ["serviceId", String(serviceId)],
    [account.field, account.value],
  ]
  if (amountTiyin !== undefined) {
    pairs.push(["amount", String(amountTiyin)])
  }
  if (redirectUrl) {
    pairs.push(["redirectUrl", redirectUrl])
  }
  const query = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return `${base}${base.includes("?") ? "&" : "?"}${query.join("&")}`
}
