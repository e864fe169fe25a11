import { planCompany } from "../../plan/companies"
import { planCustomer } from "../../plan/customers"
import { Indexes } from "../indexes"
import { pagesOf } from "../pages"
import { Session, tableOf } from "../session"

export async function* readCompanies(session: Session, indexes: Indexes) {
  const [companies, votes] = [await indexes.companies(), await indexes.votes()]
  for await (const page of pagesOf(session.legacy, tableOf(session, "companies"))) {
    yield page.map((row) => planCompany(row, { ...companies, rating: votes.rating }))
  }
}

export async function* readCustomers(session: Session, indexes: Indexes) {
  const [companies, users] = [await indexes.companies(), await indexes.users()]
  for await (const page of pagesOf(session.legacy, tableOf(session, "users"))) {
    yield page.map((row) => planCustomer(row, { ...users, tied: companies.tied }))
  }
}
