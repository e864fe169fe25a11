import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"

export type ColumnRow = { label: string; full: string } & Record<string, string | number>
export type ColumnSeries = { key: string; name: string; color: string; kind: "bar" | "line" }
export type ColumnsProps = {
  /** What it shows, said to those who cannot see it. */
  label: string
  rows: ColumnRow[]
  series: ColumnSeries[]
  format: (value: number) => string
  formatShort: (value: number) => string
  /** Somebody pressed the column of a row. */
  onPick?: (index: number) => void
}

/** Columns with a line over them; reached through `Columns`, which loads it when it is needed. */
export default function ColumnsDrawing({ label, rows, series, format, formatShort, onPick }: ColumnsProps) {
  return (
    <figure aria-label={label} role="img" className="h-[260px] w-full">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          accessibilityLayer={false}
          data={rows}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          style={onPick && { cursor: "pointer" }}
          onClick={({ activeTooltipIndex }) => {
            const index = Number(activeTooltipIndex)
            if (activeTooltipIndex !== null && activeTooltipIndex !== undefined && rows[index]) {
              onPick?.(index)
            }
          }}
        >
          <CartesianGrid vertical={false} stroke="var(--border-base)" />
          <XAxis dataKey="label" tickLine={false} axisLine={false} fontSize={11} minTickGap={8} />
          <YAxis tickFormatter={formatShort} tickLine={false} axisLine={false} fontSize={11} width={62} />
          <ReferenceLine y={0} stroke="var(--border-strong)" />
          <Tooltip
            formatter={(value) => format(Number(value))}
            labelFormatter={(_, [point]) => String((point?.payload as ColumnRow | undefined)?.full ?? "")}
            cursor={{ fill: "var(--bg-base-hover)" }}
            contentStyle={{
              background: "var(--bg-base)",
              border: "1px solid var(--border-base)",
              borderRadius: 8,
              fontSize: 13,
            }}
          />
          {series.map(({ key, name, color, kind }) =>
            kind === "bar" ? (
              <Bar
                key={key}
                isAnimationActive={false}
                dataKey={key}
                name={name}
                fill={color}
                maxBarSize={64}
                radius={[3, 3, 0, 0]}
              />
            ) : (
              <Line
                key={key}
                isAnimationActive={false}
                dataKey={key}
                name={name}
                stroke={color}
                strokeWidth={2}
                dot={rows.length <= 31 && { r: 2.5, fill: color }}
              />
            )
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  )
}
