import { model } from "@medusajs/framework/utils"

/**
 * How a private company is entered, beside its code. Kept apart from the company's row, so that nothing that answers a
 * company can answer a digest. A company that has become public keeps its row, for the next time.
 */
export const CompanyDoor = model
  .define(
    { name: "company_door", tableName: "company_door" },
    {
      id: model.id({ prefix: "cdoor" }).primaryKey(),
      company_id: model.text(),
      /** The sales channel of its goods alone; never given to another company, nor made public. */
      private_channel_id: model.text().nullable(),
      /** Medusa's publishable key to that channel alone; none while the company is public. */
      publishable_key_id: model.text().nullable(),
      /** SHA-256 of the access key; null: the code alone lets in. */
      access_key_sha256: model.text().nullable(),
      /** When code or access key were last changed: whoever was shown out before may try the new ones. */
      renewed_at: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["company_id"], unique: true },
    {
      on: ["private_channel_id"],
      unique: true,
      where: "private_channel_id is not null and deleted_at is null",
    },
  ])
