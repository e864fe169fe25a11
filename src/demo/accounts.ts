import { createCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../modules/company"
import CompanyModuleService from "../modules/company/service"

type SignIn = { email: string; password: string }

async function register(container: MedusaContainer, { email, password }: SignIn) {
  const { authIdentity, error } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email, password } })
  if (!authIdentity) {
    throw new Error(error ?? `${email} could not be registered`)
  }
  return authIdentity
}

/** A person of a company who signs in at once, without the detour of an invitation. Demo and tests only. */
export async function addDemoMember(
  container: MedusaContainer,
  input: SignIn & { company_id: string; role: string }
): Promise<{ user_id: string; member_id: string }> {
  const identity = await register(container, input)
  const user = await container.resolve(Modules.USER).createUsers({ email: input.email })
  await container
    .resolve(Modules.AUTH)
    .updateAuthIdentities({ id: identity.id, app_metadata: { user_id: user.id } })
  const member = await container.resolve<CompanyModuleService>(COMPANY_MODULE).createMembers({
    company_id: input.company_id,
    user_id: user.id,
    email: input.email,
    role: input.role as "owner",
    status: "active",
  })
  return { user_id: user.id, member_id: member.id }
}

/** A shopper with an account. */
export async function addShopper(
  container: MedusaContainer,
  input: SignIn
): Promise<{ customer_id: string }> {
  const identity = await register(container, input)
  const { result } = await createCustomerAccountWorkflow(container).run({
    input: { authIdentityId: identity.id, customerData: { email: input.email, first_name: "Xaridor" } },
  })
  return { customer_id: result.id }
}
