import { FormEvent, useState } from "react"
import { Button, Text, Textarea } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Field } from "../../../components/field"
import { api } from "../../../lib/api"
import { useCompany } from "../../../lib/company"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Review } from "../lib/types"

/** Letters that an answer may have; the server holds to it. */
export const MAX_REPLY = 2000

/** The shop's answer below a review: read, written, changed and taken away where it stands. */
export function Reply({ review }: { review: Review }) {
  const { t } = useText()
  const { can } = useCompany()
  const [isWriting, setWriting] = useState(false)
  const mayWrite = can("review:reply")
  if (isWriting) {
    return <ReplyForm review={review} onClose={() => setWriting(false)} />
  }
  if (review.reply) {
    return <Given review={review} mayWrite={mayWrite} onChange={() => setWriting(true)} />
  }
  const isShown = review.status === "approved" || review.status === "reported"
  return mayWrite && isShown ? (
    <Button size="small" variant="secondary" className="w-fit" onClick={() => setWriting(true)}>
      {t("reviews.reply.write")}
    </Button>
  ) : null
}

function Given({ review, mayWrite, onChange }: { review: Review; mayWrite: boolean; onChange: () => void }) {
  const { t, date } = useText()
  const remove = useAct(() => api.delete(`/merchant/reviews/${review.id}/reply`), t("reviews.reply.removed"))
  return (
    <div className="border-ui-border-strong flex flex-col gap-y-1 border-s-2 ps-3">
      <Text size="small" className="text-ui-fg-subtle">
        {`${t("reviews.reply.title")} · ${date(review.reply!.at)}`}
      </Text>
      <Text size="small" className="text-ui-fg-base whitespace-pre-line break-words">
        {review.reply!.text}
      </Text>
      {mayWrite && (
        <div className="-ms-2 flex flex-wrap gap-1">
          <Button size="small" variant="transparent" onClick={onChange}>
            {t("reviews.reply.change")}
          </Button>
          <ConfirmButton
            label={t("reviews.reply.remove")}
            question={t("reviews.reply.removeQuestion")}
            isDanger
            variant="transparent"
            isLoading={remove.isPending}
            onConfirm={() => remove.mutate()}
          />
        </div>
      )}
    </div>
  )
}

function ReplyForm({ review, onClose }: { review: Review; onClose: () => void }) {
  const { t, number } = useText()
  const [text, setText] = useState(review.reply?.text ?? "")
  const send = useAct(
    () => api.post(`/merchant/reviews/${review.id}/reply`, { text: text.trim() }),
    t("reviews.reply.sent"),
    { onSuccess: onClose }
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form
      className="flex flex-col gap-y-2"
      onSubmit={submit}
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <Field label={t("reviews.reply.label")} hint={t("reviews.reply.hint")}>
        <Textarea
          autoFocus
          rows={3}
          maxLength={MAX_REPLY}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="small" isLoading={send.isPending} disabled={!text.trim()}>
          {t("reviews.reply.send")}
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={onClose}>
          {t("words.cancel")}
        </Button>
        <Text size="xsmall" className="text-ui-fg-muted ms-auto tabular-nums">
          {t("reviews.reply.limit", { n: number(text.length), max: number(MAX_REPLY) })}
        </Text>
      </div>
    </form>
  )
}
