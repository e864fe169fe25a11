import { Badge, Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { Home, LowItem } from "../lib/types"

/** Pieces at or under which low becomes urgent (business rule 17). */
const URGENT = 3

/** The goods that run out first. */
export function LowStock({ count, urgent, items }: NonNullable<Home["low_stock"]>) {
  const { t } = useText()
  return (
    <Section
      title={t("home.lowStock")}
      hint={count > 0 ? t("home.lowStockHint", { count, urgent }) : t("home.enough")}
      padded={false}
      actions={
        count > 0 && (
          <Button size="small" variant="secondary" asChild>
            <Link to="/shop/warehouse?stock=low">{t("home.allLow")}</Link>
          </Button>
        )
      }
    >
      {items.length > 0 && (
        <ul className="divide-y">
          {items.map((item) => (
            <Row key={item.variant_id} item={item} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Row({ item }: { item: LowItem }) {
  const { t, lang, number } = useText()
  const name = item.name[lang] ?? item.name.uz
  return (
    <li>
      <Link
        to={`/shop/warehouse/${item.listing_id}`}
        className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex items-center justify-between gap-3 px-4 py-3 outline-none md:px-6"
      >
        <div className="min-w-0">
          <Text size="small" weight="plus" className="truncate">
            {name}
          </Text>
          {item.title !== name && (
            <Text size="small" className="text-ui-fg-subtle truncate">
              {item.title}
            </Text>
          )}
        </div>
        <Badge size="2xsmall" color={item.available <= URGENT ? "red" : "orange"} className="shrink-0">
          {item.available <= 0 ? t("home.goneOut") : t("home.left", { count: number(item.available) })}
        </Badge>
      </Link>
    </li>
  )
}
