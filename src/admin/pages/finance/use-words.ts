import { methodName } from "../../../workflows/sales/lib/payment-method"
import { useText } from "../../lib/text"
import { Names, Span } from "./lib/types"

/** Words and short figures that every part of the finance pages uses. */
export function useWords() {
  const text = useText()
  const { t, lang, number, date } = text
  const day = (value: string) => date(`${value}T00:00:00+05:00`)
  /** "01.11" where the year says itself. */
  const dayShort = (value: string) => day(value).slice(0, 5)
  return {
    ...text,
    /** Whole so'm: hundredths come from old books and from spreading a rent over days, and nobody reads them at a glance. */
    money: (value: number) => text.money(Math.round(value)),
    day,
    dayShort,
    /** "01.11.2026 – 30.11.2026"; one day stands alone. */
    span: ({ from, to }: Span) => (from === to ? day(from) : `${day(from)} – ${day(to)}`),
    spanShort: ({ from, to }: Span) => (from === to ? dayShort(from) : `${dayShort(from)}–${dayShort(to)}`),
    /** "11.2026" */
    month: (value: string) => day(value).slice(3),
    /** 12 345 678 → "12,3 mln", for axes and small places. */
    short: (value: number) => {
      const size = Math.abs(value)
      return size >= 1e6
        ? t("home.million", { value: number(Math.round(value / 1e5) / 10) })
        : size >= 1e3
          ? t("home.thousand", { value: number(Math.round(value / 1e3)) })
          : number(Math.round(value))
    },
    nameOf: (name: string | Names) => (typeof name === "string" ? name : name[lang]),
    methodName: (method: string) => methodName(method)[lang],
  }
}
