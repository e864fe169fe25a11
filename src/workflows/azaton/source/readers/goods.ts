import { planCategories } from "../../plan/categories"
import { planProduct } from "../../plan/products"
import { Indexes } from "../indexes"
import { pagesOf } from "../pages"
import { Session, tableOf } from "../session"

/** Categories have no table: they are the texts of the goods, the first spelling first. */
export async function* readCategories(session: Session) {
  const seen = new Set<string>()
  const names = ["id", "name", "category"]
  for await (const page of pagesOf(session.legacy, tableOf(session, "products"), names)) {
    const texts = page.map((row) =>
      String(row.name).trim().startsWith("__CATEGORY") ? row.name : row.category
    )
    yield planCategories(texts, seen)
  }
}

export async function* readProducts(session: Session, indexes: Indexes) {
  const [companies, codes] = [await indexes.companies(), await indexes.goodsCodes()]
  const context = {
    hasCompany: companies.has,
    losesBarcode: (id: string) => codes.barcodes.has(id),
    losesShopCode: (id: string) => codes.shopCodes.has(id),
  }
  for await (const page of pagesOf(session.legacy, tableOf(session, "products"))) {
    yield page.map((row) => planProduct(row, context))
  }
}
