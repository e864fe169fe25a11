import { useState } from "react"
import { Alert, Button, Text } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Section } from "../../../components/page"
import { StatePill } from "../../../components/state-pill"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Access } from "../lib/types"
import { CopyButton } from "./copy-button"

const PATH = "/merchant/company/access-key"

/** The secret key: asked for besides the code when it is on; the server keeps its digest and shows it once. */
export function KeySection({ access, mayWrite }: { access: Access; mayWrite: boolean }) {
  const { t } = useText()
  const [shown, setShown] = useState<string | null>(null)
  const isOn = access.requires_access_key
  return (
    <Section
      title={t("access.key.title")}
      hint={t("access.key.hint")}
      actions={
        <StatePill state={isOn ? "active" : "off"} label={t(isOn ? "access.key.on" : "access.key.off")} />
      }
    >
      <div className="flex max-w-2xl flex-col gap-y-4">
        {shown ? (
          <Fresh value={shown} onClose={() => setShown(null)} />
        ) : (
          <>
            <Text size="small" className="text-ui-fg-subtle">
              {t(isOn ? "access.key.onText" : "access.key.offText")}
            </Text>
            {mayWrite && <Switch isOn={isOn} onMade={setShown} />}
          </>
        )}
      </div>
    </Section>
  )
}

function Switch({ isOn, onMade }: { isOn: boolean; onMade: (key: string) => void }) {
  const { t } = useText()
  const make = useAct(() => api.post<{ access_key: string }>(PATH), undefined, {
    onSuccess: ({ access_key: key }) => onMade(key),
  })
  const turnOff = useAct(() => api.delete(PATH), t("access.key.turnedOff"))
  if (!isOn) {
    return (
      <Button size="small" className="w-fit" isLoading={make.isPending} onClick={() => make.mutate()}>
        {t("access.key.make")}
      </Button>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmButton
        label={t("access.key.renew")}
        question={t("access.key.renewQuestion")}
        isLoading={make.isPending}
        onConfirm={() => make.mutate()}
      />
      <ConfirmButton
        label={t("access.key.turnOff")}
        question={t("access.key.turnOffQuestion")}
        isDanger
        variant="secondary"
        isLoading={turnOff.isPending}
        onConfirm={() => turnOff.mutate()}
      />
    </div>
  )
}

/** The key itself, this once; it stays until the owner says that they have it. */
function Fresh({ value, onClose }: { value: string; onClose: () => void }) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-y-3" role="status">
      <Alert variant="warning">{t("access.key.once")}</Alert>
      <Text size="small" weight="plus">
        {t("access.key.shown")}
      </Text>
      <code
        aria-label={t("access.key.shown")}
        className="bg-ui-bg-subtle border-ui-border-base text-ui-fg-base select-all break-all rounded-md border px-3 py-2 font-mono text-lg"
      >
        {value}
      </code>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={value} />
        <Button size="small" onClick={onClose}>
          {t("access.key.kept")}
        </Button>
      </div>
    </div>
  )
}
