/** The plain slip of a sale that the server does not know yet; 80 mm paper. It says that the receipt follows. */

export type Slip = {
  lang: string
  title: string
  shop: string
  /** "Receipt follows…", in the reader's language. */
  notice: string
  facts: string[]
  lines: Array<{ title: string; sum: string; detail: string }>
  totals: Array<{ label: string; value: string; isStrong?: boolean }>
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const STYLE = `@page { size: 80mm auto; margin: 3mm }
body { font: 12px/1.35 ui-monospace, "DejaVu Sans Mono", monospace; width: 72mm; margin: 0 auto; color: #000 }
h1 { font-size: 15px; text-align: center; margin: 0 0 2mm } p { margin: 0 0 1mm; text-align: center }
table { width: 100%; border-collapse: collapse } td { padding: .5mm 0; vertical-align: top }
td + td { text-align: right; white-space: nowrap; padding-left: 2mm } small { display: block }
.total td { font-size: 16px; font-weight: 700; border-top: 1px dashed #000; padding-top: 1.5mm }
.notice { border: 1px solid #000; padding: 1.5mm; margin-top: 3mm; font-weight: 700 } hr { border: 0; border-top: 1px dashed #000 }`

export function slipHtml({ lang, title, shop, notice, facts, lines, totals }: Slip): string {
  const goods = lines.map(
    ({ title: name, sum, detail }) =>
      `<tr><td>${escape(name)}<small>${escape(detail)}</small></td><td>${escape(sum)}</td></tr>`
  )
  const sums = totals.map(
    ({ label, value, isStrong }) =>
      `<tr${isStrong ? ' class="total"' : ""}><td>${escape(label)}</td><td>${escape(value)}</td></tr>`
  )
  return `<!doctype html><html lang="${escape(lang)}"><head><meta charset="utf-8"><title>${escape(title)}</title>
<style>${STYLE}</style></head><body><h1>${escape(shop)}</h1>${facts.map((fact) => `<p>${escape(fact)}</p>`).join("")}<hr>
<table>${goods.join("")}</table><table>${sums.join("")}</table><p class="notice">${escape(notice)}</p></body></html>`
}
