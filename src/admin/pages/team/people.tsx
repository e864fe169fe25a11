import { useState } from "react"
import { Text } from "@medusajs/ui"
import { DataList } from "../../components/data-list"
import { Section } from "../../components/page"
import { Shown } from "../../components/states"
import { StatePill } from "../../components/state-pill"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { roleName } from "./lib/role-name"
import { Invitation, Member, nameOf, RoleRow } from "./lib/types"
import { LinkDrawer } from "./link-drawer"
import { MemberMenu } from "./member-menu"
import { RoleDrawer } from "./role-drawer"

/** Everybody in the company, and who is invited to it. */
export function People({ roles }: { roles: RoleRow[] }) {
  const { t, date } = useText()
  const { can, me } = useCompany()
  const [changing, setChanging] = useState<Member | null>(null)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const read = useApi<{ members: Member[] }>("/merchant/members")
  const columns = [
    { key: "person", title: t("team.person"), value: (member: Member) => <Person member={member} /> },
    { key: "role", title: t("team.role"), value: (member: Member) => roleName(t, member) },
    {
      key: "status",
      title: t("words.status"),
      value: ({ status }: Member) => <StatePill state={status} label={t(`team.status.${status}`)} />,
    },
    { key: "since", title: t("team.since"), value: ({ created_at }: Member) => date(created_at) },
  ]
  return (
    <Section padded={false}>
      <Shown read={read}>
        {({ members }) => (
          <DataList
            label={t("team.people")}
            rows={members}
            columns={columns}
            idOf={({ id }) => id}
            actions={
              can("member:write")
                ? (member) => (
                    <MemberMenu
                      member={member}
                      isSelf={member.user_id === me.user.id}
                      onChangeRole={() => setChanging(member)}
                      onInvitation={setInvitation}
                    />
                  )
                : undefined
            }
          />
        )}
      </Shown>
      {changing && <RoleDrawer member={changing} roles={roles} onClose={() => setChanging(null)} />}
      {invitation && <LinkDrawer invitation={invitation} onClose={() => setInvitation(null)} />}
    </Section>
  )
}

function Person({ member }: { member: Member }) {
  const { t } = useText()
  const { me } = useCompany()
  const name = nameOf(member)
  return (
    <div className="flex min-w-0 flex-col py-1">
      <span className="truncate">
        {name}
        {member.user_id === me.user.id && <span className="text-ui-fg-muted"> · {t("team.you")}</span>}
      </span>
      {name !== member.email && (
        <Text size="xsmall" className="text-ui-fg-subtle truncate">
          {member.email}
        </Text>
      )}
    </div>
  )
}
