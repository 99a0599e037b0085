import { mergeAttributes, Node } from '@tiptap/core'

/** Takes a file the author chose; gives its id and where it can be looked at meanwhile. Fails with a sentence to show. */
export type TakeFile = (file: File) => Promise<{ file: string; url: string }>
export type MediaTool = 'picture' | 'sound'

/** Pictures and sounds in a text, each by the id of its file and its words. Their address is for the eye alone: no server takes it. */
const media = (name: MediaTool, tag: 'img' | 'audio', words: 'alt' | 'title') => Node.create({
  name, group: 'inline', inline: true, atom: true, draggable: true,
  addAttributes: () => ({
    file: { default: null, parseHTML: element => element.getAttribute('data-file'), renderHTML: ({ file }) => ({ 'data-file': file as string }) },
    words: { default: '', parseHTML: element => element.getAttribute(words) ?? '', renderHTML: (attributes: Record<string, unknown>) => ({ [words]: attributes.words }) },
    src: { default: null },
  }),
  parseHTML: () => [{ tag: `${tag}[data-file]` }],
  renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes, tag === 'audio' ? { controls: 'true' } : {})],
})

export const mediaNodes = [media('picture', 'img', 'alt'), media('sound', 'audio', 'title')]
