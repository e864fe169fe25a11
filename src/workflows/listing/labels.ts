import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { formatMoney, Label, LabelPaper, labelsPdf, Language } from "../../documents"
import { assertId } from "../../lib/errors"
import { ListingErrors } from "../../modules/listing/errors"
import { SINGLE_OPTION } from "../../modules/listing/lib/draft"

export const MAX_LABELS = 2000

export type LabelWish = { variant_id: string; copies: number }

type Row = {
  id: string
  title: string
  price: string
  barcode: string | null
  shop_code: string | null
  name: string
  company: string
}

/**
 * Price labels of a company's variants, in the order they were asked for.
 * @throws {MedusaError} LISTING_LABELS_TOO_MANY; LISTING_VARIANT_UNKNOWN, also for another company's
 */
export async function printLabels(
  container: MedusaContainer,
  input: { company_id: string; items: LabelWish[]; paper: LabelPaper; language: Language }
): Promise<Buffer> {
  assertId(input.company_id, "company id")
  const { items, language } = input
  if (items.reduce((sum, { copies }) => sum + copies, 0) > MAX_LABELS) {
    throw ListingErrors.labelsTooMany(MAX_LABELS)
  }
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select v.id, v.title, v.price, v.barcode, v.shop_code, c.name as company,
            coalesce(case ? when 'ru' then l.name_ru when 'en' then l.name_en end, l.name_uz) as name
       from listing_variant v
       join listing l on l.id = v.listing_id and l.deleted_at is null
       join company c on c.id = v.company_id
      where v.company_id = ? and v.id = any(?) and v.deleted_at is null`,
    [language, input.company_id, items.map(({ variant_id }) => variant_id)]
  )
  const byId = new Map(rows.map((row) => [row.id, labelOf(row, language)]))
  const labels = items.flatMap(({ variant_id, copies }) => {
    const label = byId.get(variant_id)
    if (!label) {
      throw ListingErrors.unknownVariant(variant_id)
    }
    return Array<Label>(copies).fill(label)
  })
  return labelsPdf(labels, input.paper)
}

function labelOf(row: Row, language: Language): Label {
  const { barcode, shop_code, company, name, title, price } = row
  return {
    company,
    name,
    detail: title === SINGLE_OPTION.value ? undefined : title,
    price: formatMoney(MathBN.mult(price, 100), "uzs", language),
    code: barcode
      ? { text: barcode, kind: "ean" }
      : shop_code
        ? { text: shop_code, kind: "code128" }
        : undefined,
  }
}
