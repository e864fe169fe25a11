import type { Lang } from "../../../i18n/languages"
import { Company, DeliveryOption, Notes } from "./types"

/** What the forms of the settings hold, and how it is sent. Pure, so that it is tested without a browser. */

const orNull = (text: string) => text.trim() || null
const digitsOf = (text: string) => text.replace(/\s/g, "")

export const profileOf = ({ name, phone, email, address, logo_url }: Company) => ({
  name,
  phone,
  email: email ?? "",
  address: address ?? "",
  logo_url: logo_url ?? "",
})
export const profileBody = (draft: ReturnType<typeof profileOf>) => ({
  name: draft.name.trim(),
  phone: draft.phone.trim(),
  email: orNull(draft.email),
  address: orNull(draft.address),
  logo_url: orNull(draft.logo_url),
})

const textsOf = (notes: Notes): Record<Lang, string> => ({
  uz: notes?.uz ?? "",
  ru: notes?.ru ?? "",
  en: notes?.en ?? "",
})
const notesBody = ({ uz, ru, en }: Record<Lang, string>) =>
  [uz, ru, en].some((text) => text.trim()) ? { uz: orNull(uz), ru: orNull(ru), en: orNull(en) } : null

export const notesOf = ({ payment_notes, opening_hours }: Company) => ({
  payment_notes: textsOf(payment_notes),
  opening_hours: textsOf(opening_hours),
})
export const allNotesBody = (draft: ReturnType<typeof notesOf>) => ({
  payment_notes: notesBody(draft.payment_notes),
  opening_hours: notesBody(draft.opening_hours),
})

export const requisitesOf = (company: Company) => ({
  legal_name: company.legal_name ?? "",
  tax_id_type: (company.tax_id_type ?? "") as "" | "stir" | "pinfl",
  tax_id: company.tax_id ?? "",
  is_vat_payer: company.is_vat_payer ?? false,
  bank_account: company.bank_account ?? "",
  bank_mfo: company.bank_mfo ?? "",
})
/** A number and its kind go together; without a kind both are taken away. People write numbers with spaces. */
export const requisitesBody = (draft: ReturnType<typeof requisitesOf>) => ({
  legal_name: orNull(draft.legal_name),
  tax_id_type: draft.tax_id_type || null,
  tax_id: draft.tax_id_type ? digitsOf(draft.tax_id) : null,
  is_vat_payer: draft.is_vat_payer,
  bank_account: orNull(digitsOf(draft.bank_account)),
  bank_mfo: orNull(digitsOf(draft.bank_mfo)),
})

type RequisitesError = "stirHint" | "pinflHint" | "bankAccountHint" | "mfoHint"

/** What is wrong with the requisites, by field; the server looks closer. */
export function requisitesErrors(draft: ReturnType<typeof requisitesOf>) {
  const body = requisitesBody(draft)
  const errors: Partial<Record<"tax_id" | "bank_account" | "bank_mfo", RequisitesError>> = {}
  if (body.tax_id_type && !(body.tax_id_type === "stir" ? /^\d{9}$/ : /^\d{14}$/).test(body.tax_id ?? "")) {
    errors.tax_id = body.tax_id_type === "stir" ? "stirHint" : "pinflHint"
  }
  if (body.bank_account && !/^\d{20}$/.test(body.bank_account)) {
    errors.bank_account = "bankAccountHint"
  }
  if (body.bank_mfo && !/^\d{5}$/.test(body.bank_mfo)) {
    errors.bank_mfo = "mfoHint"
  }
  return errors
}

/** Whole so'm as people type them, "20 000"; null for nothing, NaN for what is no sum. */
export function somOf(text: string): number | null {
  const digits = digitsOf(text.replace(/\u00a0/g, " "))
  if (!digits) {
    return null
  }
  return /^\d{1,10}$/.test(digits) ? Number(digits) : NaN
}

export const deliveryOf = (option: DeliveryOption | null) => ({
  kind: option?.kind ?? ("courier" as const),
  name: textsOf(option?.name ?? null),
  price: option ? String(option.price) : "",
  free_from: option?.free_from ? String(option.free_from) : "",
  is_enabled: option?.is_enabled ?? true,
})
export type DeliveryDraft = Omit<ReturnType<typeof deliveryOf>, "kind"> & { kind: DeliveryOption["kind"] }

export const deliveryBody = ({ name, price, free_from, is_enabled }: DeliveryDraft) => ({
  name: { uz: name.uz.trim(), ru: orNull(name.ru), en: orNull(name.en) },
  price: somOf(price) ?? 0,
  free_from: somOf(free_from),
  is_enabled,
})

/** Whether a way of delivery can be sent. */
export function isDeliveryRight(draft: DeliveryDraft): boolean {
  const { name, price, free_from } = deliveryBody(draft)
  return name.uz.length >= 2 && !Number.isNaN(price) && !Number.isNaN(free_from) && free_from !== 0
}
