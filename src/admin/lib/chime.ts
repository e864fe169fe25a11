const KEY = "bozor.sound"

/** Whether this browser makes a sound for a new order; off until somebody wants it. */
export const hasSound = (): boolean => localStorage.getItem(KEY) === "1"
export const keepSound = (isOn: boolean): void => localStorage.setItem(KEY, isOn ? "1" : "0")

/** Two soft notes. A browser that has not been touched yet stays silent. */
export function chime(): void {
  try {
    const context = new AudioContext()
    ;[660, 880].forEach((frequency, index) => {
      const [tone, volume] = [context.createOscillator(), context.createGain()]
      const at = context.currentTime + index * 0.18
      tone.frequency.value = frequency
      volume.gain.setValueAtTime(0.15, at)
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.3)
      tone.connect(volume).connect(context.destination)
      tone.start(at)
      tone.stop(at + 0.3)
    })
    setTimeout(() => void context.close(), 1000)
  } catch {
    // No sound here, then.
  }
}
