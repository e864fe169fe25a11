/** What a list shows of goods: product `p` with company `c`. */
export const CARD = `json_build_object('id', p.id, 'title', p.title, 'handle', p.handle, 'thumbnail', p.thumbnail,
  'company', case when c.id is null then null
                  else json_build_object('id', c.id, 'name', c.name, 'handle', c.handle) end)`

export type ProductCard = {
  id: string
  title: string
  handle: string
  thumbnail: string | null
  company: { id: string; name: string; handle: string } | null
}

export type Page = { limit: number; offset: number }
