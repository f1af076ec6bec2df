import { config } from 'zod'

// Before any schema is made: while it makes the first, zod tries whether it may write code of its own, which the content
// policy refuses and the browser reports.
config({ jitless: true })
