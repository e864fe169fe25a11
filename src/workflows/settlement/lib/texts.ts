import { Language, Messages } from "../../../documents"

/** What a statement says, in the three languages of the market. */
const TEXTS = {
  uz: {
    title: "Hisob-kitob hisoboti",
    period: "Davr",
    company: "Korxona",
    market: "Bozor operatori",
    tax_id: "STIR / JShShIR",
    bank: "Hisob raqami / MFO",
    address: "Manzil",
    status: "Holati",
    closed: "to‘lovni kutmoqda",
    carried: "keyingi davrga o‘tkazildi",
    paid: "to‘landi",
    proof: "To‘lov hujjati",
    opening: "Davr boshiga qoldiq",
    sales: "Sotuvlar",
    commission: "Bozor komissiyasi (QQS bilan)",
    refunds: "Xaridorlarga qaytarildi",
    ad_spend: "Reklama",
    received: "Korxona kassasida qabul qilingan",
    paid_out: "To‘lab berilgan",
    closing: "Davr oxiriga qoldiq",
    payout: "Ushbu hisobot bo‘yicha to‘lanadi",
    date: "Sana",
    kind: "Amal",
    document: "Hujjat",
    amount: "Summa",
    currency: "Valyuta",
    sale: "Sotuv",
    refund: "Qaytarish",
    payout_line: "To‘lov",
    more_lines: "Qolgan qatorlar XLSX faylda",
  },
  ru: {
    title: "Отчёт о взаиморасчётах",
    period: "Период",
    company: "Компания",
    market: "Оператор рынка",
    tax_id: "СТИР / ПИНФЛ",
    bank: "Расчётный счёт / МФО",
    address: "Адрес",
    status: "Состояние",
    closed: "ожидает выплаты",
    carried: "перенесён на следующий период",
    paid: "выплачен",
    proof: "Платёжный документ",
    opening: "Остаток на начало",
    sales: "Продажи",
    commission: "Комиссия рынка (с НДС)",
    refunds: "Возвращено покупателям",
    ad_spend: "Реклама",
    received: "Принято в кассе компании",
    paid_out: "Выплачено",
    closing: "Остаток на конец",
    payout: "К выплате по этому отчёту",
    date: "Дата",
    kind: "Операция",
    document: "Документ",
    amount: "Сумма",
    currency: "Валюта",
    sale: "Продажа",
    refund: "Возврат",
    payout_line: "Выплата",
    more_lines: "Остальные строки в файле XLSX",
  },
  en: {
    title: "Settlement statement",
    period: "Period",
    company: "Company",
    market: "Market operator",
    tax_id: "STIR / PINFL",
    bank: "Account / MFO",
    address: "Address",
    status: "Status",
    closed: "awaits payment",
    carried: "carried to the next period",
    paid: "paid",
    proof: "Proof of payment",
    opening: "Opening balance",
    sales: "Sales",
    commission: "Market commission (VAT included)",
    refunds: "Refunded to buyers",
    ad_spend: "Advertising",
    received: "Received at the company's own desk",
    paid_out: "Paid out",
    closing: "Closing balance",
    payout: "To be paid by this statement",
    date: "Date",
    kind: "Operation",
    document: "Document",
    amount: "Amount",
    currency: "Currency",
    sale: "Sale",
    refund: "Refund",
    payout_line: "Payout",
    more_lines: "Further lines are in the XLSX file",
  },
}

export type StatementTexts = typeof TEXTS.en
const CHECKED: Messages<keyof StatementTexts> = TEXTS

export function statementTexts(language: Language): StatementTexts {
  return CHECKED[language]
}

/** A ledger transaction's kind in words. */
export function kindText(kind: string, texts: StatementTexts): string {
  const names: Record<string, string> = {
    sale: texts.sale,
    commission: texts.commission,
    refund: texts.refund,
    payout: texts.payout_line,
    ad_spend: texts.ad_spend,
  }
  return names[kind] ?? kind
}

/** A statement's figures, in the order they are read, with the sign they have in the sum. */
export const FIGURES = [
  ["opening", "opening_tiyin", 1],
  ["sales", "sales_tiyin", 1],
  ["commission", "commission_tiyin", -1],
  ["refunds", "refunds_tiyin", -1],
  ["ad_spend", "ad_spend_tiyin", -1],
  ["received", "received_tiyin", -1],
  ["paid_out", "paid_out_tiyin", -1],
  ["closing", "closing_tiyin", 1],
  ["payout", "payout_tiyin", 1],
] as const
