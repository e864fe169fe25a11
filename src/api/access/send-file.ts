import { MedusaResponse } from "@medusajs/framework/http"

const TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const

/** Says that a download follows; it is about somebody's money, so nothing on the way may keep it. */
export function sendFileHead(res: MedusaResponse, type: keyof typeof TYPES, name: string): void {
  res.setHeader("content-type", TYPES[type])
  res.setHeader("content-disposition", `attachment; filename="${name.replace(/[^\w.-]/g, "_")}.${type}"`)
  res.setHeader("cache-control", "private, no-store")
}

/** Answers a made file as a download. */
export function sendFile(res: MedusaResponse, type: keyof typeof TYPES, name: string, content: Buffer): void {
  sendFileHead(res, type, name)
  res.send(content)
}
