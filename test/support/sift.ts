import imported from 'sift'

/** `sift` as it is called: its types say that the default export hides one level deeper than it does. */
export const sift = imported as unknown as typeof imported.default
