import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { Column, DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { Chosen } from "../lib/period"
import { Paged, SlowGoods as Row } from "../lib/types"
import { useFigures, useSource } from "../use-finance"
import { useWords } from "../use-words"

const LIMIT = 10

/** What stands on the shelves and is not bought. */
export function SlowGoods({ chosen }: { chosen: Chosen }) {
  const { t, money, number, day } = useWords()
  const { hasCost } = useSource()
  const navigate = useNavigate()
  const [offset, setOffset] = useState(0)
  const read = useFigures<Paged<"goods", Row>>(chosen, "slow-goods", { offset, limit: LIMIT })
  const value: Column<Row> = {
    key: "value",
    title: t("finance.slow.value"),
    align: "end",
    value: ({ stock_value }) => money(stock_value),
  }
  return (
    <Section title={t("finance.slow.title")} hint={t("finance.slow.hint")} padded={false}>
      <Shown read={read}>
        {({ goods, count }) => (
          <>
            <DataList
              label={t("finance.slow.title")}
              rows={goods}
              idOf={({ variant_id }) => variant_id}
              onOpen={({ listing_id }) => navigate(`/shop/warehouse/${listing_id}`)}
              empty={<Empty text={t("finance.slow.none")} />}
              columns={[
                { key: "name", title: t("finance.goods.name"), value: ({ title }) => title },
                {
                  key: "sold",
                  title: t("finance.goods.sold"),
                  align: "end",
                  value: ({ quantity }) => number(quantity),
                },
                {
                  key: "stock",
                  title: t("finance.slow.inStock"),
                  align: "end",
                  value: ({ available }) => number(available),
                },
                ...(hasCost ? [value] : []),
                {
                  key: "last",
                  title: t("finance.slow.lastSold"),
                  align: "end",
                  value: ({ last_sold_on }) =>
                    last_sold_on ? day(last_sold_on.slice(0, 10)) : t("finance.slow.never"),
                },
              ]}
            />
            <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
          </>
        )}
      </Shown>
    </Section>
  )
}
