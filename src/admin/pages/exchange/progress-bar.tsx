import { Text } from "@medusajs/ui"
import { percentOf } from "./lib/mapping"

/** How far something has come; read out as a percentage. */
export function ProgressBar({ progress, text }: { progress: { total: number; done: number }; text: string }) {
  const percent = percentOf(progress)
  return (
    <div className="flex flex-col gap-y-2">
      <div
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="bg-ui-bg-component-hover h-3 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-bg-interactive h-full rounded-full transition-all duration-500"
          style={{ width: `${percent}%` }}
        />
      </div>
      <Text size="small" className="text-ui-fg-subtle tabular-nums" aria-live="polite">
        {text}
      </Text>
    </div>
  )
}
