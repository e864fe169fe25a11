import { useState } from "react"
import { Badge, Button, Text } from "@medusajs/ui"
import type { Role } from "../../../modules/company/lib/permissions"
import { Section } from "../../components/page"
import { useCompany } from "../../lib/company"
import { useText } from "../../lib/text"
import { RoleRow, Roles } from "./lib/types"
import { RoleEditor } from "./role-editor"
import { RoleMatrix } from "./role-matrix"

/** The roles of a company, and a table of what each may do. */
export function RolesTab({ table }: { table: Roles }) {
  const { t } = useText()
  const { can } = useCompany()
  const [editing, setEditing] = useState<RoleRow | "new" | null>(null)
  const nameOf = (role: RoleRow) => (role.is_custom ? role.name : t(`shell.roles.${role.name as Role}`))
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        title={t("team.roles")}
        padded={false}
        actions={
          can("member:write") && (
            <Button size="small" variant="secondary" onClick={() => setEditing("new")}>
              {t("team.newRole")}
            </Button>
          )
        }
      >
        <ul className="divide-y">
          {table.roles.map((role) => (
            <li key={role.id} className="flex min-h-12 items-center gap-x-3 px-4 py-2 md:px-6">
              <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
                <Text size="small" weight="plus" className="truncate">
                  {nameOf(role)}
                </Text>
                {role.is_custom && (
                  <Badge size="2xsmall" color="blue">
                    {t("team.ownRole")}
                  </Badge>
                )}
              </div>
              <Text size="small" className="text-ui-fg-subtle whitespace-nowrap">
                {t("team.peopleCount", { count: role.members_count })}
              </Text>
              {can("member:write") && role.is_custom && (
                <Button size="small" variant="transparent" onClick={() => setEditing(role)}>
                  {t("words.edit")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("team.canDo")} hint={t("team.matrixHint")} padded={false}>
        <RoleMatrix table={table} nameOf={nameOf} />
      </Section>
      {editing && (
        <RoleEditor
          role={editing === "new" ? null : editing}
          permissions={table.permissions}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
