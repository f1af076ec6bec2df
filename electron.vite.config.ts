import { join } from 'node:path'
import { defineConfig, mergeConfig } from 'electron-vite'
import renderer from './page.vite.config.ts'

/**
 * Main process, preload and page, each to its folder in `out/`. Dependencies stay outside of the main bundle (the native ones must,
 * the others load as they are), so a packaged program carries them in node_modules.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      rolldownOptions: {
        input: {
          main: 'electron/desktop/main.ts',
          'label-worker': 'electron/labels/label-worker.ts',
          'answer-worker': 'electron/api/answers/answer-worker.ts',
          'backup-worker': 'electron/store/backup-worker.ts',
          'marketplace-worker': 'electron/practice/marketplace-worker.ts'
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node24',
      // Both run where nothing can be loaded, so each is one file: the preload in its sandbox, the bridge in the browser host's page.
      rolldownOptions: {
        input: { preload: 'electron/desktop/preload.ts', station: 'electron/browser/page/station.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  // electron-vite reads a relative folder from the repository's root, plain vite from the page's.
  renderer: mergeConfig(renderer, { build: { outDir: join(import.meta.dirname, 'out', 'renderer'), minify: true } })
})
