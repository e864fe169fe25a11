import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import SharePaymentProvider from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [SharePaymentProvider] })
