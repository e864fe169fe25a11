import { Button, toast } from "@medusajs/ui"
import { SquareTwoStack } from "@medusajs/icons"
import { useText } from "../../../lib/text"

/** Where the page has no clipboard (a shop's computer without https), the old way through a field. */
function copyByField(text: string): void {
  const field = Object.assign(document.createElement("textarea"), { value: text })
  document.body.append(field)
  field.select()
  document.execCommand("copy")
  field.remove()
}

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, label, onCopy }: { text: string; label?: string; onCopy?: () => void }) {
  const { t } = useText()
  const copy = async () => {
    await (navigator.clipboard?.writeText(text) ?? Promise.reject()).catch(() => copyByField(text))
    toast.success(t("words.copied"))
    onCopy?.()
  }
  return (
    <Button size="small" variant="secondary" onClick={() => void copy()}>
      <SquareTwoStack />
      {label ?? t("words.copy")}
    </Button>
  )
}
