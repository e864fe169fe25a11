import QRCode from "qrcode"

/** A QR code as the path of an SVG: a square for every dark module, in a field of `size` × `size` with a quiet edge. */
export type Drawing = { size: number; path: string }

const EDGE = 2

/** @throws when the text does not fit a QR code, which a company's code always does */
export function qrOf(text: string): Drawing {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "Q" })
  const squares: string[] = []
  modules.data.forEach((isDark, index) => {
    if (isDark) {
      const [x, y] = [index % modules.size, Math.floor(index / modules.size)]
      squares.push(`M${x + EDGE} ${y + EDGE}h1v1h-1z`)
    }
  })
  return { size: modules.size + EDGE * 2, path: squares.join("") }
}
