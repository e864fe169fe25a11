import { Text, Tooltip } from "@medusajs/ui"
import { PaperClip } from "@medusajs/icons"
import { Column } from "../../../components/data-list"
import { StatePill } from "../../../components/state-pill"
import { useText } from "../../../lib/text"
import { Expense, Status } from "../lib/types"

export const PILL = { submitted: "pending", approved: "done", rejected: "refused" } as const satisfies Record<
  Status,
  string
>

/** Days are whole: noon keeps them what they are in every zone. */
export const noonOf = (day: string) => `${day}T12:00:00+05:00`

/** Columns of a list of expenses. */
export function useExpenseColumns(): Array<Column<Expense>> {
  const { t, date, lang } = useText()
  return [
    {
      key: "category",
      title: t("expenses.list.category"),
      value: ({ category_id, category_name, is_purchase, attachments }) => (
        <span className="flex items-center gap-x-2">
          {category_name[lang]}
          {is_purchase && category_id !== "purchases" && (
            <Tooltip content={t("expenses.list.purchase")}>
              <span className="txt-xsmall text-ui-fg-muted border-ui-border-base rounded border px-1">
                {t("expenses.categories.purchase")}
              </span>
            </Tooltip>
          )}
          {attachments.length > 0 && (
            <PaperClip aria-label={t("expenses.list.files", { count: attachments.length })} />
          )}
        </span>
      ),
    },
    { key: "day", title: t("words.date"), value: ({ day }) => date(noonOf(day)) },
    {
      key: "note",
      title: t("expenses.list.note"),
      value: ({ note, payee }) =>
        note || payee ? (
          <span className="line-clamp-2 max-w-72 whitespace-normal break-words">
            {[payee, note].filter(Boolean).join(" · ")}
          </span>
        ) : (
          <span className="text-ui-fg-muted">—</span>
        ),
    },
    {
      key: "method",
      title: t("expenses.list.method"),
      value: ({ payment_method }) => t(`expenses.method.${payment_method}`),
    },
    {
      key: "author",
      title: t("expenses.list.author"),
      isSmallHidden: true,
      value: ({ author_name }) => author_name ?? "—",
    },
    {
      key: "status",
      title: t("words.status"),
      value: ({ status }) => <StatePill state={PILL[status]} label={t(`expenses.status.${status}`)} />,
    },
    {
      key: "amount",
      title: t("words.amount"),
      align: "end",
      value: (expense) => <Amount expense={expense} />,
    },
  ]
}

/** What counts; below it what was claimed, when that differs. */
export function Amount({ expense }: { expense: Expense }) {
  const { t, money } = useText()
  const { amount, sanctioned_amount, status } = expense
  const counts = sanctioned_amount ?? amount
  return (
    <span className="flex flex-col items-end">
      <span className={status === "rejected" ? "text-ui-fg-muted line-through" : "font-medium"}>
        {money(counts)}
      </span>
      {counts !== amount && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("expenses.list.claimed", { amount: money(amount) })}
        </Text>
      )}
    </span>
  )
}
