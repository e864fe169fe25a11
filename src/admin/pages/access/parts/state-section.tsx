import { Text } from "@medusajs/ui"
import { Eye, LockClosedSolid } from "@medusajs/icons"
import { ConfirmButton } from "../../../components/confirm"
import { Section } from "../../../components/page"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Access } from "../lib/types"

/** Whether the shop is for everybody, what that means, and the way to the other side with all that follows from it. */
export function StateSection({ access, mayWrite }: { access: Access; mayWrite: boolean }) {
  const { t, number } = useText()
  const { is_private: isPrivate, members } = access
  return (
    <Section title={t("access.state.title")} actions={mayWrite && <Switch isPrivate={isPrivate} />}>
      <div className="flex flex-col gap-y-5">
        <div className="flex items-start gap-x-3">
          <span className="bg-ui-bg-component text-ui-fg-subtle flex size-10 shrink-0 items-center justify-center rounded-full">
            {isPrivate ? <LockClosedSolid /> : <Eye />}
          </span>
          <div className="flex min-w-0 max-w-2xl flex-col gap-y-1">
            <Text weight="plus" size="large" className="text-ui-fg-base">
              {t(isPrivate ? "access.state.private" : "access.state.public")}
            </Text>
            <Text className="text-ui-fg-subtle">
              {t(isPrivate ? "access.state.privateText" : "access.state.publicText")}
            </Text>
            {isPrivate && (
              <Text size="small" weight="plus" className="text-ui-fg-base pt-1">
                {t("access.state.members", { count: members, n: number(members) })}
              </Text>
            )}
          </div>
        </div>
        <How />
        {mayWrite && !isPrivate && !access.code && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("access.state.needsCode")}
          </Text>
        )}
      </div>
    </Section>
  )
}

function How() {
  const { t } = useText()
  return (
    <div className="bg-ui-bg-subtle flex max-w-3xl flex-col gap-y-2 rounded-lg p-4">
      <Text size="small" weight="plus" className="text-ui-fg-base">
        {t("access.state.howTitle")}
      </Text>
      <ol className="txt-small text-ui-fg-subtle flex list-decimal flex-col gap-y-1 ps-5">
        {(["how1", "how2", "how3"] as const).map((step) => (
          <li key={step}>{t(`access.state.${step}`)}</li>
        ))}
      </ol>
    </div>
  )
}

function Switch({ isPrivate }: { isPrivate: boolean }) {
  const { t } = useText()
  const change = useAct(
    () => api.post("/merchant/company/visibility", { is_private: !isPrivate }),
    t(isPrivate ? "access.state.opened" : "access.state.closed")
  )
  return (
    <ConfirmButton
      label={t(isPrivate ? "access.state.open" : "access.state.close")}
      title={t(isPrivate ? "access.state.openTitle" : "access.state.closeTitle")}
      question={t(isPrivate ? "access.state.openQuestion" : "access.state.closeQuestion")}
      isDanger={!isPrivate}
      variant="secondary"
      isLoading={change.isPending}
      onConfirm={() => change.mutate()}
    />
  )
}
