import { useState } from "react"
import { Button, Drawer, Label, Textarea } from "@medusajs/ui"
import { useText } from "../../../lib/text"

const REASONS = ["picture", "text", "price", "link", "banned", "rights"] as const

/** Asks why; usual reasons at one press, to be sent as they are or to be finished by hand. */
export function RejectPrompt({
  onClose,
  onReject,
}: {
  onClose: () => void
  onReject: (reason: string) => void
}) {
  const { t } = useText()
  const [reason, setReason] = useState("")
  const send = () => {
    onReject(reason.trim())
    onClose()
  }
  const add = (text: string) => setReason((now) => (now.trim() ? `${now.trim()}\n${text}` : text))
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content className="max-md:inset-x-2 max-md:w-auto max-md:max-w-none">
        <Drawer.Header>
          <Drawer.Title>{t("ads.market.rejectTitle")}</Drawer.Title>
          <Drawer.Description>{t("ads.market.rejectHint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <div role="group" aria-label={t("ads.market.quick")} className="flex flex-col gap-2">
            {REASONS.map((one) => (
              <button
                key={one}
                type="button"
                onClick={() => add(t(`ads.market.reasons.${one}`))}
                className="border-ui-border-base txt-small hover:bg-ui-bg-base-hover focus-visible:shadow-borders-interactive-with-focus rounded-lg border px-3 py-2 text-start outline-none"
              >
                {t(`ads.market.reasons.${one}`)}
              </button>
            ))}
          </div>
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus" htmlFor="reject-reason">
              {t("words.reason")}
            </Label>
            <Textarea
              id="reject-reason"
              rows={4}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("words.cancel")}
          </Button>
          <Button size="small" variant="danger" disabled={!reason.trim()} onClick={send}>
            {t("ads.market.reject")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
