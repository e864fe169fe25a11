import { Button, DropdownMenu } from "@medusajs/ui"
import { ArrowDownTray } from "@medusajs/icons"
import { api, openBlob, Query } from "../lib/api"
import { useAct } from "../lib/query"
import { useText } from "../lib/text"

const FORMATS = ["xlsx", "csv"] as const

/** A file of the server's in the kind that is chosen. */
export function DownloadMenu({
  label,
  path,
  query,
  name,
}: {
  label: string
  path: string
  query: Query
  name: string
}) {
  const { t } = useText()
  const load = useAct(async (format: (typeof FORMATS)[number]) =>
    openBlob(await api.blob(path, { ...query, format }), `${name}.${format}`)
  )
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" isLoading={load.isPending}>
          <ArrowDownTray />
          {label}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {FORMATS.map((format) => (
          <DropdownMenu.Item key={format} onSelect={() => load.mutate(format)}>
            {t(`exchange.${format}`)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
