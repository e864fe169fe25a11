import { useState } from "react"
import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Column, DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Empty } from "../../../components/states"
import { Segments } from "../charts/chart-or-table"
import { CompanyFigures, Figure } from "../lib/types"
import { useWords } from "../use-words"

const LIMIT = 20
const ORDERS = ["revenue", "net_profit"] as const
const SHOWN = [
  "orders",
  "revenue",
  "cost",
  "markup_profit",
  "expenses",
  "commission",
  "net_profit",
] as const satisfies Figure[]

/** Every company's figures beside one another; one leads to its own. */
export function Companies({
  companies,
  onOpen,
}: {
  companies: CompanyFigures[]
  onOpen: (company: CompanyFigures) => void
}) {
  const { t, money, number } = useWords()
  const [order, setOrder] = useState<(typeof ORDERS)[number]>("revenue")
  const [offset, setOffset] = useState(0)
  const rows = [...companies].sort((one, other) => other[order] - one[order])
  const columns: Array<Column<CompanyFigures>> = [
    { key: "name", title: t("finance.companies.name"), value: ({ name }) => name },
    ...SHOWN.map((figure) => ({
      key: figure,
      title: t(`finance.figure.${figure}`),
      align: "end" as const,
      value: (row: CompanyFigures) => (figure === "orders" ? number(row.orders) : money(row[figure])),
    })),
  ]
  return (
    <Section
      title={t("finance.companies.title")}
      hint={t("finance.companies.hint")}
      padded={false}
      actions={
        <Segments
          label={t("finance.companies.order")}
          value={order}
          options={ORDERS.map((value) => ({ value, label: t(`finance.figure.${value}`) }))}
          onChoose={(value) => {
            setOrder(value)
            setOffset(0)
          }}
        />
      }
    >
      <DataList
        label={t("finance.companies.title")}
        rows={rows.slice(offset, offset + LIMIT)}
        columns={columns}
        idOf={({ company_id }) => company_id}
        onOpen={onOpen}
        empty={<Empty text={t("finance.companies.none")} />}
        actions={({ company_id }) => (
          <Button size="small" variant="transparent" asChild className="print:hidden">
            <Link to={`/market/companies/${company_id}`}>{t("finance.companies.open")}</Link>
          </Button>
        )}
      />
      <Pager count={rows.length} offset={offset} limit={LIMIT} onMove={setOffset} />
    </Section>
  )
}
