import { FormEvent, useState } from "react"
import { Button, Drawer, Label } from "@medusajs/ui"
import { TextField } from "../../components/field"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { choiceOf, Invitation, RoleRow } from "./lib/types"
import { LinkBox } from "./link-box"
import { RoleChoice } from "./role-choice"

/** Invites a person: an address and a role, and then the link to hand to them. */
export function InviteDrawer({ roles, onClose }: { roles: RoleRow[]; onClose: () => void }) {
  const { t } = useText()
  const [email, setEmail] = useState("")
  const [id, setId] = useState("cashier")
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const invite = useAct(
    () =>
      api.post<Invitation>("/merchant/members", {
        email: email.trim(),
        ...choiceOf(roles.find((role) => role.id === id)),
      }),
    undefined,
    { onSuccess: setInvitation }
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content asChild>
        <form onSubmit={send}>
          <Drawer.Header>
            <Drawer.Title>{invitation ? t("team.linkReady") : t("team.invite")}</Drawer.Title>
            <Drawer.Description>
              {invitation ? invitation.member.email : t("team.inviteHint")}
            </Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
            {invitation ? (
              <LinkBox invitation={invitation} />
            ) : (
              <>
                <TextField
                  label={t("team.email")}
                  hint={t("team.emailHint")}
                  type="email"
                  autoFocus
                  value={email}
                  onText={setEmail}
                />
                <div className="flex flex-col gap-y-2">
                  <Label size="small" weight="plus">
                    {t("team.role")}
                  </Label>
                  <RoleChoice roles={roles} value={id} onChoose={setId} />
                </div>
              </>
            )}
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" size="small" onClick={onClose}>
              {invitation ? t("words.close") : t("words.cancel")}
            </Button>
            {!invitation && (
              <Button
                type="submit"
                size="small"
                disabled={!/^\S+@\S+\.\S+$/.test(email.trim())}
                isLoading={invite.isPending}
              >
                {t("team.makeLink")}
              </Button>
            )}
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
