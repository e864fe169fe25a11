import { FormEvent, useState } from "react"
import { Button, Checkbox, Drawer, Hint, Label, Text } from "@medusajs/ui"
import type { Permission } from "../../../modules/company/lib/permissions"
import { ConfirmButton } from "../../components/confirm"
import { TextField } from "../../components/field"
import { api } from "../../lib/api"
import { useCompany } from "../../lib/company"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { GROUP_NAMES, GROUPS, textOf } from "./lib/permissions"
import { RoleRow, Roles } from "./lib/types"

type Props = { role: RoleRow | null; permissions: Roles["permissions"]; onClose: () => void }

/** Makes or changes a role of the company's own. What its maker lacks, or only an owner has, cannot be chosen. */
export function RoleEditor({ role, permissions, onClose }: Props) {
  const { t } = useText()
  const { can } = useCompany()
  const [name, setName] = useState(role?.name ?? "")
  const [chosen, setChosen] = useState<Permission[]>(role?.permissions ?? ["company:read"])
  const path = role ? `/merchant/roles/${role.id}` : "/merchant/roles"
  const save = useAct(() => api.post(path, { name: name.trim(), permissions: chosen }), t("words.saved"), {
    onSuccess: onClose,
  })
  const remove = useAct(() => api.delete(path), t("words.saved"), { onSuccess: onClose })
  const mayGive = (permission: Permission) =>
    can(permission) && permissions.some((row) => row.name === permission && row.is_custom_allowed)
  const toggle = (permission: Permission) =>
    setChosen((now) =>
      now.includes(permission) ? now.filter((one) => one !== permission) : [...now, permission]
    )
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content asChild>
        <form onSubmit={send}>
          <Drawer.Header>
            <Drawer.Title>{role?.name ?? t("team.newRole")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
            <TextField
              label={t("team.roleName")}
              hint={t("team.roleNameHint")}
              maxLength={60}
              value={name}
              onText={setName}
            />
            {GROUP_NAMES.map((group) => (
              <fieldset key={group} className="flex flex-col gap-y-2">
                <legend className="pb-2">
                  <Text size="small" weight="plus">
                    {t(`team.group.${group}`)}
                  </Text>
                </legend>
                {GROUPS[group].map((permission) => (
                  <div key={permission} className="flex items-start gap-x-2">
                    <Checkbox
                      id={permission}
                      checked={chosen.includes(permission)}
                      disabled={!mayGive(permission)}
                      onCheckedChange={() => toggle(permission)}
                    />
                    <Label htmlFor={permission} size="small" className="cursor-pointer">
                      {t(textOf(permission))}
                      {!mayGive(permission) && (
                        <span className="text-ui-fg-muted"> · {t("team.onlyOwner")}</span>
                      )}
                    </Label>
                  </div>
                ))}
              </fieldset>
            ))}
            {chosen.length === 0 && <Hint variant="error">{t("team.chooseSome")}</Hint>}
            {role && (
              <div className="border-t pt-4">
                <ConfirmButton
                  label={t("team.deleteRole")}
                  question={t("team.deleteRoleQuestion", { name: role.name })}
                  isDanger
                  disabled={role.members_count > 0}
                  isLoading={remove.isPending}
                  onConfirm={() => remove.mutate()}
                />
                {role.members_count > 0 && <Hint className="pt-2">{t("team.roleInUse")}</Hint>}
              </div>
            )}
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" size="small" onClick={onClose}>
              {t("words.cancel")}
            </Button>
            <Button
              type="submit"
              size="small"
              disabled={chosen.length === 0 || name.trim().length < 2}
              isLoading={save.isPending}
            >
              {t("words.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
