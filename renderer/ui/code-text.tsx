import { Fragment } from 'react'
import './code-text.css'

/** A code as a person reads it: each ␝ is drawn here, for few fonts have it. */
export function CodeText({ text }: { readonly text: string }) {
  const parts = text.split('␝')
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="code-gs">GS</span>}
          {part}
        </Fragment>
      ))}
    </>
  )
}
