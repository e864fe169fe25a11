import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { tashkentParts } from "../lib/time"
import { Language } from "./language"

/** Keeps an amount on one line, and every font has it (the narrow one is missing in Roboto). */
const SPACE = "\u00a0"

const SUM: Record<Language, string> = { uz: "so‘m", ru: "сум", en: "UZS" }

/** `-1234567.5` as `−1 234 567,50`: groups of three; hundredths only where there are any, or always when asked. */
function grouped(hundredths: BigNumberInput, language: Language, isAlwaysExact: boolean): string {
  const amount = MathBN.div(hundredths, 100)
  const digits = isAlwaysExact || !amount.isInteger() ? 2 : 0
  const [whole, part] = amount.abs().toFixed(digits).split(".")
  const sign = amount.isNegative() && !amount.isZero() ? "−" : ""
  const point = language === "en" ? "." : ","
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, SPACE)}${part ? `${point}${part}` : ""}`
}

/**
 * An amount without its currency, for the cells of a table.
 * @param hundredths tiyin, or the hundredths of another currency
 */
export function formatAmount(hundredths: BigNumberInput, currencyCode: string, language: Language): string {
  return grouped(hundredths, language, currencyCode.toLowerCase() !== "uzs")
}

/** An amount with its currency: `12 500 so‘m`, `12 500 сум`, `99.90 USD`. */
export function formatMoney(hundredths: BigNumberInput, currencyCode: string, language: Language): string {
  const unit = currencyCode.toLowerCase() === "uzs" ? SUM[language] : currencyCode.toUpperCase()
  return `${formatAmount(hundredths, currencyCode, language)}${SPACE}${unit}`
}

/** A quantity or a per cent as people write it: `2`, `1,5`. */
export function formatNumber(value: BigNumberInput, language: Language): string {
  const text = MathBN.convert(value).toFixed()
  return language === "en" ? text : text.replace(".", ",")
}

/** `21.11.2026` in Tashkent. */
export function formatDate(at: Date): string {
  const { year, month, day } = tashkentParts(at)
  return `${day}.${month}.${year}`
}

/** `21.11.2026 08:15` in Tashkent. */
export function formatTime(at: Date): string {
  const { hour, minute } = tashkentParts(at)
  return `${formatDate(at)} ${hour}:${minute}`
}
