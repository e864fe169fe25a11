import { MedusaContainer } from "@medusajs/framework/types"
import { resumeImports } from "../workflows/exchange"

/** Goes on with imports that a crash or a restart interrupted. */
export default async function resumeInterruptedImports(container: MedusaContainer) {
  await resumeImports(container)
}

export const config = { name: "resume-imports", schedule: "* * * * *" }
