import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"

export type ChartProps = {
  /** What it shows, said to those who cannot see it. */
  label: string
  kind?: "bar" | "area"
  rows: Array<Record<string, string | number>>
  /** Key of the horizontal axis. */
  x: string
  /** Series: key in the row, its name, a CSS colour. */
  series: Array<{ key: string; name: string; color?: string }>
  /** How a value is written in full, and short on the axis. */
  format: (value: number) => string
  formatShort?: (value: number) => string
  formatX?: (value: string) => string
}

const COLORS = ["var(--tag-blue-icon)", "var(--tag-green-icon)", "var(--tag-orange-icon)"]

/** Drawn by recharts; reached through `Chart`, which loads it when it is needed. */
export default function ChartDrawing({
  label,
  kind = "bar",
  rows,
  x,
  series,
  format,
  formatShort = format,
  formatX = String,
}: ChartProps) {
  const Frame = kind === "bar" ? BarChart : AreaChart
  return (
    <figure aria-label={label} role="img" className="h-[240px] w-full">
      <ResponsiveContainer width="100%" height="100%">
        <Frame data={rows} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--border-base)" />
          <XAxis
            dataKey={x}
            tickFormatter={formatX}
            tickLine={false}
            axisLine={false}
            fontSize={11}
            minTickGap={24}
          />
          <YAxis tickFormatter={formatShort} tickLine={false} axisLine={false} fontSize={11} width={56} />
          <Tooltip
            formatter={(value) => format(Number(value))}
            labelFormatter={(value) => formatX(String(value))}
            contentStyle={{
              background: "var(--bg-base)",
              border: "1px solid var(--border-base)",
              borderRadius: 8,
            }}
          />
          {series.map(({ key, name, color }, index) =>
            kind === "bar" ? (
              <Bar
                key={key}
                isAnimationActive={false}
                dataKey={key}
                name={name}
                fill={color ?? COLORS[index]}
                radius={[4, 4, 0, 0]}
              />
            ) : (
              <Area
                key={key}
                isAnimationActive={false}
                dataKey={key}
                name={name}
                stroke={color ?? COLORS[index]}
                fill={color ?? COLORS[index]}
                fillOpacity={0.15}
              />
            )
          )}
        </Frame>
      </ResponsiveContainer>
    </figure>
  )
}
