import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import BozorSearchProvider from "./service"

export default ModuleProvider(Modules.SEARCH, { services: [BozorSearchProvider] })
