import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { randomLetters } from "../lib/ids"
import { COMPANY_MODULE } from "../modules/company"
import CompanyModuleService from "../modules/company/service"
import { keepCatalog } from "../workflows/catalog"
import { grantOperatorWorkflow } from "../workflows/operator"
import { addDemoMember, addShopper } from "./accounts"
import { showAds } from "./ads"
import { importOldMarket } from "./old-market"
import { openMarket } from "./open-market"
import { planSpending } from "./spending"
import { sellForAMonth } from "./sales"

type DemoAccount = { role: string; email: string; password: string; company?: string }

/**
 * The demo market: an old Azaton market brought over with its year of sales, an operator, an owner for each company, a
 * cashier of the first (with a month at its desk) and a shopper. It is run once, by `npm start` in demo mode, and writes the
 * sign-ins (with passwords made here) to `.bozor/demo.json`.
 */
export default async function seedDemo({ container }: ExecArgs) {
  const opened = await openMarket(container, [])
  const operator = account("operator", "operator@bozor.uz")
  await grantOperatorWorkflow(container).run({ input: operator })
  await importOldMarket(container)
  await showAds(container, new Date())
  const accounts = [operator, ...(await addPeople(container))]
  const shopper = account("shopper", "xaridor@bozor.uz")
  await addShopper(container, shopper)
  await keepCatalog(container)
  const folder = path.join(process.cwd(), ".bozor")
  await mkdir(folder, { recursive: true })
  await writeFile(
    path.join(folder, "demo.json"),
    JSON.stringify({ publishable_key: opened.publishable_key, accounts: [...accounts, shopper] }, null, 2),
    { mode: 0o600 }
  )
}

const account = (role: string, email: string, company?: string): DemoAccount => ({
  role,
  email,
  password: randomLetters(12),
  ...(company && { company }),
})

/** Owners of the companies that sell; the first company has a cashier, a month of sales and plans for its spending too. */
async function addPeople(container: MedusaContainer): Promise<DemoAccount[]> {
  const companies = await container
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .listCompanies({ status: "active" }, { order: { created_at: "ASC", id: "ASC" } })
  const accounts: DemoAccount[] = []
  for (const [index, { id: company_id, handle, name }] of companies.entries()) {
    const owner = account("owner", `${handle}@bozor.uz`, name)
    const person = await addDemoMember(container, { ...owner, company_id })
    accounts.push(owner)
    if (index === 0) {
      const cashier = account("cashier", "kassir@bozor.uz", name)
      await addDemoMember(container, { ...cashier, company_id })
      accounts.push(cashier)
      await sellForAMonth(container, { company_id, ...person })
      await planSpending(container, { company_id, ...person })
    }
    container.resolve(ContainerRegistrationKeys.LOGGER).info(`demo: ${name}`)
  }
  return accounts
}
