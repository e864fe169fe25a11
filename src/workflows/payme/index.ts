import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import {
  authenticateCashbox,
  ipAllowed,
  isPaymeMethod,
  NULL_ID,
  parseRpc,
  PAYME_ERROR,
  PaymeError,
  PaymeMethod,
  rpcErrorText,
  rpcResultText,
} from "../../providers/payme/protocol"
import { cashboxesOf, PaymeCashboxSetting } from "./cashboxes"
import { PaymeContext, PaymeMethodHandler } from "./context"
import { loggable } from "../gateway/loggable"
import { cancel } from "./methods/cancel"
import { checkPerform } from "./methods/check-perform"
import { create } from "./methods/create"
import { perform } from "./methods/perform"
import { changePassword, check, setFiscalData, statement } from "./methods/reports"

const METHODS: Record<PaymeMethod, PaymeMethodHandler> = {
  CheckPerformTransaction: checkPerform,
  CreateTransaction: create,
  PerformTransaction: perform,
  CancelTransaction: cancel,
  CheckTransaction: check,
  GetStatement: statement,
  SetFiscalData: setFiscalData,
  ChangePassword: changePassword,
}

export type PaymeCall = {
  http_method: string
  /** Address of the caller as the trusted proxy saw it. */
  ip: string
  authorization: string | undefined
  /** Raw text of the body, or null when it was larger than the limit. */
  body: string | null
}

/**
 * Answers one call of Payme's Merchant API. Whatever happens, the answer is the protocol's own, to be sent with HTTP
 * 200: any other status Payme reads as "broken". The order of checks tells strangers nothing: method of HTTP, address,
 * key, and only then the body.
 * @returns JSON text
 */
export async function answerPayme(container: MedusaContainer, call: PaymeCall): Promise<string> {
  let id = NULL_ID
  try {
    const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
    const parsed = call.body === null ? null : parseRpc(call.body)
    id = parsed === null ? NULL_ID : parsed.ok ? parsed.call.rawId : parsed.rawId
    const cashbox = await admit(gateway, call)
    if (parsed === null) {
      throw new PaymeError(PAYME_ERROR.BAD_REQUEST)
    }
    if (!parsed.ok) {
      throw parsed.error
    }
    const { method, params } = parsed.call
    const options = gateway.options.payme
    if (!isPaymeMethod(method) || (method === "ChangePassword" && !options.change_password)) {
      throw new PaymeError(PAYME_ERROR.UNKNOWN_METHOD, method)
    }
    const context: PaymeContext = { container, gateway, options, cashbox, now: Date.now() }
    return rpcResultText(id, await METHODS[method](params, context))
  } catch (error) {
    return rpcErrorText(id, asPaymeError(error, container))
  }
}

/** Lets a call in: POST, from an allowed address, with the key of a cash box. */
async function admit(gateway: GatewayModuleService, call: PaymeCall): Promise<PaymeCashboxSetting> {
  if (call.http_method !== "POST") {
    throw new PaymeError(PAYME_ERROR.NOT_POST)
  }
  const options = gateway.options.payme
  const replaced = options.change_password ? await gateway.replacedKeys() : {}
  const cashbox = ipAllowed(call.ip, options.allowed_ips)
    ? authenticateCashbox(call.authorization, cashboxesOf(options, replaced), { login: options.login })
    : null
  if (!cashbox) {
    throw new PaymeError(PAYME_ERROR.NOT_AUTHORIZED)
  }
  return cashbox
}

/** Anything that is not the protocol's own refusal is "temporary": Payme tries again. */
function asPaymeError(error: unknown, container: MedusaContainer): PaymeError {
  if (error instanceof PaymeError) {
    return error
  }
  container.resolve(ContainerRegistrationKeys.LOGGER).error("a call of Payme failed", loggable(error))
  return new PaymeError(PAYME_ERROR.INTERNAL)
}

export { sweepExpired } from "./sweep"
