import { Fragment, useState } from "react"
import { Badge, Button, Switch, Text } from "@medusajs/ui"
import { ArrowLongRight } from "@medusajs/icons"
import { ConfirmButton } from "../../../components/confirm"
import { Pager } from "../../../components/pager"
import { Empty } from "../../../components/states"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { PAGE_SIZE } from "../../market/lib/use-list"
import { Synonym, SYNONYMS } from "../lib/types"

/** Groups of synonyms; those that may be changed have their buttons. */
export function SynonymList({
  label,
  synonyms,
  onEdit,
}: {
  label: string
  synonyms: Synonym[]
  onEdit?: (synonym: Synonym) => void
}) {
  const { t, number } = useText()
  const [offset, setOffset] = useState(0)
  // What was found may be less than what was turned over.
  const from = offset < synonyms.length ? offset : 0
  if (synonyms.length === 0) {
    return <Empty text={t("words.nothingFound")} />
  }
  return (
    <>
      <Text size="small" className="text-ui-fg-muted px-4 py-2 md:px-6">
        {t("search.synonyms.count", { count: synonyms.length, n: number(synonyms.length) })}
      </Text>
      <ul aria-label={label} className="divide-y border-t">
        {synonyms.slice(from, from + PAGE_SIZE).map((synonym) => (
          <Group key={synonym.id} synonym={synonym} onEdit={onEdit} />
        ))}
      </ul>
      <Pager count={synonyms.length} offset={from} limit={PAGE_SIZE} onMove={setOffset} />
    </>
  )
}

function Group({ synonym, onEdit }: { synonym: Synonym; onEdit?: (synonym: Synonym) => void }) {
  const { t } = useText()
  const { id, words, is_active } = synonym
  const name = words.join(", ")
  const turn = useAct(
    (next: boolean) => api.post(`${SYNONYMS}/${id}`, { is_active: next }),
    t(is_active ? "search.synonyms.turnedOff" : "search.synonyms.turnedOn")
  )
  const remove = useAct(() => api.delete(`${SYNONYMS}/${id}`), t("search.synonyms.removed"))
  return (
    <li
      aria-label={name}
      className="flex flex-col gap-2 px-4 py-3 md:flex-row md:items-center md:gap-4 md:px-6"
    >
      <Words synonym={synonym} />
      <div className="flex items-center gap-2">
        <Switch
          aria-label={t("search.synonyms.onOff", { words: name })}
          checked={is_active}
          disabled={turn.isPending}
          onCheckedChange={(next) => turn.mutate(next)}
        />
        {onEdit && (
          <>
            <Button
              size="small"
              variant="transparent"
              aria-label={t("search.synonyms.editOf", { words: name })}
              onClick={() => onEdit(synonym)}
            >
              {t("words.edit")}
            </Button>
            <ConfirmButton
              label={t("search.synonyms.drop")}
              question={t("search.synonyms.removeQuestion", { words: name })}
              isDanger
              variant="transparent"
              aria-label={t("search.synonyms.remove", { words: name })}
              isLoading={remove.isPending}
              onConfirm={() => remove.mutate()}
            />
          </>
        )}
      </div>
    </li>
  )
}

function Words({ synonym: { words, is_one_way, is_active } }: { synonym: Synonym }) {
  const { t } = useText()
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
      {words.map((word, index) => (
        <Fragment key={word}>
          <Badge
            size="small"
            color={is_active ? "blue" : "grey"}
            className="h-auto min-w-0 whitespace-normal break-words [overflow-wrap:anywhere]"
          >
            {word}
          </Badge>
          {is_one_way && index === 0 && (
            <span role="img" aria-label={t("search.synonyms.oneWay")} title={t("search.synonyms.oneWay")}>
              <ArrowLongRight className="text-ui-fg-muted" />
            </span>
          )}
        </Fragment>
      ))}
    </div>
  )
}
