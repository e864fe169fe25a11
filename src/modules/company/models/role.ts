import { model } from "@medusajs/framework/utils"

/** A role that a company made for its own people; the built-in ones are in `lib/permissions.ts`. */
export const CompanyRole = model
  .define(
    { name: "company_role", tableName: "company_role" },
    {
      id: model.id({ prefix: "crole" }).primaryKey(),
      company_id: model.text(),
      name: model.text(),
      permissions: model.array(),
    }
  )
  .indexes([{ on: ["company_id", "name"], unique: true }])
