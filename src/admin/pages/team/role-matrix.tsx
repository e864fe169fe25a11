import { Fragment, useState } from "react"
import { Text } from "@medusajs/ui"
import { CheckMini } from "@medusajs/icons"
import { Choice } from "../../components/field"
import { useText } from "../../lib/text"
import { GROUP_NAMES, GROUPS, textOf } from "./lib/permissions"
import { RoleRow, Roles } from "./lib/types"

type Props = { table: Roles; nameOf: (role: RoleRow) => string }

/** Who may do what: a table on a screen; one role at a time on a telephone. */
export function RoleMatrix({ table, nameOf }: Props) {
  const { t } = useText()
  const [id, setId] = useState(table.roles[0].id)
  return (
    <>
      <div className="hidden overflow-x-auto md:block">
        <table className="txt-small w-full border-collapse">
          <thead>
            <tr className="bg-ui-bg-subtle border-b">
              <th scope="col" className="bg-ui-bg-subtle sticky left-0 px-6 py-2 text-start font-medium">
                {t("team.canDo")}
              </th>
              {table.roles.map((role) => (
                <th key={role.id} scope="col" className="min-w-24 px-2 py-2 text-center font-medium">
                  {nameOf(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Rows roles={table.roles} />
          </tbody>
        </table>
      </div>
      <div className="flex flex-col gap-y-3 px-4 py-3 md:hidden">
        <Choice
          label={t("team.role")}
          value={id}
          options={table.roles.map((role) => ({ value: role.id, label: nameOf(role) }))}
          onChoose={setId}
        />
        <table className="txt-small w-full border-collapse">
          <tbody>
            <Rows roles={table.roles.filter((role) => role.id === id)} />
          </tbody>
        </table>
      </div>
    </>
  )
}

function Rows({ roles }: { roles: RoleRow[] }) {
  const { t } = useText()
  return GROUP_NAMES.map((group) => (
    <Fragment key={group}>
      <tr className="border-b">
        <th scope="rowgroup" className="bg-ui-bg-base sticky left-0 pb-1 pt-4 text-start md:px-6">
          <Text size="xsmall" weight="plus" className="text-ui-fg-muted">
            {t(`team.group.${group}`)}
          </Text>
        </th>
        <td colSpan={roles.length} />
      </tr>
      {GROUPS[group].map((permission) => (
        <tr key={permission} className="border-b">
          <th scope="row" className="bg-ui-bg-base sticky left-0 py-2 text-start font-normal md:px-6">
            {t(textOf(permission))}
          </th>
          {roles.map((role) => (
            <td key={role.id} className="px-2 py-2 text-center">
              <Mark isAllowed={role.permissions.includes(permission)} />
            </td>
          ))}
        </tr>
      ))}
    </Fragment>
  ))
}

function Mark({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useText()
  return isAllowed ? (
    <CheckMini className="text-ui-tag-green-icon mx-auto" role="img" aria-label={t("team.yes")} />
  ) : (
    <span className="text-ui-fg-disabled" role="img" aria-label={t("team.no")}>
      {"–"}
    </span>
  )
}
