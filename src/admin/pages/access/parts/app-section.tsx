import { Text } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Section } from "../../../components/page"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Access } from "../lib/types"
import { CopyButton } from "./copy-button"

/** The key with which the shop's own site or app shows nothing but this shop's goods. It is no secret. */
export function AppSection({ access, mayWrite }: { access: Access; mayWrite: boolean }) {
  const { t } = useText()
  const { publishable_key: key } = access
  const renew = useAct(() => api.post("/merchant/company/publishable-key"), t("access.app.renewed"))
  const renewal = (
    <ConfirmButton
      label={t("access.app.renew")}
      question={t("access.app.renewQuestion")}
      isDanger
      variant="secondary"
      isLoading={renew.isPending}
      onConfirm={() => renew.mutate()}
    />
  )
  return (
    <Section title={t("access.app.title")} hint={t("access.app.hint")}>
      {key ? (
        <div className="flex max-w-2xl flex-col gap-y-3">
          <code
            aria-label={t("access.app.label")}
            className="bg-ui-bg-subtle border-ui-border-base txt-small text-ui-fg-base select-all break-all rounded-md border px-3 py-2 font-mono"
          >
            {key}
          </code>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={key} />
            {mayWrite && renewal}
          </div>
        </div>
      ) : (
        <Text size="small" className="text-ui-fg-subtle">
          {t(access.is_private ? "access.app.none" : "access.app.nonePublic")}
        </Text>
      )}
    </Section>
  )
}
