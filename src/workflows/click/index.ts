import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clickProviderId } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import {
  answerText,
  CLICK_ERROR,
  ClickAction,
  clickCall,
  ClickError,
  ClickErrorCode,
  ClickFields,
  isSigned,
  readFields,
} from "../../providers/click/protocol"
import { loggable } from "../gateway/loggable"
import { complete } from "./complete"
import { ClickHandler, ClickOutcome } from "./context"
import { prepare } from "./prepare"

const HANDLERS: Record<ClickAction, ClickHandler> = { prepare, complete }
const ACTION_NUMBERS: Record<ClickAction, string> = { prepare: "0", complete: "1" }

export type ClickRequest = {
  http_method: string
  /** Raw text of the body, or null when it was larger than the limit. */
  body: string | null
}

/** Answers a call of the Prepare address. Both addresses look at `action`, so they may be one (Click SHOP API 1.4). */
export function answerClickPrepare(container: MedusaContainer, request: ClickRequest): Promise<string> {
  return answerClick(container, "prepare", request)
}

/** Answers a call of the Complete address. */
export function answerClickComplete(container: MedusaContainer, request: ClickRequest): Promise<string> {
  return answerClick(container, "complete", request)
}

/**
 * Whatever happens, the answer is the protocol's own, to be sent with HTTP 200.
 * @returns JSON text
 */
async function answerClick(
  container: MedusaContainer,
  route: ClickAction,
  { http_method, body }: ClickRequest
): Promise<string> {
  const fields = http_method === "POST" && body !== null ? readFields(body) : null
  const action = { "0": "prepare", "1": "complete" }[fields?.get("action") ?? ""] as ClickAction | undefined
  try {
    const { id, code } = await run(container, route, fields)
    return answerText(action ?? route, fields, id, code)
  } catch (error) {
    return answerText(action ?? route, fields, null, codeOf(error, container))
  }
}

/** The order of checks (2.7): fields, service, signature, action. Nothing is read or written before the signature. */
async function run(
  container: MedusaContainer,
  route: ClickAction,
  fields: ClickFields | null
): Promise<ClickOutcome> {
  const parsed = fields && clickCall(fields, route)
  if (!parsed) {
    throw new ClickError(CLICK_ERROR.BAD_REQUEST)
  }
  const { action, call } = parsed
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const options = gateway.options.click
  const service = options.services.find(({ service_id }) => service_id === call.service_id)
  if (!service) {
    throw new ClickError(CLICK_ERROR.BAD_REQUEST)
  }
  if (!isSigned(action, call, service.secret_key)) {
    throw new ClickError(CLICK_ERROR.SIGN_CHECK_FAILED)
  }
  if (call.action !== ACTION_NUMBERS[action]) {
    throw new ClickError(CLICK_ERROR.ACTION_NOT_FOUND)
  }
  const provider_id = clickProviderId(service.id)
  return HANDLERS[action](call, { container, gateway, options, provider_id, now: Date.now() })
}

/** Anything that is not the protocol's own refusal could not be stored: Click asks again. */
function codeOf(error: unknown, container: MedusaContainer): ClickErrorCode {
  if (error instanceof ClickError) {
    return error.code
  }
  container.resolve(ContainerRegistrationKeys.LOGGER).error("a call of Click failed", loggable(error))
  return CLICK_ERROR.NOT_STORED
}

export { submitFiscal } from "./fiscal"
export { reverseClickPayment } from "./reverse"
export { settleClickAlerts } from "./alerts"
