import { FormEvent, ReactNode } from "react"
import { Button } from "@medusajs/ui"
import { Section } from "../../components/page"
import { useText } from "../../lib/text"

/** A section of the settings with a save of its own; for those who may only look, everything in it is locked. */
export function SaveSection({
  title,
  hint,
  isLocked,
  isSaving,
  isReady = true,
  onSave,
  children,
}: {
  title: string
  hint: string
  isLocked: boolean
  isSaving: boolean
  isReady?: boolean
  onSave: () => void
  children: ReactNode
}) {
  const { t } = useText()
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <Section title={title} hint={isLocked ? t("settings.readOnly") : hint}>
      <form onSubmit={send} aria-label={title}>
        <fieldset disabled={isLocked} className="flex flex-col gap-y-4">
          {children}
          {!isLocked && (
            <div className="flex justify-end">
              <Button type="submit" size="small" isLoading={isSaving} disabled={!isReady}>
                {t("words.save")}
              </Button>
            </div>
          )}
        </fieldset>
      </form>
    </Section>
  )
}
