import { Module } from "@medusajs/framework/utils"
import LikeModuleService from "./service"

export const LIKE_MODULE = "like"

export default Module(LIKE_MODULE, { service: LikeModuleService })
