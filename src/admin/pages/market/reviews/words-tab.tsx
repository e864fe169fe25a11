import { FormEvent, useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { XMarkMini } from "@medusajs/icons"
import { ConfirmButton } from "../../../components/confirm"
import { TextField } from "../../../components/field"
import { Empty, Shown } from "../../../components/states"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { SearchLine } from "../filter-bar"
import { Word, WORDS } from "./lib/types"
import { useWords } from "./lib/use-words"

const has = (word: string, part: string) => word.toLowerCase().includes(part.toLowerCase())

/** The operator's own list of words that send a review to the queue. */
export function WordsTab() {
  const { t } = useText()
  const [q, setQ] = useState("")
  const read = useWords()
  return (
    <div className="flex flex-col gap-y-5 px-4 py-4 md:px-6">
      <Text size="small" className="text-ui-fg-subtle max-w-2xl">
        {t("reviews.words.hint")}
      </Text>
      <AddWord />
      <div className="w-full md:w-72">
        <SearchLine label={t("reviews.words.search")} value={q} onSearch={setQ} />
      </div>
      <Shown read={read}>
        {({ review_words: words, built_in }) => (
          <>
            <OwnWords words={words} q={q} />
            <BuiltIn words={built_in.filter((word) => has(word, q))} />
          </>
        )}
      </Shown>
    </div>
  )
}

function OwnWords({ words, q }: { words: Word[]; q: string }) {
  const { t, number } = useText()
  const found = words.filter(({ word }) => has(word, q))
  if (found.length === 0) {
    return words.length > 0 ? (
      <Empty text={t("words.nothingFound")} />
    ) : (
      <Empty text={t("reviews.words.empty")} hint={t("reviews.words.emptyHint")} />
    )
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" className="text-ui-fg-muted">
        {t("reviews.words.count", { count: found.length, n: number(found.length) })}
      </Text>
      <ul aria-label={t("reviews.words.title")} className="flex flex-wrap gap-2">
        {found.map((word) => (
          <WordChip key={word.id} word={word} />
        ))}
      </ul>
    </div>
  )
}

function BuiltIn({ words }: { words: string[] }) {
  const { t } = useText()
  return words.length === 0 ? null : (
    <div className="flex flex-col gap-y-2 border-t pt-4">
      <Text size="small" className="text-ui-fg-muted">
        {t("reviews.words.builtIn")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {words.join(", ")}
      </Text>
    </div>
  )
}

function AddWord() {
  const { t } = useText()
  const [word, setWord] = useState("")
  const add = useAct(() => api.post(WORDS, { word: word.trim() }), t("reviews.words.added"), {
    onSuccess: () => setWord(""),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className="flex items-end gap-2" onSubmit={submit}>
      <div className="w-full md:w-72">
        <TextField label={t("reviews.words.word")} value={word} maxLength={60} onText={setWord} />
      </div>
      <Button type="submit" isLoading={add.isPending} disabled={!word.trim()}>
        {t("reviews.words.add")}
      </Button>
    </form>
  )
}

function WordChip({ word: { id, word } }: { word: Word }) {
  const { t } = useText()
  const remove = useAct(() => api.delete(`${WORDS}/${id}`), t("reviews.words.removed"))
  return (
    <li className="bg-ui-bg-component border-ui-border-base txt-small flex items-center gap-x-1 rounded-full border ps-3">
      {word}
      <ConfirmButton
        label={t("words.delete")}
        title={t("reviews.words.remove", { word })}
        question={t("reviews.words.removeQuestion", { word })}
        isDanger
        variant="transparent"
        aria-label={t("reviews.words.remove", { word })}
        isLoading={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        <XMarkMini />
      </ConfirmButton>
    </li>
  )
}
