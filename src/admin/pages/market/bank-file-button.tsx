import { useState } from "react"
import { Button, toast } from "@medusajs/ui"
import { api, openBlob } from "../../lib/api"
import { dayOf } from "../../lib/format"
import { useText } from "../../lib/text"

type BankFile = { bank_file: { csv: string; count: number; problems: unknown[] } }

/** Everything that waits for its payment, as the bank's program takes it. */
export function BankFileButton() {
  const { t, lang, explain } = useText()
  const [isBusy, setBusy] = useState(false)
  const fetchFile = async () => {
    const { bank_file } = await api.get<BankFile>("/admin/settlements/bank-file", {
      lang: lang === "ru" ? "ru" : "uz",
    })
    if (bank_file.count > 0) {
      openBlob(new Blob([bank_file.csv], { type: "text/csv" }), `payments-${dayOf(Date.now())}.csv`)
    } else {
      toast.info(t("market.settlements.bankEmpty"))
    }
    if (bank_file.problems.length > 0) {
      toast.warning(t("market.settlements.bankProblems", { count: bank_file.problems.length }))
    }
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isBusy}
      onClick={() => {
        setBusy(true)
        fetchFile()
          .catch((error: unknown) => toast.error(explain(error)))
          .finally(() => setBusy(false))
      }}
    >
      {t("market.settlements.bankFile")}
    </Button>
  )
}
