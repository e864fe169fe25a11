import { ComponentProps, ReactNode, useState } from "react"
import { Button, Label, Prompt, Textarea } from "@medusajs/ui"
import { useText } from "../lib/text"

type Props = {
  /** What the button says, and the button of the question too. */
  label: string
  /** The question, in whole words: what will happen. */
  question: string
  title?: string
  /** Asks for a reason, without which nothing is done. */
  asksReason?: boolean
  /** What the reason is called: a proof, what was done. */
  reasonLabel?: string
  isDanger?: boolean
  onConfirm: (reason: string) => unknown
  children?: ReactNode
} & Pick<ComponentProps<typeof Button>, "size" | "variant" | "disabled" | "isLoading">

/** A button that asks before it acts; for what cannot be undone. */
export function ConfirmButton({
  label,
  question,
  title,
  asksReason,
  reasonLabel,
  isDanger,
  onConfirm,
  children,
  ...button
}: Props) {
  const { t } = useText()
  const [reason, setReason] = useState("")
  return (
    <Prompt variant={isDanger ? "danger" : "confirmation"}>
      <Prompt.Trigger asChild>
        <Button size="small" variant={isDanger ? "danger" : "secondary"} {...button}>
          {children ?? label}
        </Button>
      </Prompt.Trigger>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{title ?? t("words.confirmTitle")}</Prompt.Title>
          <Prompt.Description>{question}</Prompt.Description>
        </Prompt.Header>
        {asksReason && (
          <div className="flex flex-col gap-y-2 px-6 pt-4">
            <Label htmlFor="confirm-reason">{reasonLabel ?? t("words.reason")}</Label>
            <Textarea
              id="confirm-reason"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        )}
        <Prompt.Footer>
          <Prompt.Cancel>{t("words.cancel")}</Prompt.Cancel>
          <Prompt.Action
            disabled={asksReason && !reason.trim()}
            onClick={() => void onConfirm(reason.trim())}
          >
            {label}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
