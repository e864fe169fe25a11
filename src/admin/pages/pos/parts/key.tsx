import { ReactNode } from "react"
import { clx, Kbd } from "@medusajs/ui"

/** The name of a key, beside what it does; on a telephone there are none. */
export const Key = ({ children }: { children: string }) => (
  <Kbd className="hidden md:inline-flex">{children}</Kbd>
)

/** A big button of the counter: what it does and by which key. */
export function BigButton({
  label,
  hotkey,
  isMain,
  icon,
  ...button
}: {
  label: string
  hotkey?: string
  isMain?: boolean
  icon?: ReactNode
} & React.ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...button}
      className={clx(
        "flex min-h-14 flex-1 items-center justify-center gap-2 rounded-lg px-3 py-2 text-base font-medium",
        "focus-visible:shadow-borders-interactive-with-focus outline-none transition-colors disabled:opacity-40",
        isMain
          ? "bg-ui-button-inverted text-ui-contrast-fg-primary hover:bg-ui-button-inverted-hover"
          : "bg-ui-button-neutral text-ui-fg-base shadow-buttons-neutral hover:bg-ui-button-neutral-hover",
        button.className
      )}
    >
      {icon}
      <span>{label}</span>
      {hotkey && <Key>{hotkey}</Key>}
    </button>
  )
}
