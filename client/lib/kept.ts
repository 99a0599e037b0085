/** Small choices kept in this browser. A browser that refuses to keep things is no reason to fail. */
export function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(`pembina.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`pembina.${name}`)
    else localStorage.setItem(`pembina.${name}`, value)
  } catch {
    // private windows may refuse; the choice then lasts as long as the page
  }
}
