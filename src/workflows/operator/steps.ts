import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../lib/errors"
import { isUniqueViolation } from "../../lib/sql"
import { COMPANY_MODULE } from "../../modules/company"
import CompanyModuleService from "../../modules/company/service"

type Made = { user_id: string; identity_id: string }

/** Finds the user with an e-mail address, or makes one who signs in with e-mail and password. */
export const ensureUserStep = createStep(
  "ensure-user",
  async (input: { email: string; password?: string; first_name?: string }, { container }) => {
    assertId(input.email, "email")
    const users = container.resolve(Modules.USER)
    const [existing] = await users.listUsers({ email: input.email }, { take: 1 })
    if (existing) {
      return new StepResponse({ id: existing.id, created: false }, null as Made | null)
    }
    if (!input.password) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `There is no user ${input.email} yet: give a password to make one`,
        "PASSWORD_REQUIRED"
      )
    }
    const auth = container.resolve(Modules.AUTH)
    const { success, authIdentity, error } = await auth.register("emailpass", {
      body: { email: input.email, password: input.password },
    })
    if (!success || !authIdentity) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, error ?? "The password was not accepted")
    }
    const user = await users.createUsers({ email: input.email, first_name: input.first_name })
    await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: user.id } })
    return new StepResponse({ id: user.id, created: true }, {
      user_id: user.id,
      identity_id: authIdentity.id,
    } as Made | null)
  },
  async (made, { container }) => {
    if (made) {
      await container.resolve(Modules.USER).deleteUsers([made.user_id])
      await container.resolve(Modules.AUTH).deleteAuthIdentities([made.identity_id])
    }
  }
)

/** @throws {MedusaError} 404 when there is no such user */
export const requireUserStep = createStep(
  "require-user",
  async (input: { user_id: string }, { container }) => {
    assertId(input.user_id, "user id")
    await container.resolve(Modules.USER).retrieveUser(input.user_id, { select: ["id"] })
    return new StepResponse(undefined)
  }
)

/** Writes the operator grant; granting twice changes nothing, also when both come at once. */
export const grantOperatorStep = createStep(
  "grant-operator",
  async (input: { user_id: string; granted_by?: string | null }, { container }) => {
    assertId(input.user_id, "user id")
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const find = async () => (await companies.listOperators({ user_id: input.user_id }, { take: 1 })).at(0)
    const existing = await find()
    if (existing) {
      return new StepResponse(existing, null as string | null)
    }
    try {
      const operator = await companies.createOperators(input)
      return new StepResponse(operator, operator.id as string | null)
    } catch (error) {
      const rival = isUniqueViolation(error) ? await find() : undefined
      if (!rival) {
        throw error
      }
      return new StepResponse(rival, null as string | null)
    }
  },
  async (operatorId, { container }) => {
    if (operatorId) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteOperators(operatorId)
    }
  }
)
