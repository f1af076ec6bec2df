import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { readLicences, readVersion } from './scripts/read-licences.ts'

// A bundled config does not know where it came from; a build is started at the repository's root.
const root = process.cwd()

/** What the settings tell of the program: its version, and the packages of a release with their licences. */
const ABOUT = {
  version: readVersion(root),
  packages: readLicences(root)
    .filter(({ isDev }) => !isDev)
    .map(({ name, version, licence }) => ({ name, version, licence }))
}

/** The page's build, the same under electron-vite and plain vite; paths are from the repository's root. */
const config: UserConfig = {
  root: 'renderer',
  base: './',
  plugins: [react()],
  define: { ABOUT: JSON.stringify(ABOUT) },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The page's content policy allows fonts and styles from files alone.
    assetsInlineLimit: 0,
    // The barcode writer is one file of 2 MB before it is shaken and squeezed.
    chunkSizeWarningLimit: 2500,
    rollupOptions: { input: 'renderer/index.html' }
  }
}

export default config
