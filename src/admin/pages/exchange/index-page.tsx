import { useSearchParams } from "react-router-dom"
import { ImportView } from "./import-view"
import { StartView } from "./start-view"

/** Bringing goods in from a file. The import stands in the address, so that one can leave and come back to it. */
export default function IndexPage() {
  const [params, setParams] = useSearchParams()
  const id = params.get("id")
  return id ? (
    <ImportView key={id} id={id} onLeave={() => setParams({})} />
  ) : (
    <StartView onOpen={(chosen) => setParams({ id: chosen })} />
  )
}
