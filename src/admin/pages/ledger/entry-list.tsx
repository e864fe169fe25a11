import { useEffect, useState } from "react"
import { Button, clx } from "@medusajs/ui"
import { DataList } from "../../components/data-list"
import { Choice } from "../../components/field"
import { Section } from "../../components/page"
import { Empty, Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { DayRange } from "../receipts/day-range"
import { Entries, Entry, KINDS, partOf, som } from "./lib/types"

const NONE = { kind: "", from: "", to: "" }

/** Every movement, the last first, with what was owed after it. */
export function EntryList() {
  const { t } = useText()
  const [filter, setFilter] = useState(NONE)
  const [cursor, setCursor] = useState<number | null>(null)
  const [before, setBefore] = useState<Entry[]>([])
  const read = useApi<Entries>("/merchant/ledger", { ...filter, cursor, limit: 50 })
  const change = (part: Partial<typeof NONE>) => setFilter((now) => ({ ...now, ...part }))
  useEffect(() => {
    setCursor(null)
    setBefore([])
  }, [filter])
  const more = ({ entries, next_cursor }: Entries) => {
    setBefore((shown) => [...shown, ...entries])
    setCursor(next_cursor)
  }
  return (
    <Section title={t("ledger.entries")} padded={false}>
      <div className="flex flex-wrap items-end gap-2 px-4 py-3 md:px-6">
        <div className="w-full md:w-40">
          <Choice
            label={t("ledger.what")}
            value={filter.kind}
            emptyLabel={t("ledger.allKinds")}
            options={KINDS.map((kind) => ({ value: kind, label: t(`ledger.kind.${kind}`) }))}
            onChoose={(kind) => change({ kind })}
          />
        </div>
        <DayRange from={filter.from} to={filter.to} onChange={change} />
      </div>
      <Shown read={read}>
        {(page) => (
          <>
            <Rows
              entries={[...before, ...(read.isPlaceholderData ? [] : page.entries)]}
              isFiltered={Object.values(filter).some(Boolean)}
            />
            {page.next_cursor !== null && (
              <div className="flex justify-center py-3">
                <Button
                  size="small"
                  variant="secondary"
                  isLoading={read.isPlaceholderData}
                  onClick={() => more(page)}
                >
                  {t("ledger.more")}
                </Button>
              </div>
            )}
          </>
        )}
      </Shown>
    </Section>
  )
}

function Rows({ entries, isFiltered }: { entries: Entry[]; isFiltered: boolean }) {
  const { t, money, dateTime } = useText()
  const signed = (tiyin: number) => `${tiyin > 0 ? "+" : ""}${money(som(tiyin))}`
  return (
    <DataList
      label={t("ledger.entries")}
      rows={entries}
      idOf={({ id }) => id}
      empty={
        isFiltered ? (
          <Empty text={t("words.nothingFound")} />
        ) : (
          <Empty text={t("ledger.empty")} hint={t("ledger.emptyHint")} />
        )
      }
      columns={[
        {
          key: "what",
          title: t("ledger.what"),
          value: ({ memo, ...entry }) => (
            <span>
              {t(`ledger.kind.${partOf(entry)}`)}
              {memo && <span className="text-ui-fg-muted">{` · ${memo}`}</span>}
            </span>
          ),
        },
        { key: "date", title: t("words.date"), value: ({ occurred_at }) => dateTime(occurred_at) },
        {
          key: "change",
          title: t("ledger.change"),
          align: "end",
          value: ({ amount_tiyin }) => (
            <span className={clx({ "text-ui-tag-green-text": amount_tiyin > 0 })}>
              {signed(amount_tiyin)}
            </span>
          ),
        },
        {
          key: "balance",
          title: t("ledger.balance"),
          align: "end",
          value: ({ balance_tiyin }) => money(som(balance_tiyin)),
        },
      ]}
    />
  )
}
