import { words } from "./words"
import { shell } from "./shell"
import { errors } from "./errors"
import { home } from "./home"
import { orders } from "./orders"
import { warehouse } from "./warehouse"
import { exchange } from "./exchange"
import { pos } from "./pos"
import { receipts } from "./receipts"
import { ads } from "./ads"
import { sales } from "./sales"
import { expenses } from "./expenses"
import { finance } from "./finance"
import { ledger } from "./ledger"
import { settlements } from "./settlements"
import { team } from "./team"
import { settings } from "./settings"
import { market } from "./market"
import { reviews } from "./reviews"
import { search } from "./search"
import { access } from "./access"

export const uz = {
  words,
  shell,
  errors,
  home,
  orders,
  warehouse,
  exchange,
  pos,
  receipts,
  ads,
  sales,
  expenses,
  finance,
  ledger,
  settlements,
  team,
  settings,
  market,
  reviews,
  search,
  access,
}
