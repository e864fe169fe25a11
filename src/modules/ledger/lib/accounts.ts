/** Accounts that every company has. */
export type CompanyAccountKind = "payable" | "commission" | "refunds" | "ad_spend" | "settlement"
/** The market's own accounts. */
export type MarketAccountKind = "commission_income" | "commission_vat" | "ad_income" | "bank" | "rounding"
export type AccountKind = CompanyAccountKind | MarketAccountKind | "provider"

export type Account = { code: string; company_id: string | null; kind: AccountKind; currency_code: string }

/** So'm are the rule and stay out of the code; any other currency has accounts of its own. */
function coded(code: string, currencyCode: string): string {
  return currencyCode === "uzs" ? code : `${code}:${currencyCode}`
}

export function companyAccount(companyId: string, kind: CompanyAccountKind, currency_code: string): Account {
  return {
    code: coded(`company:${companyId}:${kind}`, currency_code),
    company_id: companyId,
    kind,
    currency_code,
  }
}

export function marketAccount(kind: MarketAccountKind, currency_code: string): Account {
  return { code: coded(`market:${kind}`, currency_code), company_id: null, kind, currency_code }
}

/** What stands at a payment provider, by Medusa's id of it (`pp_payme_payme`). */
export function providerAccount(providerId: string, currency_code: string): Account {
  return {
    code: coded(`provider:${providerId}`, currency_code),
    company_id: null,
    kind: "provider",
    currency_code,
  }
}
