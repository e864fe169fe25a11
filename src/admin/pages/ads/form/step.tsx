import { ReactNode } from "react"
import { Hint } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { STEPS, Step as StepName, Wrong } from "../lib/wrong"
import { useWrongText } from "./use-wrong-text"

/** One question of the form, by its number, with what is wrong with the answer. */
export function Step({
  name,
  title,
  hint,
  wrong,
  children,
}: {
  name: StepName
  title: string
  hint?: string
  /** What is wrong with the whole form; empty until somebody has tried to send it. */
  wrong: Wrong[]
  children: ReactNode
}) {
  const textOf = useWrongText()
  const mine = wrong.filter(({ step }) => step === name)
  return (
    <section id={`step-${name}`} aria-label={title} className="scroll-mt-4">
      <Section title={`${STEPS.indexOf(name) + 1}. ${title}`} hint={hint}>
        <div className="flex flex-col gap-y-4">
          {children}
          {mine.length > 0 && (
            <ul role="alert" className="flex flex-col gap-y-1">
              {mine.map((one) => (
                <li key={`${one.what}${one.lang ?? ""}`}>
                  <Hint variant="error">{textOf(one)}</Hint>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Section>
    </section>
  )
}
