import { useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { Scan } from "@medusajs/icons"
import { Section } from "../../../components/page"
import { useCompany } from "../../../lib/company"
import { useText } from "../../../lib/text"
import { Access } from "../lib/types"
import { CodeForm } from "./code-form"
import { CopyButton } from "./copy-button"
import { PrintCard } from "./print-card"
import { Qr } from "./qr"

/** The company's code, large enough to be read across a counter, and as a QR code to be printed. */
export function CodeSection({ access, mayWrite }: { access: Access; mayWrite: boolean }) {
  const { t } = useText()
  const [isChanging, setChanging] = useState(false)
  const { code } = access
  return (
    <Section
      title={t("access.code.title")}
      hint={t("access.code.hint")}
      actions={
        mayWrite &&
        code &&
        !isChanging && (
          <Button size="small" variant="secondary" onClick={() => setChanging(true)}>
            {t("access.code.change")}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-y-4">
        {code ? (
          <Code code={code} isPrivate={access.is_private} />
        ) : (
          <Text className="text-ui-fg-subtle">{t("access.code.none")}</Text>
        )}
        {mayWrite && (isChanging || !code) && <CodeForm access={access} onClose={() => setChanging(false)} />}
      </div>
    </Section>
  )
}

function Code({ code, isPrivate }: { code: string; isPrivate: boolean }) {
  const { t } = useText()
  const { name } = useCompany()
  return (
    <div className="flex flex-col items-center gap-6 sm:flex-row sm:items-start">
      <div className="border-ui-border-base size-40 shrink-0 rounded-lg border p-1">
        <Qr text={code} label={t("access.code.qr", { code })} />
      </div>
      <div className="flex min-w-0 flex-col items-center gap-y-4 sm:items-start">
        <p
          aria-label={t("access.code.spelled", { code })}
          className="text-ui-fg-base break-all text-center font-mono text-3xl font-semibold tracking-[0.15em] sm:text-4xl"
        >
          {code}
        </p>
        <div className="flex flex-wrap justify-center gap-2">
          <CopyButton text={code} label={t("access.code.copy")} />
          <Button size="small" variant="secondary" onClick={() => window.print()}>
            <Scan />
            {t("access.code.print")}
          </Button>
        </div>
        {!isPrivate && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("access.code.publicNote")}
          </Text>
        )}
      </div>
      <PrintCard name={name} code={code} />
    </div>
  )
}
