import { useState } from "react"
import { Button, Tabs } from "@medusajs/ui"
import { Page } from "../../components/page"
import { Shown } from "../../components/states"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { InviteDrawer } from "./invite-drawer"
import { Roles } from "./lib/types"
import { People } from "./people"
import { RolesTab } from "./roles-tab"

/** The team of a company: its people, and what each role of theirs may do. */
export default function TeamPage() {
  const { t } = useText()
  const { can } = useCompany()
  const [isInviting, setInviting] = useState(false)
  const roles = useApi<Roles>("/merchant/roles")
  return (
    <Page
      title={t("shell.nav.team")}
      hint={t("team.hint")}
      actions={
        can("member:write") && (
          <Button size="small" onClick={() => setInviting(true)}>
            {t("team.invite")}
          </Button>
        )
      }
    >
      <Shown read={roles}>
        {(table) => (
          <Tabs defaultValue="people" className="flex flex-col gap-y-3">
            <Tabs.List>
              <Tabs.Trigger value="people">{t("team.people")}</Tabs.Trigger>
              <Tabs.Trigger value="roles">{t("team.roles")}</Tabs.Trigger>
            </Tabs.List>
            <Tabs.Content value="people">
              <People roles={table.roles} />
            </Tabs.Content>
            <Tabs.Content value="roles">
              <RolesTab table={table} />
            </Tabs.Content>
            {isInviting && <InviteDrawer roles={table.roles} onClose={() => setInviting(false)} />}
          </Tabs>
        )}
      </Shown>
    </Page>
  )
}
