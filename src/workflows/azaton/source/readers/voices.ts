import { planAd } from "../../plan/ads"
import { planRating } from "../../plan/ratings"
import { Indexes } from "../indexes"
import { pagesByAge, pagesOf } from "../pages"
import { Session, tableOf } from "../session"

export async function* readAds(session: Session, indexes: Indexes) {
  const companies = await indexes.companies()
  for await (const page of pagesByAge(session.legacy, tableOf(session, "advertisements"))) {
    yield page.map((row) => planAd(row, companies.has))
  }
}

export async function* readRatings(session: Session, indexes: Indexes) {
  const [companies, users, votes] = [await indexes.companies(), await indexes.users(), await indexes.votes()]
  for await (const page of pagesOf(session.legacy, tableOf(session, "company_ratings"))) {
    yield page.map((row) =>
      planRating(row, {
        hasCompany: companies.has,
        customer: users.customerNamed(row.customer_id),
        beatenBy: votes.beatenBy,
      })
    )
  }
}
