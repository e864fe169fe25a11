import { Button } from "@medusajs/ui"
import { ArrowDownTray } from "@medusajs/icons"
import { api, openBlob } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { Chosen } from "../lib/period"
import { useSource } from "../use-finance"
import { useWords } from "../use-words"

/** On paper, and as a workbook. */
export function Tools({ chosen }: { chosen: Chosen }) {
  const { t, lang } = useWords()
  const { base, scope } = useSource()
  const { from, to, compare, by } = chosen
  const load = useAct(async () =>
    openBlob(
      await api.blob(`${base}/export`, { from, to, compare, by, lang, ...scope }),
      `${t("finance.exportName")}-${from}-${to}.xlsx`
    )
  )
  return (
    <div className="flex gap-2 print:hidden">
      <Button size="small" variant="secondary" isLoading={load.isPending} onClick={() => load.mutate()}>
        <ArrowDownTray />
        {t("finance.export")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => window.print()}>
        {t("finance.print")}
      </Button>
    </div>
  )
}
