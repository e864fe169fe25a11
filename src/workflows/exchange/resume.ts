import { MedusaContainer } from "@medusajs/framework/types"
import { EXCHANGE_MODULE } from "../../modules/exchange"
import ExchangeModuleService from "../../modules/exchange/service"
import { applyImport, SILENT_MS } from "./apply"

/** Goes on with imports whose runner has been silent, and begins those whose call got lost. */
export async function resumeImports(container: MedusaContainer, silentMs: number = SILENT_MS): Promise<void> {
  const silent = { $lt: new Date(Date.now() - silentMs) }
  const imports = await container
    .resolve<ExchangeModuleService>(EXCHANGE_MODULE)
    .listExchangeImports(
      { status: "applying", $or: [{ heartbeat_at: null, updated_at: silent }, { heartbeat_at: silent }] },
      { select: ["id"], take: 20, order: { started_at: "ASC" } }
    )
  for (const { id } of imports) {
    await applyImport(container, id, silentMs)
  }
}
