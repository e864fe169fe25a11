import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { useDesk } from "../hooks/use-desk"
import { EntryCard } from "./entry-card"
import { Window } from "./window"

/** The sales that wait to be sent, and those whose answer nobody has read yet. */
export function QueueWindow({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { entries, sums } = useDesk()
  const waiting = entries.filter(({ state }) => state === "waiting")
  return (
    <Window isWide title={t("pos.queue.title")} onClose={onClose}>
      {sums.others > 0 && <Text size="small">{t("pos.queue.others", { count: sums.others })}</Text>}
      {waiting.length + sums.toSee.length + sums.refused.length === 0 && <Text>{t("pos.queue.none")}</Text>}
      <ul className="flex flex-col gap-3">
        {[...sums.toSee, ...waiting, ...sums.refused].map((entry) => (
          <EntryCard key={entry.client_id} entry={entry} />
        ))}
      </ul>
    </Window>
  )
}
