import { defineConfig } from 'oxlint'
import type { OxlintConfig } from 'oxlint'

type Restricted = { group: string[]; message: string; allowTypeImports?: boolean }

/** What a folder may not import, as a rule of the linter; the test of the import graph holds the same from the other side. */
function without(...patterns: Restricted[]): NonNullable<OxlintConfig['rules']> {
  return { 'typescript/no-restricted-imports': ['error', { patterns }] }
}

const node: Restricted = {
  group: ['node:*', 'electron', 'better-sqlite3', 'serialport', 'undici', 'ws', 'pino'],
  message: 'This side touches neither Node nor devices.'
}
const page: Restricted = { group: ['**/renderer/**', 'react', 'react-dom', 'zustand'], message: 'The page imports us.' }
const hosts: Restricted = {
  group: ['**/electron/desktop/**', '**/electron/browser/**', '**/desktop/*', '**/browser/*', 'electron'],
  message: 'Only a host knows hosts.'
}
const station: Restricted = {
  group: ['**/station/**'],
  allowTypeImports: true,
  message: 'Adapters know the types of the ports; compose joins the rest.'
}
const adapters = ['api', 'devices', 'labels', 'store', 'practice'] as const

/** The adapters other than `own`; compose joins them. */
function strangers(own: string): Restricted {
  return {
    group: [...adapters.filter(name => name !== own).map(name => `**/${name}/**`), '**/compose.ts'],
    message: 'Adapters never import each other; compose joins them.'
  }
}

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'promise'],
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['out', 'dist', 'node_modules'],
  rules: {
    eqeqeq: 'error',
    'no-console': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false } }],
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    // One thing after another is mostly what is meant here.
    'no-await-in-loop': 'off',
    'react/react-in-jsx-scope': 'off',
    'import/no-unassigned-import': 'off',
    'no-shadow': 'off',
    // TypeScript's own checks say these better.
    'typescript/consistent-return': 'off',
    'promise/always-return': 'off',
    // Text is taken apart by code points on purpose; sorting texts needs no comparer.
    'typescript/no-misused-spread': 'off',
    'typescript/require-array-sort-compare': 'off',
    // A generic method's result can't be tied to its name without one.
    'typescript/no-unsafe-type-assertion': 'off',
    // A port's functions are written as methods and never use `this`.
    'typescript/unbound-method': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'import/no-named-as-default-member': 'off',
    // For windows; our messages go to worker threads.
    'unicorn/require-post-message-target-origin': 'off'
  },
  overrides: [
    {
      files: [
        'scripts/**',
        'test/bench/**',
        'test/usb/run.ts',
        'test/fuzz/run.ts',
        'test/wine/run.ts',
        'electron/browser/main.ts',
        'electron/practice/serve.ts'
      ],
      rules: { 'no-console': 'off' }
    },
    // Node's test runner takes a reporter no other way.
    { files: ['scripts/failure-reporter.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: ['shared/**'],
      rules: without(node, page, {
        group: ['**/electron/**', 'react*', 'zustand'],
        message: 'shared is the innermost ring.'
      })
    },
    {
      files: ['renderer/**'],
      rules: without(node, { group: ['**/electron/**'], message: 'The page speaks the contract only.' })
    },
    {
      files: ['renderer/ui/**'],
      rules: without(node, {
        group: ['**/electron/**', '**/store.ts', '**/bridge.ts', '**/calls.ts', '**/screens/**'],
        message: 'ui/ knows neither store nor bridge.'
      })
    },
    { files: ['electron/**'], rules: without(page) },
    { files: ['electron/station/**'], rules: without(page, hosts, strangers('station')) },
    ...adapters.map(name => ({
      files: [`electron/${name}/**`],
      rules: without(page, hosts, station, strangers(name))
    })),
    {
      files: ['electron/desktop/**', 'electron/browser/**'],
      rules: without(page, {
        group: [...adapters, 'station'].map(name => `**/${name}/**`),
        allowTypeImports: true,
        message: 'Hosts know compose and the contract.'
      })
    }
  ]
})
