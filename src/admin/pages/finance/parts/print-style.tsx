/**
 * On paper: only the page's own sections, black on white, over the whole width of an A4 sheet. The dashboard's shell
 * (sidebar, top bar, a main part that scrolls by itself) has no print style; what it consists of is known by its places.
 */
const CSS = `
@media print {
  @page { size: A4; margin: 12mm }
  div:has(> aside), div:has(> main) > :not(main), [data-sonner-toaster], .fixed { display: none !important }
  html, body, #medusa, div:has(> div > main), div:has(> main), main {
    display: block !important; height: auto !important; overflow: visible !important;
  }
  html, body { background: #fff !important; color-scheme: light }
  main * { color: #18181b !important; border-color: #d4d4d8 !important }
  main [class*="bg-ui-bg"] { background: transparent }
  main [aria-hidden] { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  main .shadow-elevation-card-rest { box-shadow: none !important; border: 1px solid #d4d4d8; break-inside: avoid }
  main .md\\:block { display: block !important }
  main .md\\:hidden { display: none !important }
  main table { font-size: 11px }
  main td, main th { height: auto !important; padding: 4px 6px !important }
  .recharts-responsive-container, .recharts-responsive-container > div, .recharts-wrapper, .recharts-surface {
    width: 100% !important; height: 100% !important;
  }
  main figure { height: 180px !important }
  main .divide-y > div { padding-block: 8px !important }
  main td, main th { white-space: normal !important }
}`

export function PrintStyle() {
  return <style>{CSS}</style>
}
