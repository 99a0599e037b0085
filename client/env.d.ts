/// <reference types="vite/client" />

declare module 'virtual:words' {
  /** Language to the address of its words. */
  const addresses: Record<string, string>
  export default addresses
}
