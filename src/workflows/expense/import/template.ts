import { Language, Messages } from "../../../documents"
import { Cell } from "../../../modules/exchange/lib/fields"
import { STANDARD_CATEGORIES, StandardCategory } from "../../../modules/expense/lib/categories"
import { dayOf } from "../../../modules/ledger/lib/period"
import { FileFormat, sheetFile } from "../../exchange/lib/sheet-file"
import { Field, FIELDS, HEADERS, Method, METHOD_NAMES } from "./lib/fields"

/** Name of the sheet of expenses. */
export const SHEET: Record<Language, string> = { uz: "Xarajatlar", ru: "Расходы", en: "Expenses" }

/** A day as sheets of all our languages take it: `21.11.2026`. */
export const shownDay = (day: string): string => day.split("-").reverse().join(".")

type Sample = { amount: number; category: StandardCategory; method: Method; text: "rent" | "lunch" }
const SAMPLES: Sample[] = [
  { amount: 3_500_000, category: "rent", method: "transfer", text: "rent" },
  { amount: 125_000.5, category: "other", method: "cash", text: "lunch" },
]
const TEXTS: Messages<"rent_payee" | "rent_note" | "lunch_payee" | "lunch_note"> = {
  uz: {
    rent_payee: "Bino egasi",
    rent_note: "Do‘kon ijarasi",
    lunch_payee: "Choyxona",
    lunch_note: "Xodimlar tushligi",
  },
  ru: {
    rent_payee: "Хозяин помещения",
    rent_note: "Аренда магазина",
    lunch_payee: "Чайхана",
    lunch_note: "Обед сотрудников",
  },
  en: { rent_payee: "Landlord", rent_note: "Shop rent", lunch_payee: "Tea house", lunch_note: "Staff lunch" },
}

/** A sheet with the headers of an import, and two rows that show how it is filled in. */
export function templateFile({
  format,
  language,
}: {
  format: FileFormat
  language: Language
}): Promise<Buffer> {
  const day = shownDay(dayOf(new Date()))
  const lines = SAMPLES.map(({ amount, category, method, text }): Cell[] => {
    const row: Record<Field, Cell> = {
      day,
      amount,
      category: STANDARD_CATEGORIES[category].name[language],
      payee: TEXTS[language][`${text}_payee`],
      payment_method: METHOD_NAMES[language][method],
      note: TEXTS[language][`${text}_note`],
    }
    return FIELDS.map((field) => row[field])
  })
  return sheetFile(
    [FIELDS.map((field) => HEADERS[language][field]), ...lines],
    format,
    language,
    SHEET[language]
  )
}
