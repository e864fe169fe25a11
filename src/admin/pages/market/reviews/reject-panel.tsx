import { useEffect, useRef, useState } from "react"
import { Button, Kbd, Text, Textarea } from "@medusajs/ui"
import { Field } from "../../../components/field"
import { useText } from "../../../lib/text"
import { Quick, QUICK, reasonIn } from "./lib/reasons"

/**
 * Why a review is rejected: a ready reason by one press or its number, or one's own words. A ready one is sent in the
 * language of the review.
 */
export function RejectPanel({
  locale,
  onReject,
  onClose,
}: {
  locale: string
  onReject: (reason: string) => void
  onClose: () => void
}) {
  const { t } = useText()
  const [own, setOwn] = useState("")
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector("button")?.focus(), [])
  const give = (name: Quick) => onReject(reasonIn(locale, name))
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation()
      onClose()
    }
    const isTyping = event.target instanceof HTMLTextAreaElement
    if (isTyping && event.key === "Enter" && (event.ctrlKey || event.metaKey) && own.trim()) {
      onReject(own.trim())
    }
    const name = QUICK[Number(event.key) - 1]
    if (!isTyping && name) {
      event.preventDefault()
      give(name)
    }
  }
  return (
    <div
      ref={box}
      role="group"
      aria-label={t("reviews.desk.rejectTitle")}
      className="bg-ui-bg-subtle flex flex-col gap-y-3 rounded-lg p-4"
      onKeyDown={onKey}
    >
      <div>
        <Text weight="plus">{t("reviews.desk.rejectTitle")}</Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("reviews.desk.rejectHint")}
        </Text>
      </div>
      <div className="flex flex-wrap gap-2">
        {QUICK.map((name, index) => (
          <Button key={name} size="small" variant="secondary" onClick={() => give(name)}>
            <Kbd className="hidden md:inline-flex">{index + 1}</Kbd>
            {t(`reviews.desk.quick.${name}`)}
          </Button>
        ))}
      </div>
      <Field label={t("reviews.desk.ownReason")}>
        <Textarea rows={2} maxLength={500} value={own} onChange={(event) => setOwn(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="danger" disabled={!own.trim()} onClick={() => onReject(own.trim())}>
          {t("reviews.desk.sendReason")}
        </Button>
        <Button size="small" variant="secondary" onClick={onClose}>
          {t("words.cancel")}
        </Button>
      </div>
    </div>
  )
}
