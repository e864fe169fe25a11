import { Button, Text } from "@medusajs/ui"
import { StatePill } from "../../../components/state-pill"
import { useText } from "../../../lib/text"
import { changeEntry } from "../browser/kept"
import { useDesk } from "../hooks/use-desk"
import { useReceipt } from "../hooks/use-receipt"
import { resend, see, type Entry } from "../lib/queue"
import { Problems } from "./problems"

/** A sale of this device: how it stands with the server, and what a person may do about it. */
export function EntryCard({ entry }: { entry: Entry }) {
  const { t, money, number, dateTime, explain } = useText()
  const { company, flush } = useDesk()
  const print = useReceipt()
  const { state, is_told, answer, request, titles, last_code } = entry
  const act = (change: (entry: Entry) => Entry) =>
    void changeEntry(company.id, entry.client_id, change).then(flush)
  const story = state === "refused" && !is_told ? "notSold" : state
  // That nobody answered is said above; a code of the server's own says more.
  const isTelling = !!last_code && /^[A-Z]+_/.test(last_code) && last_code !== "NO_ANSWER"
  const reason = state === "refused" ? answer : state === "waiting" && isTelling ? { code: last_code } : null
  return (
    <li className="flex flex-col gap-2 rounded-lg border p-3" data-entry={state}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text weight="plus">
          {dateTime(request.sold_at)} · {money(entry.total)}
        </Text>
        <StatePill state={state === "waiting" ? "pending" : state} label={t(`pos.entry.${story}`)} />
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {request.lines.map((line) => `${titles[line.variant_id]} × ${number(line.quantity)}`).join(", ")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {entry.member_name}
      </Text>
      <Text size="small">{t(`pos.entryHint.${story}`)}</Text>
      {reason && (
        <Text size="small" className="text-ui-fg-error">
          {explain(reason)}
        </Text>
      )}
      <Problems problems={answer?.problems ?? answer?.sale?.problems ?? []} />
      <div className="flex flex-wrap justify-end gap-2">
        {is_told && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => void print({ entry, sale: state === "done" ? answer?.sale : undefined })}
          >
            {t("words.print")}
          </Button>
        )}
        {state === "refused" && is_told && (
          <Button size="small" variant="secondary" onClick={() => act(resend)}>
            {t("pos.sendAgain")}
          </Button>
        )}
        {state !== "waiting" && !entry.is_seen && (
          <Button size="small" onClick={() => act(see)}>
            {t("pos.seen")}
          </Button>
        )}
      </div>
    </li>
  )
}
