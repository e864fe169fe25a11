import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import UzumPaymentProvider from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [UzumPaymentProvider] })
