import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'

/** The page's build, the same under electron-vite and plain vite; paths are from the repository's root. */
const config: UserConfig = {
  root: 'renderer',
  base: './',
  plugins: [react()],
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
