import { MathBN } from "@medusajs/framework/utils"
import { Language, Messages } from "../../../documents"
import { tashkentParts } from "../../../lib/time"
import { Cell } from "../../../modules/exchange/lib/fields"
import { JournalRow } from "../types"
import { methodName } from "./payment-method"

const FIELDS = [
  "at",
  "kind",
  "channel",
  "short_code",
  "receipt",
  "goods",
  "quantity",
  "delivery",
  "total",
  "currency",
  "payment",
  "cashier",
  "customer",
  "phone",
  "profit",
] as const
type Field = (typeof FIELDS)[number]

const HEADERS: Messages<Field> = {
  uz: {
    at: "Vaqti",
    kind: "Turi",
    channel: "Qayerda",
    short_code: "Buyurtma kodi",
    receipt: "Chek raqami",
    goods: "Tovarlar",
    quantity: "Soni",
    delivery: "Yetkazish",
    total: "Summa",
    currency: "Valyuta",
    payment: "To‘lov",
    cashier: "Kassir",
    customer: "Xaridor",
    phone: "Telefon",
    profit: "Foyda",
  },
  ru: {
    at: "Время",
    kind: "Вид",
    channel: "Где",
    short_code: "Код заказа",
    receipt: "Номер чека",
    goods: "Товары",
    quantity: "Количество",
    delivery: "Доставка",
    total: "Сумма",
    currency: "Валюта",
    payment: "Оплата",
    cashier: "Кассир",
    customer: "Покупатель",
    phone: "Телефон",
    profit: "Прибыль",
  },
  en: {
    at: "Time",
    kind: "Kind",
    channel: "Where",
    short_code: "Order code",
    receipt: "Receipt number",
    goods: "Goods",
    quantity: "Quantity",
    delivery: "Delivery",
    total: "Amount",
    currency: "Currency",
    payment: "Payment",
    cashier: "Cashier",
    customer: "Customer",
    phone: "Telephone",
    profit: "Profit",
  },
}

/** Words of the file itself. */
export const SALES_WORDS: Messages<"sheet" | "sale" | "refund" | "web" | "pos"> = {
  uz: { sheet: "Sotuvlar", sale: "Sotuv", refund: "Qaytarish", web: "Internet", pos: "Kassa" },
  ru: { sheet: "Продажи", sale: "Продажа", refund: "Возврат", web: "Интернет", pos: "Касса" },
  en: { sheet: "Sales", sale: "Sale", refund: "Refund", web: "Online", pos: "Cash desk" },
}

/** Columns of the journal's file, for those who may see profit and for those who may not. */
const fieldsOf = (showsProfit: boolean) => FIELDS.filter((field) => showsProfit || field !== "profit")

export function salesHeader(language: Language, showsProfit: boolean): string[] {
  return fieldsOf(showsProfit).map((field) => HEADERS[language][field])
}

/** An entry as a line of the file; its time is Tashkent's, and of a refund the money is negative. */
export function salesLine(row: JournalRow, language: Language): Cell[] {
  const words = SALES_WORDS[language]
  const cells: Record<Field, Cell | null> = {
    at: timeOf(row.at),
    kind: words[row.kind],
    channel: words[row.channel],
    short_code: row.short_code,
    receipt: row.receipt_number,
    goods: row.lines
      .map(({ title, quantity }) => (quantity === null ? title : `${title} × ${quantity}`))
      .join("; "),
    quantity: MathBN.sum(0, ...row.lines.map(({ quantity }) => quantity ?? 0)).toNumber(),
    delivery: Number(row.delivery),
    total: Number(row.total),
    currency: row.currency_code.toUpperCase(),
    payment: row.payments.map((payment) => paymentText(payment, row.payments.length, language)).join("; "),
    cashier: row.cashier_name,
    customer: row.customer_name,
    phone: row.customer_phone,
    profit: row.profit === undefined ? null : Number(row.profit),
  }
  return fieldsOf(row.profit !== undefined).map((field) => cells[field] ?? "")
}

function timeOf(at: Date): string {
  const { year, month, day, hour, minute } = tashkentParts(at)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

const paymentText = ({ method, amount }: JournalRow["payments"][number], of: number, language: Language) =>
  of === 1 ? methodName(method)[language] : `${methodName(method)[language]}: ${amount}`
