import { useMemo } from "react"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Dashboard } from "../finance/dashboard"
import { Companies } from "../finance/parts/companies"
import { Source, SourceContext, useChosen } from "../finance/use-finance"
import { CompanyFilter } from "./company-choice"
import { Company } from "./lib/types"

/** What the companies earn, together and one by one. */
export default function MarketFinancePage() {
  const { t } = useText()
  const { company_id, set } = useChosen()
  const { data } = useApi<{ company: Company }>(
    `/admin/companies/${company_id}`,
    {},
    { enabled: !!company_id, staleTime: 60_000 }
  )
  const companyName = company_id ? data?.company.name : undefined
  const source = useMemo<Source>(
    () => ({ base: "/admin/finance", scope: company_id ? { company_id } : {}, companyName, hasCost: true }),
    [company_id, companyName]
  )
  return (
    <SourceContext.Provider value={source}>
      <Dashboard
        title={t("shell.nav.marketFinance")}
        hint={companyName ?? t("finance.marketHint")}
        whose={companyName ?? t("finance.companies.all")}
        filters={
          <div className="w-full sm:w-64 print:hidden">
            <CompanyFilter value={company_id} onChoose={(id) => set("company_id", id)} />
          </div>
        }
        below={({ companies = [] }) =>
          !company_id && (
            <Companies companies={companies} onOpen={(company) => set("company_id", company.company_id)} />
          )
        }
      />
    </SourceContext.Provider>
  )
}
