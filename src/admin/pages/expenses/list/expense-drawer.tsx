import { useState } from "react"
import { Button } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Fact } from "../../../components/page"
import { StatePill } from "../../../components/state-pill"
import { Shown } from "../../../components/states"
import { api } from "../../../lib/api"
import { useAct, useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { DetailDrawer } from "../../market/detail-drawer"
import { Expense } from "../lib/types"
import { useApproval } from "../lib/use-approval"
import { Attachments } from "./attachments"
import { Decide } from "./decide"
import { noonOf, PILL } from "./expense-columns"
import { ExpenseForm } from "./expense-form"

/** One expense: what it is, its papers, and what this person may do with it. */
export function ExpenseDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, date } = useText()
  const [isEditing, setEditing] = useState(false)
  const path = `/merchant/expenses/${id}`
  // What is deleted is not read again.
  const [isGone, setGone] = useState(false)
  const read = useApi<{ expense: Expense }>(path, undefined, { enabled: !isGone })
  const remove = useAct(() => api.delete(path), t("expenses.one.deleted"), {
    onMutate: () => setGone(true),
    onSuccess: onClose,
    onError: () => setGone(false),
  })
  const expense = read.data?.expense
  return (
    <DetailDrawer
      title={t("expenses.one.title")}
      hint={expense && date(noonOf(expense.day))}
      isOpen
      onClose={onClose}
      footer={
        expense &&
        !isEditing && (
          <Acts
            expense={expense}
            onEdit={() => setEditing(true)}
            isDeleting={isGone}
            onDelete={() => remove.mutate()}
          />
        )
      }
    >
      <Shown read={read}>
        {({ expense: found }) =>
          isEditing ? (
            <ExpenseForm path={path} expense={found} onDone={() => setEditing(false)} />
          ) : (
            <>
              {found.can_decide && found.status === "submitted" && (
                <Decide path={path} amount={found.amount} />
              )}
              <Facts expense={found} />
              <Attachments path={path} attachments={found.attachments} isChangeable={found.can_change} />
            </>
          )
        }
      </Shown>
    </DetailDrawer>
  )
}

function Facts({ expense }: { expense: Expense }) {
  const { t, money, dateTime, lang } = useText()
  const requiresApproval = useApproval()
  const { sanctioned_amount, amount, decided_at, reject_reason, payee, note, author_name } = expense
  const isOther = sanctioned_amount !== null && sanctioned_amount !== amount
  return (
    <div className="flex flex-col">
      <Fact label={t(isOther ? "expenses.one.sanctioned" : "words.amount")}>
        <strong className="tabular-nums">{money(sanctioned_amount ?? amount)}</strong>
      </Fact>
      {isOther && <Fact label={t("expenses.one.claimed")}>{money(amount)}</Fact>}
      <Fact label={t("words.status")}>
        <StatePill state={PILL[expense.status]} label={t(`expenses.status.${expense.status}`)} />
      </Fact>
      {reject_reason && <Fact label={t("words.reason")}>{reject_reason}</Fact>}
      <Fact label={t("expenses.list.category")}>{expense.category_name[lang]}</Fact>
      {expense.is_purchase && <p className="txt-small text-ui-fg-muted">{t("expenses.list.purchase")}</p>}
      <Fact label={t("expenses.list.method")}>{t(`expenses.method.${expense.payment_method}`)}</Fact>
      {payee && <Fact label={t("expenses.list.payee")}>{payee}</Fact>}
      {note && <Fact label={t("expenses.list.note")}>{note}</Fact>}
      {author_name && <Fact label={t("expenses.list.author")}>{author_name}</Fact>}
      {decided_at && requiresApproval && (
        <Fact label={t("expenses.one.decided")}>{dateTime(decided_at)}</Fact>
      )}
      {expense.source !== "manual" && (
        <Fact label={t("expenses.one.source")}>{t(`expenses.source.${expense.source}`)}</Fact>
      )}
    </div>
  )
}

function Acts({
  expense,
  isDeleting,
  onEdit,
  onDelete,
}: {
  expense: Expense
  isDeleting: boolean
  onEdit: () => void
  onDelete: () => void
}) {
  const { t, money } = useText()
  if (!expense.can_change) {
    return null
  }
  return (
    <>
      <ConfirmButton
        label={t("words.delete")}
        question={t("expenses.one.deleteQuestion", { amount: money(expense.amount) })}
        isDanger
        isLoading={isDeleting}
        onConfirm={onDelete}
      />
      <Button size="small" onClick={onEdit}>
        {t("words.edit")}
      </Button>
    </>
  )
}
