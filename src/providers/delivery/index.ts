import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import CompanyDeliveryProvider from "./service"

export default ModuleProvider(Modules.FULFILLMENT, { services: [CompanyDeliveryProvider] })
