import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import {
  answerText,
  errorAnswer,
  readUzumBody,
  servicesOf,
  UZUM_ERROR,
  UzumBody,
  UzumError,
  UzumErrorCode,
  UzumFields,
  UzumMethod,
  uzumRequest,
} from "../../providers/uzum/protocol"
import { loggable } from "../gateway/loggable"
import { serviceSettings, UzumHandler } from "./context"
import { check } from "./methods/check"
import { confirm } from "./methods/confirm"
import { create } from "./methods/create"
import { reverse } from "./methods/reverse"
import { status } from "./methods/status"

const METHODS: Record<UzumMethod, UzumHandler> = { check, create, confirm, reverse, status }

export type UzumCall = {
  method: UzumMethod
  http_method: string
  authorization: string | undefined
  /** Raw text of the body, or null when it was larger than the limit. */
  body: string | null
}

/** What is sent back: JSON text and its HTTP status. */
export type UzumReply = { status: number; text: string }

/**
 * Answers one call of Uzum Bank's Merchant API. Whatever happens, the answer is the protocol's own. The order of checks
 * tells strangers nothing: method of HTTP, credentials, and only then the body.
 */
export async function answerUzum(container: MedusaContainer, call: UzumCall): Promise<UzumReply> {
  const now = Date.now()
  const body = readUzumBody(call.body ?? "")
  try {
    const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
    return { status: 200, text: answerText(await run(container, gateway, call, body, now)) }
  } catch (error) {
    const code = codeOf(error, container)
    return {
      status: errorStatus(container),
      text: answerText(errorAnswer(call.method, body.echo, code, now)),
    }
  }
}

async function run(
  container: MedusaContainer,
  gateway: GatewayModuleService,
  call: UzumCall,
  body: UzumBody,
  now: number
): Promise<UzumFields> {
  if (call.http_method !== "POST") {
    throw new UzumError(UZUM_ERROR.NOT_POST)
  }
  const options = gateway.options.uzum
  const services = servicesOf(call.authorization, serviceSettings(options))
  if (services.length === 0) {
    throw new UzumError(UZUM_ERROR.ACCESS_DENIED)
  }
  const request = uzumRequest(call.method, body)
  const service = services.find(({ service_id }) => BigInt(service_id) === request.serviceId)
  if (!service) {
    throw new UzumError(unknownService(call.method))
  }
  return METHODS[call.method](request, { container, gateway, options, service, now })
}

/** Only the first two calls have a code for a wrong service; to the others its transaction is unknown (2.3). */
function unknownService(method: UzumMethod): UzumErrorCode {
  const isAboutAccount = method === "check" || method === "create"
  return isAboutAccount ? UZUM_ERROR.WRONG_SERVICE : UZUM_ERROR.TRANSACTION_NOT_FOUND
}

/** Anything that is not the protocol's own refusal is "try again later". */
function codeOf(error: unknown, container: MedusaContainer): UzumErrorCode {
  if (error instanceof UzumError) {
    return error.code
  }
  container.resolve(ContainerRegistrationKeys.LOGGER).error("a call of Uzum failed", loggable(error))
  return UZUM_ERROR.TRY_LATER
}

function errorStatus(container: MedusaContainer): number {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE, { allowUnregistered: true })
  return gateway?.options.uzum.error_http_status ?? 400
}

export { sweepUzum } from "./sweep"
