/**
 * Tells a scanner from a person. A scanner is a keyboard that types a whole code within a blink and ends it with Enter; it
 * does not know which field has the focus. Fed with every key of the page, this says when such a burst has ended.
 */

/** Between two keys of a scanner; the fastest typist needs some 60 ms. */
const GAP_MS = 40
const SHORTEST = 5

export type Burst = { text: string; at: number }

export const noBurst: Burst = { text: "", at: -Infinity }

/** The burst after a key; a pause begins a new one. `key` is a printable character. */
export function typedInto(burst: Burst, key: string, at: number): Burst {
  return { text: at - burst.at <= GAP_MS ? burst.text + key : key, at }
}

/** The scanned code, when Enter ended a burst; null when a person has typed. */
export function scanned(burst: Burst, at: number): string | null {
  return burst.text.length >= SHORTEST && at - burst.at <= GAP_MS * 2 ? burst.text : null
}
