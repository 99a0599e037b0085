export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'md' | 'sm'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-primary text-on-primary border-transparent hover:bg-primary-strong',
  secondary: 'bg-raised text-ink border-edge hover:bg-hover',
  quiet: 'bg-transparent text-primary-ink border-transparent hover:bg-primary-soft',
  danger: 'bg-danger text-on-danger border-transparent hover:opacity-90',
}
const sizes: Record<ButtonSize, string> = { md: 'min-h-11 px-5 text-base', sm: 'min-h-9 px-3.5 text-sm' }

/** How a button looks, whether it is a button or a link. */
export function buttonLook(variant: ButtonVariant, size: ButtonSize, block: boolean): string {
  return [
    'relative inline-flex items-center justify-center gap-2 rounded-md border py-1.5 text-center font-semibold leading-tight no-underline',
    'transition-[background-color,opacity,transform] duration-150 active:translate-y-px',
    'disabled:pointer-events-none disabled:border-line disabled:bg-sunken disabled:text-ink-faint aria-disabled:cursor-default',
    variants[variant], sizes[size], block ? 'w-full' : '',
  ].join(' ')
}
