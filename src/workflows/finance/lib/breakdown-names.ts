import { methodName } from "../../sales/lib/payment-method"

export type LocalText = { uz: string; ru: string; en: string }

const CHANNELS: Record<string, LocalText> = {
  web: { uz: "Internet", ru: "Интернет", en: "Online" },
  pos: { uz: "Kassa", ru: "Касса", en: "Cash desk" },
}

/** By ISO: Monday is 1. */
const WEEKDAYS: Record<string, LocalText> = {
  "1": { uz: "Dushanba", ru: "Понедельник", en: "Monday" },
  "2": { uz: "Seshanba", ru: "Вторник", en: "Tuesday" },
  "3": { uz: "Chorshanba", ru: "Среда", en: "Wednesday" },
  "4": { uz: "Payshanba", ru: "Четверг", en: "Thursday" },
  "5": { uz: "Juma", ru: "Пятница", en: "Friday" },
  "6": { uz: "Shanba", ru: "Суббота", en: "Saturday" },
  "7": { uz: "Yakshanba", ru: "Воскресенье", en: "Sunday" },
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"))

/** What sales of goods without a category are called. */
export const NO_CATEGORY: LocalText = { uz: "Toifasiz", ru: "Без раздела", en: "No category" }

/** Keys that always stand in a breakdown, sold or not: an empty hour is an answer too. */
export const ALWAYS: Partial<Record<string, string[]>> = { hour: HOURS, weekday: Object.keys(WEEKDAYS) }

/** What a key means, where that is no matter of the database. */
export const NAME_OF: Partial<Record<string, (key: string) => string | LocalText>> = {
  channel: (key) => CHANNELS[key] ?? key,
  payment: methodName,
  hour: (key) => `${key}:00–${key}:59`,
  weekday: (key) => WEEKDAYS[key],
}
