import type { ButtonHTMLAttributes } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: 'plain' | 'go' | 'refuse'
  readonly size?: 'normal' | 'big'
  readonly icon?: IconName
}

/** A real button; `refuse` marks what can't be taken back. */
export function Button({ tone = 'plain', size = 'normal', icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button ${className ?? ''}`} data-tone={tone} data-size={size} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  )
}
