import type { Lang } from "../../../i18n/languages"

export type Notes = Partial<Record<Lang, string | null>> | null

/** The company as its own people see it; the requisites are absent for those who may not know them. */
export type Company = {
  id: string
  name: string
  handle: string
  phone: string
  email: string | null
  address: string | null
  logo_url: string | null
  payment_notes: Notes
  opening_hours: Notes
  legal_name?: string | null
  tax_id_type?: "stir" | "pinfl" | null
  tax_id?: string | null
  is_vat_payer?: boolean
  bank_account?: string | null
  bank_mfo?: string | null
}

export type DeliveryOption = {
  id: string
  kind: "pickup" | "courier"
  name: { uz: string; ru?: string | null; en?: string | null }
  price: number
  free_from: number | null
  is_enabled: boolean
}
