let context: AudioContext | undefined

/** A short sound: high when goods were found, low when a person has to look. Silent where sound is not allowed. */
export function beep(kind: "good" | "bad"): void {
  try {
    context ??= new AudioContext()
    const tone = context.createOscillator()
    const volume = context.createGain()
    const seconds = kind === "good" ? 0.06 : 0.35
    tone.frequency.value = kind === "good" ? 1_400 : 220
    volume.gain.value = 0.08
    tone.connect(volume).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + seconds)
  } catch {
    // No sound is no reason to stop selling.
  }
}
