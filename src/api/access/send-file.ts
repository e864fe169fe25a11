import { MedusaResponse } from "@medusajs/framework/http"

const TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const

/** Answers a made file as a download; it is about somebody's money, so nothing on the way may keep it. */
export function sendFile(res: MedusaResponse, type: keyof typeof TYPES, name: string, content: Buffer): void {
  res.setHeader("content-type", TYPES[type])
  res.setHeader("content-disposition", `attachment; filename="${name.replace(/[^\w.-]/g, "_")}.${type}"`)
  res.setHeader("cache-control", "private, no-store")
  res.send(content)
}
