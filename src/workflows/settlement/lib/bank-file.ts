import { isBankAccount, isMfo, isPinfl, isStir } from "../../../lib/tax-id"
import { toSum } from "./amounts"

/** A statement whose money is to be sent, with the company's requisites as they are now. */
export type Payable = {
  settlement_id: string
  company_id: string
  name: string
  legal_name: string | null
  tax_id: string | null
  bank_account: string | null
  bank_mfo: string | null
  currency_code: string
  period_from: string
  period_to: string
  payout_tiyin: number
}

export type BankProblem = {
  settlement_id: string
  company_id: string
  name: string
  /** Requisites that are missing or wrong. */
  missing: string[]
}

export type BankFile = { csv: string; count: number; total_tiyin: number; problems: BankProblem[] }

const HEADER = ["mfo", "account", "stir", "legal_name", "amount", "purpose", "document"]

const PURPOSE = {
  uz: ({ period_from, period_to, settlement_id }: Payable) =>
    `Vositachilik shartnomasi bo‘yicha ${period_from} – ${period_to} davri uchun to‘lov, hisobot ${settlement_id}`,
  ru: ({ period_from, period_to, settlement_id }: Payable) =>
    `Оплата по договору комиссии за период ${period_from} – ${period_to}, отчёт ${settlement_id}`,
}

export type PurposeLanguage = keyof typeof PURPOSE

/**
 * Transfers to companies as a bank's client program imports them: semicolons, UTF-8 with a byte order mark, so'm with
 * two decimals. A company that can't be paid is not left out silently: it is a problem, by name.
 */
export function makeBankFile(payables: Payable[], language: PurposeLanguage): BankFile {
  const checked = payables.map((payable) => ({ payable, missing: missingOf(payable) }))
  const ready = checked.filter(({ missing }) => missing.length === 0).map(({ payable }) => payable)
  const rows = ready.map((payable) => [
    payable.bank_mfo!,
    payable.bank_account!,
    payable.tax_id!,
    payable.legal_name!,
    toSum(payable.payout_tiyin),
    PURPOSE[language](payable),
    payable.settlement_id,
  ])
  const lines = [HEADER, ...rows].map((cells) => cells.map(csvCell).join(";"))
  return {
    csv: `\uFEFF${lines.join("\r\n")}\r\n`,
    count: ready.length,
    total_tiyin: ready.reduce((sum, { payout_tiyin }) => sum + payout_tiyin, 0),
    problems: checked
      .filter(({ missing }) => missing.length > 0)
      .map(({ payable: { settlement_id, company_id, name }, missing }) => ({
        settlement_id,
        company_id,
        name,
        missing,
      })),
  }
}

function missingOf(payable: Payable): string[] {
  const { bank_mfo, bank_account, tax_id, legal_name, currency_code } = payable
  return [
    ...(isMfo(bank_mfo ?? "") ? [] : ["bank_mfo"]),
    ...(isBankAccount(bank_account ?? "") ? [] : ["bank_account"]),
    ...(isStir(tax_id ?? "") || isPinfl(tax_id ?? "") ? [] : ["tax_id"]),
    ...(legal_name?.trim() ? [] : ["legal_name"]),
    // A payment order of an Uzbek bank is in so'm; other money is sent by hand.
    ...(currency_code === "uzs" ? [] : ["currency_code"]),
  ]
}

/**
 * A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe (OWASP, CSV injection);
 * line breaks become spaces.
 */
export function csvCell(text: string): string {
  const flat = text.replace(/[\r\n\t]+/g, " ").trim()
  const safe = /^[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(flat) ? `'${flat}` : flat
  return /[";]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
