import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { normalizePhone } from "../lib/phone"
import { randomLetters } from "../lib/ids"
import { approveCompanyWorkflow, createCompanyWorkflow } from "../workflows/company"
import { createListingWorkflow } from "../workflows/listing"
import { grantOperatorWorkflow } from "../workflows/operator"
import { addDemoMember, addShopper } from "./accounts"
import market from "./market.json"
import { openMarket } from "./open-market"
import { sellForAMonth } from "./sales"

type DemoAccount = { role: string; email: string; password: string; company?: string }
type Goods = (typeof market)["companies"][number]["goods"][number]

/**
 * The demo market: four public companies with their goods, an operator, an owner for each company, a cashier of the first
 * (with a month of sales at its desk) and a shopper. It is run once, by `npm start` in demo mode, and writes the sign-ins (with passwords made here) to `.bozor/demo.json`.
 */
export default async function seedDemo({ container }: ExecArgs) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const opened = await openMarket(container, [
    ...new Set(market.companies.flatMap(({ goods }) => goods.map((row) => row[1]))),
  ])
  const accounts: DemoAccount[] = []
  const operator = { role: "operator", email: "operator@bozor.uz", password: randomLetters(12) }
  await grantOperatorWorkflow(container).run({ input: operator })
  accounts.push(operator)
  for (const company of market.companies) {
    const { result } = await createCompanyWorkflow(container).run({
      input: { company: { name: company.name, phone: normalizePhone(company.phone)! } },
    })
    const company_id = result.company.id
    await approveCompanyWorkflow(container).run({ input: { company_id } })
    const email = `${result.company.handle}@bozor.uz`
    const account = { role: "owner", email, password: randomLetters(12), company: company.name }
    const owner = await addDemoMember(container, { ...account, company_id })
    accounts.push(account)
    if (company === market.companies[0]) {
      const cashier = {
        role: "cashier",
        email: "kassir@bozor.uz",
        password: randomLetters(12),
        company: company.name,
      }
      await addDemoMember(container, { ...cashier, company_id })
      accounts.push(cashier)
    }
    for (const goods of company.goods as Goods[]) {
      await createListingWorkflow(container).run({ input: listingOf(company_id, goods, opened.categories) })
    }
    if (company === market.companies[0]) {
      await sellForAMonth(container, { company_id, ...owner })
    }
    logger.info(`demo: ${company.name}, ${company.goods.length} goods`)
  }
  const shopper = { role: "shopper", email: "xaridor@bozor.uz", password: randomLetters(12) }
  await addShopper(container, shopper)
  accounts.push(shopper)
  const folder = path.join(process.cwd(), ".bozor")
  await mkdir(folder, { recursive: true })
  await writeFile(
    path.join(folder, "demo.json"),
    JSON.stringify({ publishable_key: opened.publishable_key, accounts }, null, 2),
    { mode: 0o600 }
  )
}

function listingOf(company_id: string, goods: Goods, categories: Map<string, string>) {
  const [name, category, barcode, shop_code, cost, markup_percent, stock, is_visible] = goods as [
    string,
    string | null,
    string | null,
    string | null,
    number,
    number,
    number,
    boolean,
  ]
  return {
    company_id,
    name: { uz: name },
    facts: { category_id: category ? categories.get(category) : null, is_visible },
    options: [],
    variants: [{ cost, markup_percent, barcode, shop_code, stock }],
  }
}
