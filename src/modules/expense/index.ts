import { Module } from "@medusajs/framework/utils"
import ExpenseModuleService from "./service"

export const EXPENSE_MODULE = "expense"

export default Module(EXPENSE_MODULE, { service: ExpenseModuleService })
