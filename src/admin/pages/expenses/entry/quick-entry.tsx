import { ClipboardEvent, FormEvent, KeyboardEvent, useEffect, useRef, useState } from "react"
import { Button, Hint, Text, toast } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { dayOf } from "../../../lib/format"
import { useText } from "../../../lib/text"
import { Key } from "../../pos/parts/key"
import { bodyOf, Draft, draftOf, emptyDraft, nextDraft, repeated } from "../lib/draft"
import { readMoney } from "../lib/amount"
import { takeFiles } from "../lib/files"
import { Expense } from "../lib/types"
import { useCategories } from "../lib/use-categories"
import { AmountField } from "./amount-field"
import { CategoryChips, stepped } from "./category-chips"
import { DraftFields } from "./draft-fields"
import { FilePicker, PickedFiles } from "./file-picker"
import { KeyHints } from "./key-hints"
import { SentList } from "./sent-list"
import { Entry, useEntries } from "./use-entries"

const today = () => dayOf(new Date())
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Writing expenses down one after another: amount, what for, Enter. The form is free for the next one at once; what was
 * written is sent meanwhile and stays in sight below.
 * @param last the newest expense of this person, to be repeated
 */
export function QuickEntry({ last }: { last: Expense | undefined }) {
  const { t } = useText()
  const { options } = useCategories()
  const { entries, add, again, forget } = useEntries()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(today()))
  const [files, setFiles] = useState<File[]>([])
  const [isChecked, setChecked] = useState(false)
  const amount = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // On a telephone this would raise the keyboard before anybody wants to write.
    if (window.matchMedia("(min-width: 768px)").matches) {
      amount.current?.focus()
    }
  }, [])

  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }))
  const body = bodyOf(draft)
  const wrong = {
    amount: isChecked && readMoney(draft.amount) === null,
    category: isChecked && !draft.category_id,
    day: isChecked && !draft.day,
  }
  const attach = (chosen: File[]) => {
    const { taken, problem } = takeFiles(files.length, chosen)
    setFiles((now) => [...now, ...taken])
    if (problem) {
      toast.error(t(`expenses.fileProblem.${problem}`))
    }
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!body) {
      setChecked(true)
      if (readMoney(draft.amount) === null) {
        amount.current?.focus()
      } else if (!draft.category_id) {
        form.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus()
      }
      return
    }
    add(body, files)
    setDraft(nextDraft(draft))
    setFiles([])
    setChecked(false)
    amount.current?.focus()
  }
  const lastBody = entries[0]?.body ?? (last && bodyOf(draftOf(last)))
  const fill = (next: Draft) => {
    setDraft(next)
    setChecked(false)
    requestAnimationFrame(() => amount.current?.select())
  }
  const repeat = () => lastBody && fill(repeated(lastBody, today()))
  const fix = (entry: Entry) => {
    fill(repeated(entry.body, entry.body.day))
    setFiles(entry.files)
    forget(entry.client_id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) {
      return
    }
    // The place of a key, not its letter: it is the same in every layout.
    const digit = /^Digit([1-9])$/.exec(event.code)
    if (event.code === "KeyR") {
      event.preventDefault()
      repeat()
    } else if (digit && options[Number(digit[1]) - 1]) {
      event.preventDefault()
      set({ category_id: options[Number(digit[1]) - 1].value })
    }
  }
  const stepCategory = (event: KeyboardEvent) => {
    if (STEPS[event.key]) {
      event.preventDefault()
      set({ category_id: stepped(options, draft.category_id, STEPS[event.key]) })
    }
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files]
    if (pasted.length > 0) {
      event.preventDefault()
      attach(pasted)
    }
  }
  return (
    <Section
      title={t("expenses.entry.title")}
      actions={
        <Button type="button" size="small" variant="secondary" disabled={!lastBody} onClick={repeat}>
          {t("expenses.entry.repeat")}
          <Key>{"Alt R"}</Key>
        </Button>
      }
    >
      <form
        ref={form}
        noValidate
        aria-label={t("expenses.entry.title")}
        className="flex flex-col gap-y-4"
        onSubmit={save}
        onKeyDown={onKeyDown}
        onPaste={paste}
      >
        <div className="grid gap-x-6 gap-y-2 md:grid-cols-[15rem_1fr]">
          <AmountField
            ref={amount}
            id="expense-amount"
            value={draft.amount}
            isWrong={wrong.amount}
            onText={(text) => set({ amount: text })}
            onKeyDown={stepCategory}
          />
          <div className="flex min-w-0 flex-col gap-y-1.5">
            <Text size="small" weight="plus" aria-hidden>
              {t("expenses.entry.category")}
            </Text>
            <CategoryChips
              label={t("expenses.entry.category")}
              chips={options}
              value={draft.category_id}
              isWrong={wrong.category}
              onChoose={(category_id) => set({ category_id })}
            />
            {wrong.category && <Hint variant="error">{t("expenses.entry.needCategory")}</Hint>}
          </div>
        </div>
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <DraftFields draft={draft} onChange={set} isDayWrong={wrong.day} />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <FilePicker onFiles={attach} />
          <PickedFiles
            files={files}
            onRemove={(index) => setFiles((now) => now.filter((_, at) => at !== index))}
          />
          <Button type="submit" size="small" className="ms-auto min-w-28">
            {t("expenses.entry.save")}
            <Key>{"Enter"}</Key>
          </Button>
        </div>
        <KeyHints />
      </form>
      <SentList entries={entries} onAgain={again} onFix={fix} onForget={forget} />
    </Section>
  )
}
