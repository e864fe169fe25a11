import { FormEvent, useState } from "react"
import { Button, Heading, Input, Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useNavigate, useParams, useSearchParams } from "react-router-dom"
import { Field } from "../../components/field"
import { Notice, Shown } from "../../components/states"
import { api, chooseCompany } from "../../lib/api"
import { Me, useMe } from "../../lib/company"
import { HOME } from "../../lib/gate"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { roleName } from "../team/lib/role-name"

type Invitation = Me["invitations"][number]

/**
 * Where somebody who has an account accepts an invitation: by the link, whose last part is the secret, or by typing that
 * part when the link got lost on the way.
 */
export default function JoinPage() {
  const { t } = useText()
  const params = useParams()
  const [search] = useSearchParams()
  const me = useMe()
  const id = params.id ?? search.get("id")
  const token = params.token ?? search.get("token") ?? ""
  return (
    <Shown read={me} rows={3}>
      {({ invitations, user }) => {
        const wanted = id ? invitations.filter((invitation) => invitation.id === id) : invitations
        if (wanted.length === 0) {
          return (
            <Notice title={t("team.join.title")} text={t(id ? "team.join.unknown" : "team.join.none")}>
              <Text size="small" className="text-ui-fg-muted">
                {t("team.join.signedInAs", { email: user.email })}
              </Text>
            </Notice>
          )
        }
        return (
          <div className="mx-auto flex max-w-md flex-col gap-y-8 py-16">
            {wanted.map((invitation) => (
              <Card key={invitation.id} invitation={invitation} token={token} />
            ))}
          </div>
        )
      }}
    </Shown>
  )
}

function Card({ invitation, token }: { invitation: Invitation; token: string }) {
  const { t } = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [code, setCode] = useState(token)
  const accept = useAct(
    () => api.post(`/merchant/me/invitations/${invitation.id}/accept`, { token: codeOf(code) }),
    t("team.join.accepted"),
    {
      onSuccess: async () => {
        chooseCompany(invitation.company_id)
        await client.invalidateQueries()
        navigate(HOME, { replace: true })
      },
    }
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate()
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-y-4">
      <Heading level="h1">{t("team.join.title")}</Heading>
      <Text>{t("team.join.text", { company: invitation.company_name, role: roleName(t, invitation) })}</Text>
      {!token && (
        <Field label={t("team.join.code")} hint={t("team.join.codeHint")}>
          <Input required value={code} onChange={(event) => setCode(event.target.value)} />
        </Field>
      )}
      <Button type="submit" isLoading={accept.isPending} className="w-full">
        {t("team.join.accept")}
      </Button>
    </form>
  )
}

/** The secret of what was typed: the whole link will do. */
function codeOf(typed: string): string {
  return decodeURIComponent(typed.trim().split(/[/=]/).at(-1) ?? "")
}
