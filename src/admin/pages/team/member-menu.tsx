import { DropdownMenu, IconButton, usePrompt } from "@medusajs/ui"
import { EllipsisHorizontal } from "@medusajs/icons"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { Invitation, Member, nameOf } from "./lib/types"

type Props = {
  member: Member
  isSelf: boolean
  onChangeRole: () => void
  onInvitation: (invitation: Invitation) => void
}

/** What an owner may do with a person; whatever takes access away is asked about first. */
export function MemberMenu({ member, isSelf, onChangeRole, onInvitation }: Props) {
  const { t } = useText()
  const ask = usePrompt()
  const path = `/merchant/members/${member.id}`
  const setStatus = useAct((status: string) => api.post(path, { status }), t("words.saved"))
  const remove = useAct(() => api.delete(path), t("team.removed"))
  const renew = useAct(() => api.post<Invitation>(`${path}/invitation`), undefined, {
    onSuccess: onInvitation,
  })
  const name = nameOf(member)
  const isInvited = member.status === "invited"
  const askThen = async (title: string, description: string, act: () => void, isDanger = true) => {
    const answer = await ask({
      title,
      description,
      confirmText: title,
      cancelText: t("words.cancel"),
      variant: isDanger ? "danger" : "confirmation",
    })
    if (answer) {
      act()
    }
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton size="small" variant="transparent" aria-label={`${t("words.more")}: ${name}`}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <DropdownMenu.Item onSelect={onChangeRole}>{t("team.changeRole")}</DropdownMenu.Item>
        {isInvited && (
          <DropdownMenu.Item
            onSelect={() =>
              void askThen(t("team.renew"), t("team.renewQuestion"), () => renew.mutate(), false)
            }
          >
            {t("team.renew")}
          </DropdownMenu.Item>
        )}
        {member.status === "active" && !isSelf && (
          <DropdownMenu.Item
            onSelect={() =>
              void askThen(t("team.suspend"), t("team.suspendQuestion", { name }), () =>
                setStatus.mutate("suspended")
              )
            }
          >
            {t("team.suspend")}
          </DropdownMenu.Item>
        )}
        {member.status === "suspended" && (
          <DropdownMenu.Item onSelect={() => setStatus.mutate("active")}>
            {t("team.activate")}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Separator />
        <DropdownMenu.Item
          className="text-ui-fg-error"
          onSelect={() =>
            void askThen(
              isInvited ? t("team.withdraw") : t("team.remove"),
              isInvited ? t("team.withdrawQuestion", { name }) : t("team.removeQuestion", { name }),
              () => remove.mutate()
            )
          }
        >
          {isInvited ? t("team.withdraw") : t("team.remove")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
