import { useState } from "react"
import { Button, IconButton, Prompt, Text, toast } from "@medusajs/ui"
import { XMark } from "@medusajs/icons"
import { TextField } from "../../components/field"
import { api } from "../../lib/api"
import { useCompany } from "../../lib/company"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { CategoryChoice } from "./category-choice"
import { nameIn } from "./lib/names"
import { markupOf } from "./lib/numbers"
import type { Selection } from "./selection"
import type { BulkAnswer } from "./types"
import { LISTINGS } from "./use-change"

type Bulk = { is_visible?: boolean; markup_percent?: number; category_id?: string | null }
type Asked = "markup" | "category" | null

/** What can be done to all chosen goods at once, at the foot of the screen. */
export function BulkBar({ selection, onLabels }: { selection: Selection; onLabels: () => void }) {
  const { t, number } = useText()
  const { can } = useCompany()
  const [asked, setAsked] = useState<Asked>(null)
  const [failed, setFailed] = useState<BulkAnswer["failed"]>([])
  const { listings } = selection
  const act = useAct((change: Bulk) =>
    api.post<BulkAnswer>(`${LISTINGS}/bulk`, { ids: listings.map(({ id }) => id), ...change })
  )
  const run = async (change: Bulk) => {
    setAsked(null)
    const answer = await act.mutateAsync(change).catch(() => null)
    if (!answer) {
      return
    }
    if (answer.updated > 0) {
      toast.success(t("warehouse.bulk.done", { count: number(answer.updated) }))
    }
    setFailed(answer.failed)
    // What failed stays chosen, so that it can be put right and tried again.
    if (answer.failed.length > 0) {
      selection.keep(answer.failed.map(({ id }) => id))
    } else {
      selection.clear()
    }
  }
  const isEditor = can("listing:write")
  const small = { size: "small", variant: "secondary", disabled: act.isPending } as const
  return (
    <>
      {listings.length > 0 && (
        // Leaves room at the right on a screen, where what has been done is told.
        <div
          role="toolbar"
          aria-label={t("warehouse.bulk.title")}
          className="bg-ui-bg-base shadow-elevation-flyout sticky bottom-2 flex w-full flex-wrap items-center gap-2 rounded-lg p-3 lg:w-fit lg:max-w-[calc(100%-29rem)]"
        >
          <Text size="small" weight="plus" className="px-1" aria-live="polite">
            {t("warehouse.bulk.chosen", { count: number(listings.length) })}
          </Text>
          {isEditor && (
            <>
              <Button {...small} onClick={() => void run({ is_visible: true })}>
                {t("warehouse.bulk.show")}
              </Button>
              <Button {...small} onClick={() => void run({ is_visible: false })}>
                {t("warehouse.bulk.hide")}
              </Button>
              {can("listing:cost") && (
                <Button {...small} onClick={() => setAsked("markup")}>
                  {t("warehouse.fields.markup_percent")}
                </Button>
              )}
              <Button {...small} onClick={() => setAsked("category")}>
                {t("warehouse.fields.category")}
              </Button>
            </>
          )}
          <Button {...small} onClick={onLabels}>
            {t("warehouse.labels.title")}
          </Button>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("warehouse.bulk.clear")}
            onClick={selection.clear}
          >
            <XMark />
          </IconButton>
        </div>
      )}
      <Ask asked={asked} count={listings.length} onClose={() => setAsked(null)} onRun={(c) => void run(c)} />
      <FailedList selection={selection} failed={failed} onClose={() => setFailed([])} />
    </>
  )
}

function Ask({
  asked,
  count,
  onClose,
  onRun,
}: {
  asked: Asked
  count: number
  onClose: () => void
  onRun: (change: Bulk) => void
}) {
  const { t, number } = useText()
  const [typed, setTyped] = useState("")
  const [category, setCategory] = useState("")
  const markup = markupOf(typed)
  const isMarkup = asked === "markup"
  const change = isMarkup ? { markup_percent: markup ?? 0 } : { category_id: category || null }
  return (
    <Prompt open={!!asked} variant="confirmation" onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t(isMarkup ? "warehouse.bulk.markup" : "warehouse.bulk.category")}</Prompt.Title>
          <Prompt.Description>
            {t(isMarkup ? "warehouse.bulk.markupHint" : "warehouse.bulk.categoryHint", {
              count: number(count),
            })}
          </Prompt.Description>
        </Prompt.Header>
        <div className="px-6 pt-4">
          {isMarkup ? (
            <TextField
              label={t("warehouse.fields.markup_percent")}
              inputMode="decimal"
              autoFocus
              value={typed}
              error={typed && markup === null ? t("warehouse.wrong.markup_percent") : undefined}
              onText={setTyped}
            />
          ) : (
            <CategoryChoice value={category} emptyLabel={t("warehouse.noCategory")} onChoose={setCategory} />
          )}
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("words.cancel")}</Prompt.Cancel>
          <Prompt.Action disabled={isMarkup && markup === null} onClick={() => onRun(change)}>
            {t("words.save")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

/** Those that could not be changed, each with its reason; the others have been. */
function FailedList({
  selection,
  failed,
  onClose,
}: {
  selection: Selection
  failed: BulkAnswer["failed"]
  onClose: () => void
}) {
  const { t, lang, number, explain } = useText()
  const nameOf = (id: string) => {
    const listing = selection.listings.find((one) => one.id === id)
    return listing ? nameIn(lang, listing.name) : id
  }
  return (
    <Prompt open={failed.length > 0} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("warehouse.bulk.failed", { count: number(failed.length) })}</Prompt.Title>
          <Prompt.Description>{t("warehouse.bulk.failedHint")}</Prompt.Description>
        </Prompt.Header>
        <ul className="flex max-h-72 flex-col gap-y-2 overflow-y-auto px-6 pt-4">
          {failed.map((failure) => (
            <li key={failure.id}>
              <Text size="small" weight="plus">
                {nameOf(failure.id)}
              </Text>
              <Text size="small" className="text-ui-fg-error">
                {explain(failure)}
              </Text>
            </li>
          ))}
        </ul>
        <Prompt.Footer>
          <Prompt.Cancel>{t("words.close")}</Prompt.Cancel>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
