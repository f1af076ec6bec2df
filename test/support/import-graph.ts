import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface Import {
  /** Paths from the repository's root, with `/`. */
  readonly from: string
  /** A path of ours, or a package's name. */
  readonly to: string
  readonly isOurs: boolean
  readonly typesOnly: boolean
}

export interface SourceFile {
  readonly path: string
  readonly text: string
}

const ROOT = join(import.meta.dirname, '..', '..')

/** `import … from '…'` and `export … from '…'`, over lines if need be; `import '…'`; `import('…')`. */
const STATEMENT = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*$\s{},]+?\s+from\s+)?'([^'\n]+)'/gm
const CALL = /\bimport\(\s*'([^'\n]+)'\s*\)/g
const WORKER = /\bnew URL\(\s*'(\.[^'\n]+)',\s*import\.meta\.url\s*\)/g

/** The source files under these folders or of these names. */
export function sourceFiles(patterns: readonly string[]): readonly SourceFile[] {
  return globSync([...patterns], { cwd: ROOT, exclude: ['**/node_modules/**', 'out/**', 'dist/**'] })
    .map(path => path.replaceAll('\\', '/'))
    .toSorted()
    .map(path => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

/** Everything a file imports: values, types, and files that it loads at run time. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const code = withoutComments(text)
  const found = [
    ...[...code.matchAll(STATEMENT)].map(([, type, name]) => ({ name, typesOnly: type !== undefined })),
    ...[...code.matchAll(CALL), ...code.matchAll(WORKER)].map(([, name]) => ({ name, typesOnly: false }))
  ]
  return found.map(({ name = '', typesOnly }) => {
    const isOurs = name.startsWith('.')
    return {
      from: path,
      to: isOurs ? normalize(join(dirname(path), name)).replaceAll('\\', '/') : name,
      isOurs,
      typesOnly
    }
  })
}

/** Comments may speak of imports; those at a line's start are taken out, which is where ours are. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '').replace(/^[ \t]*\/\/.*$/gm, '')
}
