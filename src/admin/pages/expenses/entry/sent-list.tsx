import { Alert, Button, Text } from "@medusajs/ui"
import { StatePill } from "../../../components/state-pill"
import { useText } from "../../../lib/text"
import { useCategories } from "../lib/use-categories"
import { BudgetNews } from "../lib/types"
import { Entry } from "./use-entries"

type Props = {
  entries: Entry[]
  onAgain: (entry: Entry) => void
  onFix: (entry: Entry) => void
  onForget: (id: string) => void
}

/** What was just written, and what became of it; a budget that is nearly or wholly used up is told here. */
export function SentList({ entries, ...acts }: Props) {
  const { t } = useText()
  if (entries.length === 0) {
    return null
  }
  const news = entries[0].budget
  return (
    <div className="flex flex-col gap-y-2 pt-4" aria-live="polite">
      {news && news.level !== "ok" && <Warning news={news} />}
      <ul aria-label={t("expenses.sent.list")} className="divide-y rounded-lg border">
        {entries.map((entry) => (
          <Line key={entry.client_id} entry={entry} {...acts} />
        ))}
      </ul>
    </div>
  )
}

function Warning({ news }: { news: BudgetNews }) {
  const { t, money, percent } = useText()
  const { nameOf } = useCategories()
  const { level, spent, amount } = news
  const values = {
    name: nameOf(news.category_id),
    percent: percent(Math.floor(news.percent)),
    spent: money(spent),
    amount: money(amount),
  }
  const text =
    level === "100" && spent > amount
      ? t("expenses.news.over", values)
      : level === "100"
        ? t("expenses.news.full", values)
        : t("expenses.news.nearly", values)
  return <Alert variant={level === "100" ? "error" : "warning"}>{text}</Alert>
}

const PILL = {
  saving: "pending",
  saved: "done",
  unsure: "failed",
  refused: "failed",
  filesFailed: "due",
} as const

function Line({ entry, onAgain, onFix, onForget }: Omit<Props, "entries"> & { entry: Entry }) {
  const { t, money, explain } = useText()
  const { nameOf } = useCategories()
  const { state, body, expense, error } = entry
  const label =
    state === "saved"
      ? t(expense?.status === "submitted" ? "expenses.sent.waiting" : "expenses.sent.saved")
      : state === "saving"
        ? t("expenses.sent.saving")
        : state === "unsure"
          ? t("expenses.sent.unsure")
          : state === "filesFailed"
            ? t("expenses.sent.filesFailed")
            : explain(error)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <Text size="small" weight="plus" className="tabular-nums">
        {money(body.amount)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle min-w-0 flex-1 truncate">
        {[nameOf(body.category_id), body.note].filter(Boolean).join(" · ")}
      </Text>
      {state === "saved" || state === "saving" ? (
        <StatePill
          state={state === "saved" && expense?.status === "submitted" ? "pending" : PILL[state]}
          label={label}
        />
      ) : (
        <>
          <Text size="small" className="text-ui-fg-error w-full md:w-auto" role="alert">
            {state === "filesFailed" && error ? `${label}: ${explain(error)}` : label}
          </Text>
          <div className="flex gap-1">
            {state === "refused" ? (
              <Button size="small" variant="secondary" onClick={() => onFix(entry)}>
                {t("expenses.sent.fix")}
              </Button>
            ) : (
              <Button size="small" variant="secondary" onClick={() => onAgain(entry)}>
                {t("expenses.sent.again")}
              </Button>
            )}
            {state !== "unsure" && (
              <Button size="small" variant="transparent" onClick={() => onForget(entry.client_id)}>
                {t("words.close")}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  )
}
