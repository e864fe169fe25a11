import { isDeepStrictEqual } from "node:util"
import type { Market } from "./goods"
import type { Server } from "./servers"

/**
 * Medusa's own routes must answer through our middlewares what they answer without: the same goods, counts, order and prices,
 * for keys of one and two channels.
 * @returns how many questions were asked
 * @throws {Error} with the first question that is answered otherwise
 */
export async function sameAnswers(ours: Server, vanilla: Server, market: Market): Promise<number> {
  const paths = pathsOf(market)
  for (const token of [market.one_channel, market.two_channels]) {
    for (const path of paths) {
      const [mine, theirs] = await Promise.all([ours, vanilla].map((server) => answerOf(server, path, token)))
      if (!isDeepStrictEqual(mine, theirs)) {
        throw new Error(`${path} is answered otherwise:\n${shown(mine)}\nthan by Medusa:\n${shown(theirs)}`)
      }
    }
  }
  return paths.length * 2
}

function pathsOf({ region_id, category_id, place, products }: Market): string[] {
  const region = `region_id=${region_id}`
  const priced = `${region}&fields=id,title,*variants.calculated_price`
  return [
    `/store/products?${priced}`,
    `/store/products?${priced}&limit=7&offset=${Math.floor(products / 2)}&order=-created_at`,
    `/store/products?${priced}&limit=100&order=title`,
    `/store/products?${priced}&q=oqdaryo&limit=50&order=id`,
    `/store/products?${priced}&category_id[]=${category_id}&order=id`,
    `/store/products?${priced}&sales_channel_id[]=${place.channels[0]}&order=id`,
    `/store/products?${priced}&id[]=prod_b1&id[]=prod_b2&id[]=prod_b9999999&order=id`,
    `/store/products?${priced}&handle=tovar-4`,
    `/store/products?fields=id,*sales_channels&limit=3&order=id`,
    `/store/products?fields=id&limit=5&offset=${products - 3}&order=id`,
    `/store/products/prod_b1?${priced}`,
    `/store/products/prod_b2?${priced}`,
    `/store/products/prod_none?${priced}`,
    `/store/product-variants?${region}&limit=40&order=id`,
    `/store/product-variants?${region}&sku[]=B1-1&sku[]=B2-2&order=id`,
    `/store/product-variants/variant_b1_1?${region}`,
  ]
}

type Answer = { status: number; body: Record<string, unknown> }

async function answerOf({ url }: Server, path: string, token: string): Promise<Answer> {
  const answer = await fetch(url + path, { headers: { "x-publishable-api-key": token } })
  const { sponsored: _ads, ...body } = (await answer.json()) as Record<string, unknown>
  return { status: answer.status, body }
}

const shown = (answer: Answer) => JSON.stringify(answer).slice(0, 600)
