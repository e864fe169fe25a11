import { useState } from "react"
import { Button, Drawer } from "@medusajs/ui"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { choiceOf, Member, nameOf, RoleRow } from "./lib/types"
import { RoleChoice } from "./role-choice"

/** Gives a person another role; it holds from their next click. */
export function RoleDrawer({
  member,
  roles,
  onClose,
}: {
  member: Member
  roles: RoleRow[]
  onClose: () => void
}) {
  const { t } = useText()
  const before = member.role_id ?? member.role ?? ""
  const [id, setId] = useState<string>(before)
  const save = useAct(
    () => api.post(`/merchant/members/${member.id}`, choiceOf(roles.find((role) => role.id === id))),
    t("words.saved"),
    { onSuccess: onClose }
  )
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("team.roleOf", { name: nameOf(member) })}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">
          <RoleChoice roles={roles} value={id} onChoose={setId} />
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" size="small" onClick={onClose}>
            {t("words.cancel")}
          </Button>
          <Button
            size="small"
            disabled={!id || id === before}
            isLoading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t("words.save")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
