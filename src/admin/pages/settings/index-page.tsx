import { Page } from "../../components/page"
import { Shown } from "../../components/states"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Delivery } from "./delivery"
import { Company } from "./lib/types"
import { NotesSection } from "./notes-section"
import { ProfileSection } from "./profile-section"
import { RequisitesSection } from "./requisites-section"

/** Everything that a company decides about itself, each part with its own save. */
export default function SettingsPage() {
  const { t } = useText()
  const { can } = useCompany()
  const read = useApi<{ company: Company }>("/merchant/company")
  return (
    <Page title={t("shell.nav.settings")}>
      <Shown read={read} rows={8}>
        {({ company }) => (
          <>
            <ProfileSection company={company} />
            {can("company:write") && <Delivery />}
            <NotesSection company={company} />
            {can("company:requisites") && <RequisitesSection company={company} />}
          </>
        )}
      </Shown>
    </Page>
  )
}
