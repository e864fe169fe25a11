import { FormEvent, useState } from "react"
import { Button, Drawer, Hint, Label, Switch, Text } from "@medusajs/ui"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { addWords, changesOf, Draft, draftOf, LIMITS, wrongOf } from "../lib/synonym-form"
import { Synonym, SYNONYMS } from "../lib/types"
import { WordsField } from "./words-field"

type Props = {
  /** The one to change; null makes a new one. */
  synonym: Synonym | null
  /** What a new one begins with. */
  words?: string[]
  onClose: () => void
}

/** Makes or changes a group of words that stand for one another, and says what it will do. */
export function SynonymDrawer({ synonym, words, onClose }: Props) {
  const { t } = useText()
  const [draft, setDraft] = useState<Draft>(() => draftOf(synonym, words))
  const [typed, setTyped] = useState("")
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const whole = { ...draft, words: addWords(draft.words, typed) }
  const save = useAct(
    () =>
      synonym ? api.post(`${SYNONYMS}/${synonym.id}`, changesOf(synonym, whole)) : api.post(SYNONYMS, whole),
    t(synonym ? "words.saved" : "search.synonyms.added"),
    { onSuccess: onClose }
  )
  const wrong = wrongOf(whole.words)
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content asChild className="max-md:inset-x-2 max-md:w-auto max-md:max-w-none">
        <form onSubmit={send}>
          <Drawer.Header>
            <Drawer.Title>{t(synonym ? "search.synonyms.edit" : "search.synonyms.add")}</Drawer.Title>
            <Drawer.Description>{t("search.synonyms.soon")}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-5 overflow-y-auto">
            <WordsField
              words={draft.words}
              typed={typed}
              error={
                wrong && wrong !== "enough"
                  ? t(`search.synonyms.${wrong}`, { most: LIMITS[wrong] })
                  : undefined
              }
              onChange={(next) => {
                change({ words: next.words })
                setTyped(next.typed)
              }}
            />
            <Turn
              id="synonym-one-way"
              label={t("search.synonyms.oneWay")}
              hint={t("search.synonyms.oneWayHint")}
              isOn={draft.is_one_way}
              onTurn={(is_one_way) => change({ is_one_way })}
            />
            <Turn
              id="synonym-active"
              label={t("search.synonyms.isOn")}
              hint={t("search.synonyms.isOnHint")}
              isOn={draft.is_active}
              onTurn={(is_active) => change({ is_active })}
            />
            <Preview draft={whole} />
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" size="small" onClick={onClose}>
              {t("words.cancel")}
            </Button>
            <Button type="submit" size="small" disabled={wrong !== null} isLoading={save.isPending}>
              {t("words.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}

function Turn(props: {
  id: string
  label: string
  hint: string
  isOn: boolean
  onTurn: (isOn: boolean) => void
}) {
  const { id, label, hint, isOn, onTurn } = props
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center gap-x-3">
        <Switch id={id} checked={isOn} onCheckedChange={onTurn} />
        <Label htmlFor={id} size="small">
          {label}
        </Label>
      </div>
      <Hint>{hint}</Hint>
    </div>
  )
}

/** What a shopper will find, in a sentence; the same words that the help uses. */
function Preview({ draft: { words, is_one_way } }: { draft: Draft }) {
  const { t } = useText()
  const [first, ...others] = words
  return (
    <Text
      size="small"
      role="status"
      className="bg-ui-bg-subtle text-ui-fg-base break-words rounded-lg p-3 [overflow-wrap:anywhere]"
    >
      {others.length === 0
        ? t("search.synonyms.enough")
        : t(is_one_way ? "search.synonyms.preview" : "search.synonyms.previewBoth", {
            first,
            others: others.join(", "),
          })}
    </Text>
  )
}
