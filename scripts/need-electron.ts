import { obtainRuntime } from './electron-runtime.ts'
import { ROOT } from './repository.ts'
import { whyNoWindow } from './window-system.ts'

/*
 * Goes before what can't do without Electron's runtime (`npm run dev`, `npm run package`) and says in one line why it can't be
 * done here, rather than let their tools fail at length. `--window`: a window will be opened too.
 */
const obstacle = await whyNot(process.argv.includes('--window'))
if (obstacle !== null) {
  console.error(`${obstacle}. Without it: npm start -- --browser`)
  process.exitCode = 1
}

/** Why Electron can't be used here, as the start of a sentence; null when it can. */
async function whyNot(opensWindow: boolean): Promise<string | null> {
  const noWindow = opensWindow ? whyNoWindow({ noSandbox: false }) : null
  if (noWindow !== null) return noWindow
  const runtime = await obtainRuntime(ROOT, console.log)
  return runtime.kind === 'absent' ? runtime.why : null
}
