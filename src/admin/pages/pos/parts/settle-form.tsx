import { useState } from "react"
import { Button } from "@medusajs/ui"
import { TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { changeEntry } from "../browser/kept"
import { useDesk } from "../hooks/use-desk"
import { see } from "../lib/queue"
import type { Sale } from "../lib/types"

/** A person's word on a sale under review: it took place, or it is taken back and the customer got the money. */
export function SettleForm({ sale, onDone }: { sale: Sale; onDone: () => void }) {
  const { t } = useText()
  const { company } = useDesk()
  const [note, setNote] = useState("")
  const act = useAct(
    (action: "force" | "drop") =>
      api.post(`/merchant/pos/sales/${sale.id}/settle`, { action, note: note.trim() }),
    t("words.saved"),
    {
      onSuccess: async () => {
        await changeEntry(company.id, sale.client_id, see)
        onDone()
      },
    }
  )
  const isOff = !note.trim() || act.isPending
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t("words.note")}
        hint={t("pos.settleHint")}
        value={note}
        maxLength={500}
        onText={setNote}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="large" disabled={isOff} onClick={() => act.mutate("force")}>
          {t("pos.settle.force")}
        </Button>
        <Button size="large" variant="danger" disabled={isOff} onClick={() => act.mutate("drop")}>
          {t("pos.settle.drop")}
        </Button>
      </div>
    </div>
  )
}
