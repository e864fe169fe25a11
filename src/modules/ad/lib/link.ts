import { AdErrors } from "../errors"

const MOST = 2_000
/** Control characters, and those that make a browser read an address otherwise than a person does. */
const UNREADABLE = /[\p{Cc}\p{Cf}\s\\]/u

/**
 * Where a click on an ad leads: http or https, to a host, without a user name that would pass for one.
 * @returns the address as a browser would write it
 * @throws {MedusaError} AD_LINK_WRONG
 */
export function adLink(text: string): string {
  const link = text.trim()
  if (link.length > MOST || UNREADABLE.test(link) || !/^https?:\/\//i.test(link)) {
    throw AdErrors.linkWrong()
  }
  const url = URL.parse(link)
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password || !url.hostname) {
    throw AdErrors.linkWrong()
  }
  return url.href
}
