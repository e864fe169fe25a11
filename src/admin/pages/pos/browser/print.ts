/** Prints a page of its own through a hidden frame; the cash desk stays where it is. */
export function printHtml(html: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe")
    Object.assign(frame.style, {
      position: "fixed",
      width: "80mm",
      height: "0",
      border: "0",
      bottom: "0",
      insetInlineEnd: "0",
    })
    frame.setAttribute("aria-hidden", "true")
    frame.tabIndex = -1
    frame.dataset.print = "receipt"
    frame.onload = () => {
      const page = frame.contentWindow
      const done = () => setTimeout(() => frame.remove(), 1_000)
      page?.addEventListener("afterprint", done)
      page?.print()
      // Some browsers never tell when printing has ended.
      setTimeout(done, 60_000)
      resolve()
    }
    frame.srcdoc = html
    document.body.append(frame)
  })
}
