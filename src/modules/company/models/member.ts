import { model } from "@medusajs/framework/utils"

/**
 * A person's place in a company. `invited` rows wait for the person (by e-mail) and give no access; `removed` rows
 * stay for the history and give none either.
 */
export const Member = model
  .define(
    { name: "company_member", tableName: "company_member" },
    {
      id: model.id({ prefix: "cmem" }).primaryKey(),
      company_id: model.text(),
      user_id: model.text().nullable(),
      email: model.text(),
      role: model.enum(["owner", "manager", "cashier", "warehouse", "accountant", "marketer"]),
      /** A role of the company's own making; with one, `role` says nothing and gives nothing. */
      role_id: model.text().nullable(),
      status: model.enum(["invited", "active", "suspended", "removed"]).default("invited"),
      invite_id: model.text().nullable(),
      /** SHA-256 of the secret that accepts the invitation: having somebody's e-mail address proves nothing. */
      token_sha256: model.text().nullable(),
      invited_by: model.text().nullable(),
    }
  )
  .indexes([
    // One living membership per person and company; a removed person can be invited again.
    { on: ["company_id", "email"], unique: true, where: "status <> 'removed' and deleted_at is null" },
    { on: ["user_id"], where: "user_id is not null and deleted_at is null" },
    { on: ["email"] },
    { on: ["invite_id"] },
    { on: ["role_id"], where: "role_id is not null and deleted_at is null" },
  ])
