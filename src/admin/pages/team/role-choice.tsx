import { RadioGroup, Text } from "@medusajs/ui"
import type { Role } from "../../../modules/company/lib/permissions"
import { useText } from "../../lib/text"
import { RoleRow } from "./lib/types"

/** A choice among the roles, built-in and the company's own. */
export function RoleChoice({
  roles,
  value,
  onChoose,
}: {
  roles: RoleRow[]
  value: string
  onChoose: (id: string) => void
}) {
  const { t } = useText()
  return (
    <RadioGroup value={value} onValueChange={onChoose} aria-label={t("team.role")} className="gap-y-2">
      {roles.map(({ id, is_custom, name }) => (
        <label
          key={id}
          className="border-ui-border-base hover:bg-ui-bg-base-hover flex cursor-pointer items-center gap-x-3 rounded-lg border px-3 py-2"
        >
          <RadioGroup.Item value={id} />
          <span className="txt-small flex-1">{is_custom ? name : t(`shell.roles.${name as Role}`)}</span>
          {is_custom && (
            <Text size="xsmall" className="text-ui-fg-muted">
              {t("team.ownRole")}
            </Text>
          )}
        </label>
      ))}
    </RadioGroup>
  )
}
