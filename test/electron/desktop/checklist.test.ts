import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../../electron/csp.ts'
import { sourceFiles } from '../../support/import-graph.ts'

/* Electron's security checklist, as far as the text of the program can hold it; the numbers are its own. */

const ROOT = join(import.meta.dirname, '../../..')
const sources = sourceFiles(['{electron,renderer,shared,scripts}/**/*.{ts,tsx}'])
const desktop = sources.filter(({ path }) => path.startsWith('electron/desktop/'))

/** Files with these words in their code, comments left out. */
function filesWith(words: RegExp, among = sources): readonly string[] {
  return among
    .filter(({ text }) => words.test(text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')))
    .map(({ path }) => path)
}

test.each([
  ['2 Node in the page', /nodeIntegration(?:InWorker|InSubFrames)?: true/],
  ['3 no context isolation', /contextIsolation: false/],
  ['4 no sandbox', /\bsandbox: false|appendSwitch\(['"`]no-sandbox/],
  ['6 no web security', /webSecurity|disable-web-security/],
  ['8 insecure content', /allowRunningInsecureContent/],
  ['9 experimental features', /experimentalFeatures|enable-experimental/],
  ['10 features of Blink', /enableBlinkFeatures|enable-blink-features/],
  ['11 a webview', /<webview|webviewTag: true|allowpopups/],
  ['15 the system opens an address', /openExternal|openPath|from 'electron'.*\bshell\b|\bshell\b.*from 'electron'/],
  ['18 a window over file://', /loadFile\(|loadURL\(['"`]file:/]
])('%s: nowhere', (_, words) => {
  expect(filesWith(words, desktop)).toEqual([])
})

test('webviews, remote addresses and the system’s own opener have no place in the page’s code either', () => {
  expect(filesWith(/<webview|allowpopups|openExternal/)).toEqual([])
})

test('no memory of the program is written down when it breaks: neither crash dumps, nor reports, nor heap snapshots', () => {
  expect(filesWith(/crashReporter|writeReport|report-on-|writeHeapSnapshot|heapsnapshot|diagnostic-dir/)).toEqual([])
})

test('7 the content policy has neither inline nor remote scripts, and text does not become one', () => {
  const parts = CONTENT_SECURITY_POLICY.split('; ')
  expect(parts).toContain("script-src 'self'")
  expect(parts).toContain("require-trusted-types-for 'script'")
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/)
})

test('16 Electron is pinned to one version, the newest when it was last looked at', () => {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8')
  expect(text).toMatch(/"electron": "\d+\.\d+\.\d+"/)
})

test('19 every fuse that lets others in is blown, and only the signed archive is run', () => {
  const text = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
  const fuses = [...(/^electronFuses:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? '').matchAll(/^ {2}(\w+): (\w+)$/gm)]
  expect(Object.fromEntries(fuses.map(([, name, value]) => [name, value]))).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    grantFileProtocolExtraPrivileges: 'false'
  })
})

test('20 the page gets two functions of ours, and nothing of Electron’s', () => {
  const preload = sources.find(({ path }) => path === 'electron/desktop/preload.ts')?.text ?? ''
  expect(filesWith(/exposeInMainWorld/)).toEqual(['electron/desktop/preload.ts'])
  expect(preload.match(/exposeInMainWorld\((.*)\)/)?.[1]).toBe("'station', bridge")
  const bridge = /const bridge: StationBridge = \{([^]*?)\n\}\n/.exec(preload)?.[1] ?? ''
  expect([...bridge.matchAll(/^ {2}(\w+)[:(]/gm)].map(([, name]) => name)).toEqual(['invoke', 'on'])
})
