/** The password of every demo account. Production accepts it from nobody, and nobody may choose it. */
export const DEMO_PASSWORD = 'pembina-demo-2026'
