import { forwardRef, useId } from "react"
import { clx, Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { nameOf } from "../lib/find"
import { leftOf } from "../lib/stock"
import type { CatalogVariant } from "../lib/types"
import { Key } from "./key"

type Props = {
  value: string
  found: CatalogVariant[]
  chosen: number
  taken: Map<string, number>
  onType: (text: string) => void
  onEnter: (text: string) => void
  onPick: (variant: CatalogVariant) => void
}

/** Where everything begins: a code from the scanner, a code by hand, or a part of a name. */
export const ScanField = forwardRef<HTMLInputElement, Props>(function ScanField(props, ref) {
  const { t } = useText()
  const id = useId()
  const { value, found, chosen, onType, onEnter } = props
  return (
    <div className="relative">
      <div className="bg-ui-bg-field shadow-borders-base focus-within:shadow-borders-interactive-with-active flex items-center gap-2 rounded-lg px-3">
        <input
          ref={ref}
          data-scan
          id={`${id}-scan`}
          role="combobox"
          aria-label={t("pos.scan")}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-found`}
          aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={t("pos.scanHint")}
          value={value}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault()
              onEnter(event.currentTarget.value)
            }
          }}
          className="placeholder:text-ui-fg-muted h-14 min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
        <Key>F2</Key>
      </div>
      {found.length > 0 && <FoundList {...props} id={id} />}
    </div>
  )
})

function FoundList({ id, found, chosen, taken, onPick }: Props & { id: string }) {
  const { t, lang, money, number } = useText()
  return (
    <ul
      id={`${id}-found`}
      role="listbox"
      aria-label={t("pos.found")}
      className="bg-ui-bg-component shadow-elevation-flyout absolute inset-x-0 top-full z-20 mt-1 max-h-96 overflow-y-auto rounded-lg p-1"
    >
      {found.map((variant, index) => {
        const left = leftOf(variant, taken)
        return (
          <li
            key={variant.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(variant)}
            className={clx("flex min-h-12 cursor-pointer items-center gap-3 rounded-md px-3 py-2", {
              "bg-ui-bg-component-hover": index === chosen,
            })}
          >
            <div className="min-w-0 flex-1">
              <Text size="small" weight="plus" className="truncate">
                {nameOf(variant, lang)}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle truncate">
                {[variant.shop_code, variant.barcode].filter(Boolean).join(" · ")}
                {left !== null && ` · ${t("pos.left", { count: number(left) })}`}
              </Text>
            </div>
            <Text weight="plus" className="whitespace-nowrap tabular-nums">
              {money(variant.price)}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
