import { Module } from "@medusajs/framework/utils"
import AdModuleService from "./service"

export const AD_MODULE = "ad"

export default Module(AD_MODULE, { service: AdModuleService })
