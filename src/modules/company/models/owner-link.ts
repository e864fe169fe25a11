import { model } from "@medusajs/framework/utils"

/**
 * A one-time link that makes its holder the owner of a company that was brought over from an older system, where owners had
 * no e-mail address: whoever opens it says theirs. The secret is kept as a digest only.
 */
export const OwnerLink = model
  .define(
    { name: "company_owner_link", tableName: "company_owner_link" },
    {
      id: model.id({ prefix: "olink" }).primaryKey(),
      company_id: model.text(),
      token_sha256: model.text(),
      expires_at: model.dateTime(),
      used_at: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["token_sha256"], unique: true }, { on: ["company_id"] }])
