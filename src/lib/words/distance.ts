/**
 * How many slips of the hand lie between two words: a letter too many, too few, another, or two that changed places
 * (optimal string alignment, Damerau 1964), as long as they are no more than `most`; -1 when they are.
 * Takes time in the order of the shorter length × most.
 */
export function editDistanceWithin(a: string, b: string, most: number): number {
  if (a === b) {
    return 0
  }
  if (Math.abs(a.length - b.length) > most) {
    return -1
  }
  let previous: number[] = []
  let current = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const next = new Array<number>(b.length + 1).fill(most + 1)
    next[0] = row
    const from = Math.max(1, row - most)
    const to = Math.min(b.length, row + most)
    let best = from === 1 ? row : most + 1
    for (let column = from; column <= to; column++) {
      next[column] = cell(a, b, row, column, { next, current, previous })
      best = Math.min(best, next[column])
    }
    if (best > most) {
      return -1
    }
    previous = current
    current = next
  }
  return current[b.length] <= most ? current[b.length] : -1
}

type Rows = { next: number[]; current: number[]; previous: number[] }

function cell(a: string, b: string, row: number, column: number, { next, current, previous }: Rows): number {
  const same = a[row - 1] === b[column - 1]
  const cost = Math.min(next[column - 1] + 1, current[column] + 1, current[column - 1] + (same ? 0 : 1))
  const changedPlaces = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
  return changedPlaces ? Math.min(cost, previous[column - 2] + 1) : cost
}
