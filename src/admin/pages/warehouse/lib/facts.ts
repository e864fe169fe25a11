import { isIkpu } from "../../../../lib/tax-id"
import type { Listing } from "../types"

/** Texts of goods as typed. */
export type Texts = { uz: string; ru: string; en: string; description: string; category_id: string }

export const textsOf = ({ name, description, category_id }: Listing): Texts => ({
  uz: name.uz,
  ru: name.ru ?? "",
  en: name.en ?? "",
  description: description ?? "",
  category_id: category_id ?? "",
})

/** The patch that makes these the texts of the goods; what is left empty is taken away. */
export const textsPatch = ({ uz, ru, en, description, category_id }: Texts) => ({
  name: { uz: uz.trim(), ru: ru.trim() || null, en: en.trim() || null },
  description: description.trim() || null,
  category_id: category_id || null,
})

/** What the tax committee wants to know, as typed. */
export type Fiscal = { ikpu: string; package_code: string; vat: string }

export const fiscalOf = ({ ikpu, package_code, vat_percent }: Listing): Fiscal => ({
  ikpu: ikpu ?? "",
  package_code: package_code ?? "",
  vat: vat_percent === null ? "" : String(vat_percent),
})

const vatOf = (typed: string): number | null => {
  const text = typed.trim().replace("%", "").replace(",", ".")
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100 ? Number(text) : null
}

export type WrongFiscal = Partial<Record<keyof Fiscal, true>>

export const wrongFiscal = ({ ikpu, package_code, vat }: Fiscal): WrongFiscal => ({
  ...(ikpu.trim() && !isIkpu(ikpu.trim()) && { ikpu: true as const }),
  ...(package_code.trim() && !/^\d{1,10}$/.test(package_code.trim()) && { package_code: true as const }),
  ...(vat.trim() && vatOf(vat) === null && { vat: true as const }),
})

export const fiscalPatch = ({ ikpu, package_code, vat }: Fiscal) => ({
  ikpu: ikpu.trim() || null,
  package_code: package_code.trim() || null,
  vat_percent: vatOf(vat),
})

/** Whether anything differs from what the server has. */
export const isChanged = <T extends object>(typed: T, known: T): boolean =>
  JSON.stringify(typed) !== JSON.stringify(known)
