import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import UzumCheckoutPaymentProvider from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [UzumCheckoutPaymentProvider] })
