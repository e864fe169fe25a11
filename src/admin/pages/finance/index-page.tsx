import { useMemo } from "react"
import { useCompany } from "../../lib/company"
import { useText } from "../../lib/text"
import { Dashboard } from "./dashboard"
import { SourceContext } from "./use-finance"

/** Did the company earn, and what did it go on. */
export default function FinancePage() {
  const { t } = useText()
  const { name, can } = useCompany()
  const hasCost = can("listing:cost")
  const own = useMemo(() => ({ base: "/merchant/finance", scope: {}, hasCost }) as const, [hasCost])
  return (
    <SourceContext.Provider value={own}>
      <Dashboard title={t("shell.nav.finance")} hint={t("finance.hint")} whose={name} />
    </SourceContext.Provider>
  )
}
