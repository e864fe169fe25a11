import { GOODS } from "./goods"
import { PRICES } from "./prices"
import { SELLERS } from "./sellers"
import { Source } from "./source"
import { STOCK } from "./stock"

export type { Source } from "./source"

export const SOURCES: Source[] = [...GOODS, ...PRICES, ...STOCK, ...SELLERS]
