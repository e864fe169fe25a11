import { model } from "@medusajs/framework/utils"

/** That a customer may enter a private company. A grant that has ended stays for the history, and gives nothing. */
export const CompanyAccess = model
  .define(
    { name: "company_access", tableName: "company_access" },
    {
      id: model.id({ prefix: "cacc" }).primaryKey(),
      company_id: model.text(),
      customer_id: model.text(),
      granted_at: model.dateTime(),
      /** Who or what let them in: `code`, or `legacy` for a grant that an import brought. */
      source: model.text(),
      revoked_at: model.dateTime().nullable(),
      /** Who ended it: the customer, who may come back, or the company. */
      ended_by: model.enum(["customer", "company"]).nullable(),
    }
  )
  .indexes([
    {
      on: ["company_id", "customer_id"],
      unique: true,
      where: "revoked_at is null and deleted_at is null",
    },
    { on: ["customer_id"] },
  ])
