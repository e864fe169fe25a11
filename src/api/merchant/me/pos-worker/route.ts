import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { workerScript } from "./worker"

/**
 * The cash desk's service worker. It stands under `/merchant/me` because the browser fetches it by itself, without the
 * header that names a company.
 */
export async function GET(_: MedusaRequest, res: MedusaResponse) {
  res.setHeader("content-type", "text/javascript; charset=utf-8")
  res.setHeader("service-worker-allowed", "/app")
  res.setHeader("cache-control", "no-cache")
  res.send(workerScript())
}
