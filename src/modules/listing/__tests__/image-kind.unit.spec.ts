import { imageKind } from "../lib/image-kind"

const bytes = (...parts: Array<string | number[]>) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)))
  )

describe("imageKind", () => {
  it.each([
    ["jpeg", bytes([0xff, 0xd8, 0xff, 0xe0], "JFIF")],
    ["png", bytes([0x89], "PNG\r\n", [0x1a, 0x0a], "IHDR")],
    ["webp", bytes("RIFF", [1, 0, 0, 0], "WEBPVP8 ")],
  ])("knows a %s by its first bytes", (kind, content) => {
    expect(imageKind(content)).toBe(kind)
  })

  it.each([
    ["nothing", bytes("")],
    ["SVG", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["SVG after a byte order mark", bytes([0xef, 0xbb, 0xbf], "<svg/>")],
    ["HTML", bytes("<!doctype html>")],
    ["GIF", bytes("GIF89a")],
    ["PDF", bytes("%PDF-1.7")],
    ["TIFF", bytes("II*\0")],
    ["another RIFF", bytes("RIFF", [1, 0, 0, 0], "AVI LIST")],
    ["half a PNG's mark", bytes([0x89], "PNG")],
    ["AVIF", bytes([0, 0, 0, 28], "ftypavif")],
  ])("takes %s for no picture", (_, content) => {
    expect(imageKind(content)).toBeNull()
  })
})
