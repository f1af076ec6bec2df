/** `npm run audit`: known holes in what a release is made of. Exit code 0: none of level high; 1: some; 2: nobody answered. */
import { askAudit } from './ask-audit.ts'

const { code, text } = await askAudit()
console.log(text)
process.exitCode = code
