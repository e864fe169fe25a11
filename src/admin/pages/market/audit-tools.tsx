import { useState } from "react"
import { Button, toast } from "@medusajs/ui"
import { api, openBlob } from "../../lib/api"
import { dayOf } from "../../lib/format"
import { useText } from "../../lib/text"
import { AuditFilter } from "./audit-filters"
import { Verification } from "./lib/types"

/** The log as a file, and the question whether anybody touched it. */
export function AuditTools({ filters }: { filters: AuditFilter }) {
  const { t, number, explain } = useText()
  const [busy, setBusy] = useState<"export" | "verify" | null>(null)
  const run = (name: "export" | "verify", job: () => Promise<void>) => {
    setBusy(name)
    job()
      .catch((error: unknown) => toast.error(explain(error)))
      .finally(() => setBusy(null))
  }
  const save = async () =>
    openBlob(await api.blob("/admin/audit-log/export", filters), `audit-${dayOf(Date.now())}.csv`)
  const verify = async () => {
    const { verification } = await api.get<{ verification: Verification }>("/admin/audit-log/verify")
    const { is_sound, checked, head, problems, problem_count } = verification
    if (is_sound) {
      toast.success(t("market.audit.sound", { count: checked }), {
        description: `${t("market.audit.head")}: ${number(head.seq)} · ${head.hash.slice(0, 12)}…`,
      })
    } else {
      toast.error(t("market.audit.broken", { count: problem_count, seq: problems[0].seq }), {
        duration: 60_000,
      })
    }
  }
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isLoading={busy === "export"}
        onClick={() => run("export", save)}
      >
        {t("market.audit.export")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isLoading={busy === "verify"}
        onClick={() => run("verify", verify)}
      >
        {t("market.audit.verify")}
      </Button>
    </>
  )
}
