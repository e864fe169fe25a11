import { Button } from "@medusajs/ui"
import { ArrowDownTray } from "@medusajs/icons"
import { api, openBlob } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"

/** A file of the server's in both kinds, in the reader's language. */
export function FileButtons({ path, name }: { path: string; name: string }) {
  const { t, lang } = useText()
  const load = useAct(async (format: "xlsx" | "csv") =>
    openBlob(await api.blob(path, { format, lang }), `${name}.${format}`)
  )
  return (
    <div className="flex flex-wrap gap-2">
      {(["xlsx", "csv"] as const).map((format) => (
        <Button
          key={format}
          size="small"
          variant="secondary"
          disabled={load.isPending}
          isLoading={load.isPending && load.variables === format}
          onClick={() => load.mutate(format)}
        >
          <ArrowDownTray />
          {t(`exchange.${format}`)}
        </Button>
      ))}
    </div>
  )
}
