/** Between the pieces of a row: JSON text has no control characters, so nothing else can be taken for it. */
export const BETWEEN = "\u001f"

/** A product's row as the page statement reads it: pieces of JSON text with `BETWEEN` between them. */
export type ProductPieces = { title: string; parts: string; prices: string; stock: string }

const NO_PRICE = `"calculated_price":null`
const NO_STOCK = `"inventory_quantity":0,"is_in_stock":false`

/**
 * Puts a document together: the text before the title, the title, the text up to the first variant's price, and behind every
 * variant's price and stock what follows. A variant without a piece (made a moment ago) has no price and none in stock.
 */
export function renderProduct({ title, parts, prices, stock }: ProductPieces): string {
  const [head, body, ...rest] = parts.split(BETWEEN)
  const price = prices === "" ? [] : prices.split(BETWEEN)
  const left = stock === "" ? [] : stock.split(BETWEEN)
  let text = head + title + body
  for (let variant = 0; variant < rest.length; variant++) {
    text += `${price[variant] ?? NO_PRICE},${left[variant] ?? NO_STOCK}${rest[variant]}`
  }
  return text
}

/** Variants of a row. */
export const variantsOf = ({ parts }: { parts: string }) => Math.max(0, parts.split(BETWEEN).length - 2)
