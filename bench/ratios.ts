/** Middle value; the measure of every figure here, because a pause of the machine moves it least. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Runs jobs over `width` connections at once and answers how many were done per second. */
export async function throughput(
  width: number,
  total: number,
  job: (index: number) => Promise<void>
): Promise<number> {
  let next = 0
  const startedAt = process.hrtime.bigint()
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < total) {
        await job(next++)
      }
    })
  )
  return total / (Number(process.hrtime.bigint() - startedAt) / 1e9)
}

/**
 * The value that `part` percent of the values do not exceed (nearest rank), or NaN of none.
 * @param sorted ascending
 */
export function percentile(sorted: number[], part: number): number {
  const rank = Math.ceil((part / 100) * sorted.length)
  return sorted.length > 0 ? sorted[Math.max(rank, 1) - 1] : NaN
}
