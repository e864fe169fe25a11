import { ComponentProps, ReactElement, cloneElement, useId } from "react"
import { Hint, Input, Label, Select } from "@medusajs/ui"

/** A labelled control with its hint or what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string
  hint?: string
  error?: string
  children: ReactElement<{ id?: string; "aria-invalid"?: boolean }>
}) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      {cloneElement(children, { id, "aria-invalid": !!error })}
      {(error || hint) && <Hint variant={error ? "error" : "info"}>{error ?? hint}</Hint>}
    </div>
  )
}

/** A labelled line of text; `onText` hears what is typed. */
export function TextField({
  label,
  hint,
  error,
  onText,
  ...input
}: { label: string; hint?: string; error?: string; onText: (text: string) => void } & ComponentProps<
  typeof Input
>) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Input {...input} onChange={(event) => onText(event.target.value)} />
    </Field>
  )
}

/** A choice of few; an empty value stands for "all" or "none" when `emptyLabel` names it. */
export function Choice({
  label,
  value,
  options,
  emptyLabel,
  onChoose,
}: {
  label: string
  value: string
  options: Array<{ value: string; label: string }>
  emptyLabel?: string
  onChoose: (value: string) => void
}) {
  const EMPTY = "__none"
  return (
    <Select
      size="small"
      value={value || (emptyLabel ? EMPTY : "")}
      onValueChange={(v) => onChoose(v === EMPTY ? "" : v)}
    >
      <Select.Trigger aria-label={label}>
        <Select.Value placeholder={label} />
      </Select.Trigger>
      <Select.Content>
        {emptyLabel && <Select.Item value={EMPTY}>{emptyLabel}</Select.Item>}
        {options.map((option) => (
          <Select.Item key={option.value} value={option.value}>
            {option.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
