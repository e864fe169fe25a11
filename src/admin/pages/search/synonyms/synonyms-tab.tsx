import { useState } from "react"
import { Button } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { Empty, Shown } from "../../../components/states"
import { useText } from "../../../lib/text"
import { SearchLine } from "../../market/filter-bar"
import { hasWord } from "../lib/synonym-form"
import type { Synonym } from "../lib/types"
import { useSynonyms } from "../lib/use-synonyms"
import { Help } from "./help"
import { SynonymList } from "./synonym-list"

type Props = {
  onAdd: () => void
  onEdit: (synonym: Synonym) => void
  onSeeZero: () => void
}

/** Words that stand for one another: the operator's own, and those that came with the search. */
export function SynonymsTab({ onAdd, onEdit, onSeeZero }: Props) {
  const { t } = useText()
  const [q, setQ] = useState("")
  const read = useSynonyms()
  const find = (synonyms: Synonym[]) => synonyms.filter((synonym) => hasWord(synonym, q))
  return (
    <>
      <Section>
        <div className="flex flex-col gap-y-4">
          <Help />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <div className="w-full sm:w-72">
              <SearchLine label={t("search.synonyms.find")} value={q} onSearch={setQ} />
            </div>
            <Button size="small" onClick={onAdd}>
              {t("search.synonyms.add")}
            </Button>
          </div>
        </div>
      </Section>
      <Section title={t("search.synonyms.title")} hint={t("search.synonyms.soon")} padded={false}>
        <Shown read={read}>
          {({ own }) =>
            own.length === 0 ? (
              <Empty text={t("search.synonyms.empty")} hint={t("search.synonyms.emptyHint")}>
                <Button size="small" variant="secondary" onClick={onSeeZero}>
                  {t("search.synonyms.seeZero")}
                </Button>
              </Empty>
            ) : (
              <SynonymList label={t("search.synonyms.title")} synonyms={find(own)} onEdit={onEdit} />
            )
          }
        </Shown>
      </Section>
      {read.data && read.data.builtIn.length > 0 && (
        <Section title={t("search.synonyms.builtIn")} hint={t("search.synonyms.builtInHint")} padded={false}>
          <SynonymList label={t("search.synonyms.builtIn")} synonyms={find(read.data.builtIn)} />
        </Section>
      )}
    </>
  )
}
