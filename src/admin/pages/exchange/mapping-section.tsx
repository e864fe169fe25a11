import { Badge, Text } from "@medusajs/ui"
import { Field, FIELDS, FileColumn, Mapping } from "../../../modules/exchange/lib/fields"
import { Choice } from "../../components/field"
import { Section } from "../../components/page"
import { api } from "../../lib/api"
import { useCompany } from "../../lib/company"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { assign, fieldOf } from "./lib/mapping"
import { Import } from "./lib/types"

/** Fields that only those may set who see what goods cost. */
const OF_COST: readonly Field[] = ["cost", "markup_percent", "price"]

/** Which column is what. Guessed already; a change is checked at once. */
export function MappingSection({ path, found }: { path: string; found: Import }) {
  const { t } = useText()
  const { can } = useCompany()
  const remap = useAct((mapping: Mapping) => api.post(path, { mapping }))
  const mapping = remap.isPending ? remap.variables : found.mapping
  const fields = FIELDS.filter((field) => can("listing:cost") || !OF_COST.includes(field))
  return (
    <Section title={t("exchange.columns")} hint={t("exchange.columnsHint")} padded={false}>
      <ul className="divide-y" aria-busy={remap.isPending}>
        {found.columns.map((column) => (
          <ColumnLine
            key={column.index}
            column={column}
            field={fieldOf(mapping, column.index)}
            fields={fields}
            onChoose={(field) => remap.mutate(assign(mapping, column.index, field))}
          />
        ))}
      </ul>
    </Section>
  )
}

function ColumnLine({
  column,
  field,
  fields,
  onChoose,
}: {
  column: FileColumn
  field: Field | ""
  fields: readonly Field[]
  onChoose: (field: Field | "") => void
}) {
  const { t } = useText()
  const name = column.header || t("exchange.noHeader", { number: column.index + 1 })
  return (
    <li className="grid items-center gap-2 px-4 py-3 md:grid-cols-[1fr_16rem] md:gap-6 md:px-6">
      <div className="min-w-0">
        <Text weight="plus" size="small" className="break-words">
          {name}
        </Text>
        <div className="mt-1 flex flex-wrap gap-1">
          {column.sample.map((text) => (
            <Badge key={text} size="2xsmall" className="max-w-full truncate">
              {text}
            </Badge>
          ))}
        </div>
      </div>
      <Choice
        label={t("exchange.meaningOf", { name })}
        value={field}
        emptyLabel={t("exchange.notImported")}
        options={fields.map((value) => ({ value, label: t(`exchange.field.${value}`) }))}
        onChoose={(value) => onChoose(value as Field | "")}
      />
    </li>
  )
}
