import { ReactNode, useId } from "react"
import { clx, Text } from "@medusajs/ui"

type Card<Value extends string> = { value: Value; title: string; text?: ReactNode; picture?: ReactNode }

/** A choice of few that deserve a sentence each; one press anywhere on the card. */
export function ChoiceCards<Value extends string>({
  label,
  value,
  cards,
  columns = "sm:grid-cols-2",
  onChoose,
}: {
  label: string
  value: Value | ""
  cards: Array<Card<Value>>
  columns?: string
  onChoose: (value: Value) => void
}) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={clx("grid gap-3", columns)}>
      {cards.map((card) => (
        <label
          key={card.value}
          className={clx(
            "flex cursor-pointer items-start gap-3 rounded-lg border p-3 transition-colors",
            "has-[:focus-visible]:shadow-borders-interactive-with-focus",
            card.value === value
              ? "border-ui-border-interactive bg-ui-bg-highlight"
              : "border-ui-border-base bg-ui-bg-base hover:bg-ui-bg-base-hover"
          )}
        >
          <input
            type="radio"
            name={name}
            value={card.value}
            checked={card.value === value}
            onChange={() => onChoose(card.value)}
            className="mt-1 shrink-0 accent-current"
          />
          <span className="flex min-w-0 flex-1 flex-col gap-y-1">
            <Text as="span" size="small" weight="plus" className="text-ui-fg-base">
              {card.title}
            </Text>
            {card.text && (
              <Text as="span" size="small" className="text-ui-fg-subtle">
                {card.text}
              </Text>
            )}
          </span>
          {card.picture && <span className="shrink-0">{card.picture}</span>}
        </label>
      ))}
    </div>
  )
}
