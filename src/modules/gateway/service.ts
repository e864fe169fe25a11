import { MedusaService } from "@medusajs/framework/utils"
import { GatewayKey } from "./models/gateway-key"
import { GatewayTransaction } from "./models/gateway-transaction"
import { Payable } from "./models/payable"

class GatewayModuleService extends MedusaService({ Payable, GatewayTransaction, GatewayKey }) {}

export default GatewayModuleService
