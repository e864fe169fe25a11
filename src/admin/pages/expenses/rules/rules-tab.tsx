import { useCompany } from "../../../lib/company"
import { CategoriesSection } from "./categories-section"
import { PolicySection } from "./policy-section"

/** What expenses are called, and who decides on them: each for those who may. */
export function RulesTab() {
  const { can } = useCompany()
  return (
    <>
      {can("expense:manage") && <CategoriesSection />}
      {can("member:write") && <PolicySection />}
    </>
  )
}
