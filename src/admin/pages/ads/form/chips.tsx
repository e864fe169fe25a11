import { KeyboardEvent, useId, useState } from "react"
import { Badge, Button, Hint, Input, Label } from "@medusajs/ui"
import { XMarkMini } from "@medusajs/icons"
import { useText } from "../../../lib/text"
import { addedWords } from "../lib/target-words"

/** Chosen things side by side, each with a button that takes it away. */
export function Chips({
  items,
  onRemove,
}: {
  items: Array<{ value: string; label: string }>
  onRemove: (value: string) => void
}) {
  const { t } = useText()
  if (items.length === 0) {
    return null
  }
  return (
    <ul className="flex flex-wrap gap-1.5">
      {items.map(({ value, label }) => (
        <li key={value}>
          <Badge size="small" className="gap-x-1 pe-1">
            <span className="break-all">{label}</span>
            <button
              type="button"
              aria-label={t("ads.target.remove", { name: label })}
              onClick={() => onRemove(value)}
              className="text-ui-fg-muted hover:text-ui-fg-base focus-visible:shadow-borders-interactive-with-focus rounded outline-none"
            >
              <XMarkMini />
            </button>
          </Badge>
        </li>
      ))}
    </ul>
  )
}

/** Words that somebody types one after another. */
export function WordsField({
  label,
  hint,
  words,
  onChange,
}: {
  label: string
  hint: string
  words: string[]
  onChange: (words: string[]) => void
}) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState("")
  const add = () => {
    onChange(addedWords(words, typed))
    setTyped("")
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault()
      add()
    }
  }
  return (
    <div className="flex flex-col gap-y-1.5">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <div className="flex gap-2">
        <div className="min-w-0 flex-1">
          <Input
            id={id}
            value={typed}
            maxLength={60}
            enterKeyHint="done"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKey}
            onBlur={() => typed.trim() && add()}
          />
        </div>
        <Button type="button" size="small" variant="secondary" onClick={add} disabled={!typed.trim()}>
          {t("ads.target.add")}
        </Button>
      </div>
      <Hint>{hint}</Hint>
      <Chips
        items={words.map((word) => ({ value: word, label: word }))}
        onRemove={(gone) => onChange(words.filter((word) => word !== gone))}
      />
    </div>
  )
}
