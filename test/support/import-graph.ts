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

/** The circles of imports among files, those of types too: of each, the files that reach one another. */
export function circlesOf(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>()
  for (const { from, to, isOurs } of imports) if (isOurs) next.set(from, (next.get(from) ?? new Set()).add(to))
  const reached = new Map([...next.keys()].map(path => [path, reachedFrom(path, next)]))
  return [...next.keys()].flatMap(path => {
    const circle = [...(reached.get(path) ?? [])].filter(other => reached.get(other)?.has(path))
    return circle.length > 0 && circle.every(other => path <= other) ? [circle.toSorted()] : []
  })
}

function reachedFrom(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>()
  const todo = [start]
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    for (const other of next.get(path) ?? []) {
      if (reached.has(other)) continue
      reached.add(other)
      todo.push(other)
    }
  }
  return reached
}

/** One line a part of the house: its files, its rooms with theirs, and the parts that it imports (in brackets: types alone). */
export function houseOf(files: readonly SourceFile[]): readonly string[] {
  const parts = Map.groupBy(files, file => partOf(file.path))
  return [...parts].map(([part, own]) => {
    const rooms = Map.groupBy(
      own,
      file =>
        file.path
          .slice(part.length + 1)
          .split('/')
          .slice(0, -1)[0] ?? ''
    )
    const named = [...rooms].filter(([room]) => room !== '').map(([room, inside]) => `${room} ${inside.length}`)
    const out = own.flatMap(importsOf).filter(found => found.isOurs && partOf(found.to) !== part)
    const uses = [...Map.groupBy(out, found => partOf(found.to))]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([other, found]) => (found.every(({ typesOnly }) => typesOnly) ? `(${other})` : other))
    return `${part} ${own.length}${named.length > 0 ? `: ${named.join(', ')}` : ''}${uses.length > 0 ? ` → ${uses.join(', ')}` : ''}`
  })
}

/** The folders that the architecture speaks of: those right inside `electron` and `shared`, and the other top ones as wholes. */
function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  if (top === 'electron' || top === 'shared') return second.endsWith('.ts') ? top : `${top}/${second}`
  return path.includes('/') ? top : '.'
}

/** Comments may speak of imports; those at a line's start are taken out, which is where ours are. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '').replace(/^[ \t]*\/\/.*$/gm, '')
}
