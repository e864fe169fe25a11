import { useCompany } from "../../lib/company"
import { useText } from "../../lib/text"
import { Dashboard } from "./dashboard"
import { Source, SourceContext } from "./use-finance"

const OWN: Source = { base: "/merchant/finance", scope: {} }

/** Did the company earn, and what did it go on. */
export default function FinancePage() {
  const { t } = useText()
  const { name } = useCompany()
  return (
    <SourceContext.Provider value={OWN}>
      <Dashboard title={t("shell.nav.finance")} hint={t("finance.hint")} whose={name} />
    </SourceContext.Provider>
  )
}
