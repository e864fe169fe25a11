import { Alert } from "@medusajs/ui"
import { Page } from "../../components/page"
import { Shown } from "../../components/states"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Access } from "./lib/types"
import { AppSection } from "./parts/app-section"
import { CodeSection } from "./parts/code-section"
import { KeySection } from "./parts/key-section"
import { PeopleSection } from "./parts/people-section"
import { StateSection } from "./parts/state-section"

/** Who may enter the shop: everybody or invited people, by which code and key, and who they are. */
export default function AccessPage() {
  const { t } = useText()
  const { can } = useCompany()
  const mayWrite = can("access:write")
  const read = useApi<{ access: Access }>("/merchant/access")
  return (
    <Page title={t("shell.nav.access")} hint={t("access.hint")}>
      {!mayWrite && <Alert>{t("access.readOnly")}</Alert>}
      <Shown read={read} rows={8}>
        {({ access }) => (
          <>
            <StateSection access={access} mayWrite={mayWrite} />
            <CodeSection access={access} mayWrite={mayWrite} />
            <KeySection access={access} mayWrite={mayWrite} />
            <PeopleSection mayWrite={mayWrite} />
            <AppSection access={access} mayWrite={mayWrite} />
          </>
        )}
      </Shown>
    </Page>
  )
}
