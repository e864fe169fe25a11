import { Permission } from "../../../modules/company/lib/permissions"
import { REQUISITES } from "./validators"

/** A company as its own people see it: the requisites are absent for those who may not know them. */
export function presentCompany(company: object, permissions: Permission[]) {
  const may = permissions.includes("company:requisites")
  return Object.fromEntries(Object.entries(company).filter(([field]) => may || !REQUISITES.includes(field)))
}
