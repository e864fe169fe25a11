import { KeyboardEvent, useRef, useState } from "react"
import { Hint, Input, Label } from "@medusajs/ui"
import { XMarkMini } from "@medusajs/icons"
import { useText } from "../../../lib/text"
import { addWords, wordsIn } from "../lib/synonym-form"

/**
 * Words as they are typed: Enter or a comma makes a word of what stands there, Backspace in the empty field takes the last
 * one back. What is still in the field counts too: nobody has to press Enter before "Save".
 */
export function WordsField({
  words,
  typed,
  error,
  onChange,
}: {
  words: string[]
  /** What stands in the field. */
  typed: string
  error?: string
  onChange: (change: { words: string[]; typed: string }) => void
}) {
  const { t } = useText()
  const line = useRef<HTMLInputElement>(null)
  const [isKnown, setKnown] = useState(false)
  const take = (text: string) => {
    const next = addWords(words, text)
    setKnown(next.length === words.length && wordsIn(text).length > 0)
    onChange({ words: next, typed: "" })
  }
  const type = (text: string) => {
    setKnown(false)
    onChange({ words, typed: text })
  }
  /** Takes a word back into the field; what stood there becomes a word of its own. */
  const rewrite = (word: string) => {
    onChange({
      words: addWords(
        words.filter((one) => one !== word),
        typed
      ),
      typed: word,
    })
    line.current?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && typed.trim()) {
      event.preventDefault()
      take(typed)
    }
    if (event.key === "Backspace" && !typed && words.length > 0) {
      event.preventDefault()
      rewrite(words[words.length - 1])
    }
  }
  const drop = (word: string) => {
    onChange({ words: words.filter((one) => one !== word), typed })
    line.current?.focus()
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor="synonym-words">
        {t("search.synonyms.words")}
      </Label>
      {words.length > 0 && (
        <ul aria-label={t("search.synonyms.words")} className="flex flex-wrap gap-2">
          {words.map((word) => (
            <li
              key={word}
              className="bg-ui-bg-component border-ui-border-base txt-small flex min-w-0 items-center rounded-full border ps-3"
            >
              <button
                type="button"
                aria-label={t("search.synonyms.editWord", { word })}
                className="focus-visible:shadow-borders-interactive-with-focus min-w-0 break-words rounded text-start outline-none [overflow-wrap:anywhere]"
                onClick={() => rewrite(word)}
              >
                {word}
              </button>
              <button
                type="button"
                aria-label={t("search.synonyms.removeWord", { word })}
                className="text-ui-fg-muted hover:text-ui-fg-base focus-visible:shadow-borders-interactive-with-focus rounded-full p-1.5 outline-none"
                onClick={() => drop(word)}
              >
                <XMarkMini />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Input
        ref={line}
        autoFocus
        id="synonym-words"
        autoComplete="off"
        enterKeyHint="enter"
        aria-describedby="synonym-words-hint"
        aria-invalid={!!error}
        value={typed}
        onChange={({ target: { value } }) => (/[,;\n]/.test(value) ? take(value) : type(value))}
        onKeyDown={onKey}
      />
      <Hint id="synonym-words-hint" variant={error ? "error" : "info"}>
        {error ?? t(isKnown ? "search.synonyms.known" : "search.synonyms.wordsHint")}
      </Hint>
    </div>
  )
}
