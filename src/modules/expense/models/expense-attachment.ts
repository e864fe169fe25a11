import { model } from "@medusajs/framework/utils"

/** A photo or PDF that proves an expense; the same file proves one expense of a company only. */
export const ExpenseAttachment = model
  .define(
    { name: "expense_attachment", tableName: "expense_attachment" },
    {
      id: model.id({ prefix: "eatt" }).primaryKey(),
      company_id: model.text(),
      expense_id: model.text(),
      /** Key of the file module's private file. */
      file_key: model.text(),
      file_name: model.text(),
      mime_type: model.enum(["image/jpeg", "image/png", "image/webp", "application/pdf"]),
      size: model.number(),
      /** Of the bytes as they were sent. */
      sha256: model.text(),
    }
  )
  .indexes([
    { on: ["company_id", "sha256"], unique: true, where: "deleted_at is null" },
    { on: ["expense_id"] },
  ])
