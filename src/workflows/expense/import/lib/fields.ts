import { Messages } from "../../../../documents"

/** What a column of an import of expenses can mean, in the order of the template's columns. */
export const FIELDS = ["day", "amount", "category", "payee", "payment_method", "note"] as const
export type Field = (typeof FIELDS)[number]
export const REQUIRED: readonly Field[] = ["day", "amount", "category"]

/** Rows that one file of expenses may have. */
export const ROWS_MAX = 5_000

/** Headers of template and export; each is recognised as its field (a unit test compares). */
export const HEADERS: Messages<Field> = {
  uz: {
    day: "Sana",
    amount: "Summa",
    category: "Toifa",
    payee: "Kimga",
    payment_method: "To‘lov usuli",
    note: "Izoh",
  },
  ru: {
    day: "Дата",
    amount: "Сумма",
    category: "Категория",
    payee: "Кому",
    payment_method: "Способ оплаты",
    note: "Комментарий",
  },
  en: {
    day: "Date",
    amount: "Amount",
    category: "Category",
    payee: "Payee",
    payment_method: "Payment method",
    note: "Note",
  },
}

/** Other headers that people's own sheets have; compared as `normalHeader` leaves them. */
export const OTHER_HEADERS: Record<Field, string[]> = {
  day: ["kun", "kuni", "sanasi", "xarajat sanasi", "сана", "день", "дата расхода", "day", "expense date"],
  amount: ["miqdor", "pul", "xarajat summasi", "сумма расхода", "расход", "total", "summasi"],
  category: [
    "turi",
    "xarajat turi",
    "kategoriya",
    "bo‘lim",
    "статья",
    "статья расхода",
    "вид расхода",
    "тип",
    "type",
    "kind",
  ],
  payee: [
    "oluvchi",
    "kimga to‘langan",
    "получатель",
    "поставщик",
    "контрагент",
    "paid to",
    "supplier",
    "vendor",
  ],
  payment_method: [
    "to‘lov",
    "to‘lov turi",
    "оплата",
    "вид оплаты",
    "тип оплаты",
    "payment",
    "paid by",
    "method",
  ],
  note: [
    "tavsif",
    "eslatma",
    "nima uchun",
    "примечание",
    "описание",
    "заметка",
    "comment",
    "description",
    "details",
  ],
}

export const METHODS = ["cash", "card", "transfer", "other"] as const
export type Method = (typeof METHODS)[number]

/** How ways of paying are called in template and export. */
export const METHOD_NAMES: Messages<Method> = {
  uz: { cash: "Naqd", card: "Karta", transfer: "O‘tkazma", other: "Boshqa" },
  ru: { cash: "Наличные", card: "Карта", transfer: "Перечисление", other: "Другое" },
  en: { cash: "Cash", card: "Card", transfer: "Transfer", other: "Other" },
}

/** Other words for them. */
export const METHOD_WORDS: Record<Method, string[]> = {
  cash: ["naqd pul", "naqdda", "наличными", "нал", "наличка", "cash money"],
  card: [
    "plastik",
    "plastik karta",
    "karta orqali",
    "картой",
    "пластик",
    "пластиковая карта",
    "humo",
    "uzcard",
  ],
  transfer: [
    "pul o‘tkazish",
    "o‘tkazish",
    "bank",
    "bank orqali",
    "перевод",
    "переводом",
    "безналичные",
    "безнал",
    "банк",
    "bank transfer",
    "wire",
  ],
  other: ["boshqacha", "прочее", "иное"],
}
