import { MOST_LETTERS } from "./limits"

/**
 * What people type into a search field by mistake: their own e-mail address, telephone, passport, card or tax number.
 */

const EMAIL = /[^\s@]+\s?@\s?[^\s@]+|\bmailto:/i
const ADDRESS = /\b(?:https?:\/\/|www\.|t\.me\/)/i
/** Two letters and seven digits: a passport or an identity card. */
const PASSPORT = /(?<![\p{L}\p{N}])\p{L}{2}[\s№-]?\d{7}(?!\d)/u
/** Digits with what people write between them. */
const DIGITS = /\d(?:[\s().+\-–]{0,2}\d)*/g
/** Digits of a barcode: EAN-8, UPC-A, EAN-13. */
const BARCODE_LENGTHS = [8, 12, 13]
/** A local telephone has nine digits, and so has a tax number. */
const LEAST_PERSONAL = 9

/** The last digit of a barcode follows from the others (GS1 General Specifications, 7.9). */
function isBarcode(digits: string): boolean {
  if (!BARCODE_LENGTHS.includes(digits.length) || /^998/.test(digits)) {
    return false
  }
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 ? 3 : 1), 0)
  return sum % 10 === 0
}

const numbersIn = (text: string) => (text.match(DIGITS) ?? []).map((found) => found.replace(/\D/g, ""))

/**
 * Whether a text may be a person's own: it is not written down at all, only counted. A barcode is not.
 * @param text in any spelling
 */
export function isPrivateText(text: string): boolean {
  const plain = text.normalize("NFKC")
  return (
    EMAIL.test(plain) ||
    PASSPORT.test(plain) ||
    numbersIn(plain).some((digits) => digits.length >= LEAST_PERSONAL && !isBarcode(digits))
  )
}

/** Digits in a row of a text that others are shown: sizes and models have fewer. */
const MOST_SHOWN_DIGITS = 6

/**
 * Whether others may be shown a text, apart from how many have asked for it: stricter than `isPrivateText`, because nobody
 * misses a number among suggestions.
 */
export function mayBeShown(text: string): boolean {
  const plain = text.normalize("NFKC").trim()
  return (
    plain.length >= 2 &&
    plain.length <= MOST_LETTERS &&
    /\p{L}/u.test(plain) &&
    !plain.includes("@") &&
    !ADDRESS.test(plain) &&
    !isPrivateText(plain) &&
    numbersIn(plain).every((digits) => digits.length <= MOST_SHOWN_DIGITS)
  )
}
