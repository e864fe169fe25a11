import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Region = { payment_providers?: Array<{ id: string } | undefined> }

/**
 * Adds payment providers to the demo market's region. Run by `npm start` in demo mode with the ids of those that the market
 * did not know when it was loaded; what the region offers already stays.
 */
export default async function offerProviders({ container, args }: ExecArgs) {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const id = store?.default_region_id
  if (!id || args.length === 0) {
    return
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["id", "payment_providers.id"],
    filters: { id },
  })
  const offered = ((data[0] as Region).payment_providers ?? []).flatMap((provider) =>
    provider ? [provider.id] : []
  )
  await updateRegionsWorkflow(container).run({
    input: { selector: { id }, update: { payment_providers: [...new Set([...offered, ...args])] } },
  })
}
