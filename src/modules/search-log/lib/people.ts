import { createHmac } from "node:crypto"
import { networkOf } from "../../../lib/network"

/**
 * How the log tells people, and the networks that they come over, apart. It is for counting: nothing is ever looked up by it but
 * to forget it. Ids and addresses are few enough to be tried one after another, so a hash needs the server's secret; a new secret
 * makes old rows nobody's.
 */
export function keyedHash(secret: string, kind: "owner" | "network", text: string): string {
  return createHmac("sha256", `search-${kind}:${secret}`).update(text).digest("hex").slice(0, 32)
}

/**
 * The block of addresses that one comes from: /24, of IPv6 /48, because smaller ones are to be had by the dozen.
 * @returns null where no address is known
 */
export function blockOf(address: string | undefined): string | null {
  const network = networkOf(address)
  const [separator, parts] = network.includes(":") ? [":", 3] : [".", 3]
  return network === "" ? null : network.split(separator).slice(0, parts).join(separator)
}
