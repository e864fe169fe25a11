import { createHash, timingSafeEqual } from "node:crypto"
import { parseBasicAuth } from "../../../lib/basic-auth"

/** The credentials of one service; both are issued by Uzum. */
export type UzumCredentials = { login: string; password: string }

/**
 * Login and password of an `Authorization` header (Uzum Merchant API 1.3), split at the first colon: a password may
 * have colons of its own.
 * @returns null when it is no strict Basic header or has no colon
 */
export function parseBasic(header: string | undefined): UzumCredentials | null {
  const parsed = parseBasicAuth(header)
  return parsed && { login: parsed.user, password: parsed.password }
}

/**
 * The services that a header may speak for (U-01). Every service is compared, by hashes, so that the time taken tells
 * nothing about which one came close.
 * @returns none for 10001; several when Uzum issued one pair for several services
 */
export function servicesOf<S extends UzumCredentials>(
  header: string | undefined,
  services: readonly S[]
): S[] {
  const given = parseBasic(header) ?? { login: "", password: "" }
  const [login, password] = [sha256(given.login), sha256(given.password)]
  return services.filter((service) => {
    const isLogin = timingSafeEqual(login, sha256(service.login))
    const isPassword = timingSafeEqual(password, sha256(service.password))
    return isLogin && isPassword && service.login !== "" && service.password !== ""
  })
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest()
}
