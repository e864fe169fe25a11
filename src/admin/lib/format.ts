import { Lang } from "../i18n/languages"

/** Numbers, money and dates as people here write them. Days and hours are Tashkent's, wherever the reader sits. */

const ZONE = "Asia/Tashkent"
/** A no-break space, so that a sum never breaks over two lines. */
const SPACE = "\u00a0"
const CURRENCY: Record<Lang, string> = { uz: "so‘m", ru: "сум", en: "so‘m" }

function parts(date: string | number | Date): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
  return Object.fromEntries(format.formatToParts(new Date(date)).map(({ type, value }) => [type, value]))
}

/** 1234567.5 → "1 234 567,5" ("1 234 567.5" in English); at most two decimals. */
export function groupDigits(value: number, lang: Lang): string {
  const [whole, decimals] = (Math.round(Math.abs(value) * 100) / 100).toString().split(".")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, SPACE)
  const tail = decimals ? `${lang === "en" ? "." : ","}${decimals}` : ""
  return `${value < 0 ? "−" : ""}${grouped}${tail}`
}

/** `2026-11-21`, the day in Tashkent. */
export function dayOf(date: string | number | Date): string {
  const { year, month, day } = parts(date)
  return `${year}-${month}-${day}`
}

export function formatters(lang: Lang) {
  const number = (value: number) => groupDigits(value, lang)
  const date = (value: string | number | Date) => {
    const { day, month, year } = parts(value)
    return `${day}.${month}.${year}`
  }
  const time = (value: string | number | Date) => {
    const { hour, minute } = parts(value)
    return `${hour}:${minute}`
  }
  return {
    number,
    /** Amount in whole so'm with the currency's name. */
    money: (value: number) => `${number(value)}${SPACE}${CURRENCY[lang]}`,
    percent: (value: number) => `${number(value)}${SPACE}%`,
    date,
    time,
    dateTime: (value: string | number | Date) => `${date(value)} ${time(value)}`,
  }
}
