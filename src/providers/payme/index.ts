import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import PaymePaymentProvider from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [PaymePaymentProvider] })
