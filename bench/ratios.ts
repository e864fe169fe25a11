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
