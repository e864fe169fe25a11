import { MedusaResponse } from "@medusajs/framework/http"
import { escapeHtml } from "../../documents/html"
import { STYLE } from "../../documents/style"

const DEAD = "Havola eskirgan yoki ishlatilgan. Bozor operatoridan yangisini so‘rang."

/** The page of an owner's link: one field and a button, no script. */
export function sendOwnerPage(res: MedusaResponse, company: { company_name: string } | null): void {
  const title = company ? escapeHtml(company.company_name) : "Havola"
  const body = company
    ? `<p>Siz bu do‘kon egasisiz. Elektron pochtangizni yozing: keyingi sahifada parol qo‘yasiz.</p>
       <form method="post"><input type="email" name="email" required maxlength="200" autocomplete="email" aria-label="E-mail">
       <button type="submit">Davom etish</button></form>`
    : `<p>${DEAD}</p>`
  res.status(company ? 200 : 404).set({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  })
  res.send(
    `<!doctype html><html lang="uz"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
     <meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
     <body><main><h1>${title}</h1>${body}</main></body></html>`
  )
}
