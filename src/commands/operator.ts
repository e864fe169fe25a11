import { ExecArgs } from "@medusajs/framework/types"
import { readEnv } from "../lib/env"
import { grantOperatorWorkflow } from "../workflows/operator"

/**
 * `npm run operator` runs this inside Medusa. The password comes by the environment: an argument could be read by every
 * user of the machine.
 */
export default async function makeOperator({ container, args }: ExecArgs) {
  const [email] = args
  if (!email) {
    throw new Error("An e-mail address is needed: npm run operator -- --email you@example.com")
  }
  const password = readEnv().BOZOR_OPERATOR_PASSWORD
  await grantOperatorWorkflow(container).run({ input: { email, ...(password ? { password } : {}) } })
}
