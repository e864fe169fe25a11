import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { Column, DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { SearchLine } from "../../market/filter-bar"
import { Segments } from "../charts/chart-or-table"
import { Chosen } from "../lib/period"
import { goodsPlace } from "../lib/places"
import { Goods, Paged } from "../lib/types"
import { useFigures, useSource } from "../use-finance"
import { useWords } from "../use-words"

const LIMIT = 10
const ORDERS = ["revenue", "quantity", "profit"] as const

/** What sells best, by what the reader cares for. */
export function TopGoods({ chosen }: { chosen: Chosen }) {
  const { t, money, number, percent } = useWords()
  const { isMarket, hasCost } = useSource()
  const navigate = useNavigate()
  const [order, setOrder] = useState<(typeof ORDERS)[number]>("revenue")
  const [q, setQ] = useState("")
  const [offset, setOffset] = useState(0)
  const read = useFigures<Paged<"goods", Goods>>(chosen, "goods", { order, q, offset, limit: LIMIT })
  const costly: Array<Column<Goods>> = [
    { key: "cost", title: t("finance.goods.cost"), align: "end", value: (row) => money(row.cost) },
    { key: "profit", title: t("finance.goods.profit"), align: "end", value: (row) => money(row.profit) },
  ]
  const columns: Array<Column<Goods>> = [
    { key: "name", title: t("finance.goods.name"), value: ({ title }) => title },
    {
      key: "quantity",
      title: t("finance.goods.sold"),
      align: "end",
      value: ({ quantity, returned_quantity }) => (
        <>
          {number(quantity)}
          {returned_quantity > 0 && (
            <div className="txt-xsmall text-ui-fg-muted">
              {t("finance.goods.returned", { count: returned_quantity })}
            </div>
          )}
        </>
      ),
    },
    { key: "revenue", title: t("finance.goods.revenue"), align: "end", value: (row) => money(row.revenue) },
    ...(hasCost ? costly : []),
    { key: "share", title: t("finance.goods.share"), align: "end", value: ({ share }) => percent(share) },
  ]
  const open = ({ listing_id }: Goods) => {
    const place = goodsPlace(listing_id)
    if (place) {
      navigate(place)
    }
  }
  return (
    <Section
      title={t("finance.goods.title")}
      padded={false}
      actions={
        <>
          <div className="w-full sm:w-52 print:hidden">
            <SearchLine
              label={t("finance.goods.search")}
              value={q}
              onSearch={(text) => {
                setQ(text)
                setOffset(0)
              }}
            />
          </div>
          <Segments
            label={t("finance.goods.order")}
            value={order}
            options={ORDERS.filter((value) => hasCost || value !== "profit").map((value) => ({
              value,
              label: t(`finance.goods.${value}`),
            }))}
            onChoose={(value) => {
              setOrder(value)
              setOffset(0)
            }}
          />
        </>
      }
    >
      <Shown read={read}>
        {({ goods, count }) => (
          <>
            <DataList
              label={t("finance.goods.title")}
              rows={goods}
              columns={columns}
              idOf={({ company_id = "", item }) => `${company_id}${item}`}
              onOpen={isMarket ? undefined : open}
              empty={<Empty text={q ? t("words.nothingFound") : t("finance.goods.none")} />}
            />
            <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
          </>
        )}
      </Shown>
    </Section>
  )
}
