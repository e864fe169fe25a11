import { createHash, timingSafeEqual } from "node:crypto"
import { parseBasicAuth } from "../../../lib/basic-auth"

/** A secret as configured: the text itself, or the SHA-256 of its UTF-8 bytes in hex. */
export type CashboxSecret = string | { sha256: string }

/** One merchant account at Payme ("касса"); a market may have several. */
export type Cashbox = {
  id: string
  merchant_id: string
  key: CashboxSecret
  test_key?: CashboxSecret
  /**
   * Accept `test_key` as well; off, whoever holds it could pay live orders through the public test site
   * (P-05).
   */
  sandbox: boolean
}

/**
 * Login and key of an `Authorization` header (Payme Merchant API 1.7). The text is split at the first colon,
 * because keys contain colons.
 * @returns null when it is no strict Basic header, has no colon, or the key is empty
 */
export function parseBasic(header: string | undefined): { login: string; key: string } | null {
  const parsed = parseBasicAuth(header)
  return parsed && parsed.password !== "" ? { login: parsed.user, key: parsed.password } : null
}

/**
 * The cash box whose key the header carries (Payme Merchant API 1.7; P-01 to P-06). Every key of every cash
 * box is compared, by its hash, so the time taken tells nothing about which one came close.
 * @param options.login configured login, compared exactly; in practice "Paycom"
 * @returns null for -32504
 */
export function authenticateCashbox<C extends Cashbox>(
  header: string | undefined,
  cashboxes: readonly C[],
  options: { login: string }
): C | null {
  const credentials = parseBasic(header)
  if (!credentials) {
    return null
  }
  const presented = sha256(credentials.key)
  const isLogin = timingSafeEqual(sha256(credentials.login), sha256(options.login))
  let found: C | null = null
  for (const cashbox of cashboxes) {
    const isKey = matches(presented, cashbox.key)
    const isTestKey = cashbox.test_key !== undefined && matches(presented, cashbox.test_key)
    if ((isKey || (isTestKey && cashbox.sandbox)) && found === null) {
      found = cashbox
    }
  }
  return isLogin ? found : null
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest()
}

function matches(presented: Buffer, secret: CashboxSecret): boolean {
  const expected = typeof secret === "string" ? sha256(secret) : Buffer.from(secret.sha256, "hex")
  return expected.length === presented.length && timingSafeEqual(presented, expected)
}
