import { randomBytes } from "node:crypto"
import { readToken, signToken } from "../../../../lib/signed-token"
import { AdLanguage } from "../target"
import { ShowableAd } from "./types"

/** An impression is reported soon after the answer; a click may come as long as the page stands open. */
const LIFE_MS = { impression: 30 * 60_000, click: 24 * 3_600_000 }
/** Tokens that were counted are known this long: nothing older is taken. */
export const LONGEST_LIFE_MS = LIFE_MS.click

const PURPOSE = { impression: "ad-impression", click: "ad-click" }
export type TokenKind = keyof typeof PURPOSE

/** Short names: it is in every answer. */
type Payload = {
  /** Nonce. */
  n: string
  /** Ad. */
  a: string
  p: string
  /** Visitor, or customer where there is no visitor. */
  v: string
  /** Price in tiyin, and what it is for. */
  c: number
  m: "cpm" | "cpc"
  /** Language that the ad was shown in. */
  l: AdLanguage
  /** End of its life, in seconds. */
  e: number
}

export type AdToken = {
  nonce: string
  ad_id: string
  placement: string
  viewer: string
  price_model: "cpm" | "cpc"
  price_tiyin: number
  locale: AdLanguage
}

const PROCESS = randomBytes(9).toString("base64url")
let serial = 0

/** A token for one showing of one ad to one viewer, at the price of this moment. */
export function makeAdToken(
  secret: string,
  kind: TokenKind,
  ad: ShowableAd,
  showing: { viewer: string; locale: AdLanguage; now: number }
): string {
  serial++
  const payload: Payload = {
    n: `${PROCESS}${serial.toString(36)}`,
    a: ad.id,
    p: ad.placement,
    v: showing.viewer,
    c: ad.price_tiyin,
    m: ad.price_model,
    l: showing.locale,
    e: Math.ceil((showing.now + LIFE_MS[kind]) / 1_000),
  }
  return signToken(secret, PURPOSE[kind], payload)
}

/** What a token of ours says while it lives; undefined for any other text, and for another kind of token. */
export function readAdToken(
  secret: string,
  kind: TokenKind,
  token: unknown,
  now: number
): AdToken | undefined {
  const payload = readToken<Payload>(secret, PURPOSE[kind], token)
  if (!payload || payload.e * 1_000 < now) {
    return undefined
  }
  return {
    nonce: payload.n,
    ad_id: payload.a,
    placement: payload.p,
    viewer: payload.v,
    price_model: payload.m,
    price_tiyin: payload.c,
    locale: payload.l,
  }
}
