import type { TestProject } from 'vitest/node'
import { servePage } from './serve-page.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the page is served beside the fake station. */
    readonly galleryAddress: string
  }
}

/** Before the suite: builds and serves the page once for all of its files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served = await servePage()
  project.provide('galleryAddress', served.address)
  return () => served.close()
}
