import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readHolder, takeInstanceLock } from '../../electron/instance-lock.ts'
import { tempFolder } from '../support/temp-folder.ts'

test('one holds the directory, and the next sees who', () => {
  const folder = tempFolder()
  const first = takeInstanceLock(folder, 'desktop')
  expect(first.kind).toBe('held')
  expect(takeInstanceLock(folder, 'browser')).toMatchObject({
    kind: 'taken',
    holder: { pid: process.pid, host: 'desktop', control: null }
  })
  if (first.kind === 'held') first.lock.release()
  expect(readHolder(folder)).toBeNull()
  expect(takeInstanceLock(folder, 'browser').kind).toBe('held')
})

test('the control secret is readable by the owner alone', () => {
  const folder = tempFolder()
  const taken = takeInstanceLock(folder, 'browser')
  if (taken.kind === 'held') taken.lock.announce({ port: 4000, secret: 's' })
  expect(readHolder(folder)?.control).toEqual({ port: 4000, secret: 's' })
  expect(statSync(join(folder, 'running.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['running.json', 'running.lock'])
})

/** Starts that wait for the word to take the lock of a folder. */
async function starts(count: number): Promise<readonly ChildProcess[]> {
  const children = Array.from({ length: count }, () => fork(new URL('lock-child.ts', import.meta.url)))
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL')
  })
  await Promise.all(children.map(child => once(child, 'message')))
  return children
}

async function outcome(child: ChildProcess, folder: string): Promise<unknown> {
  const answer = once(child, 'message')
  child.send(folder)
  return (await answer)[0]
}

test('of many starts at once one gets in, over whatever a killed one has left; none does while it lives', async () => {
  const children = await starts(8)
  const folders = Array.from({ length: 25 }, () => tempFolder())
  for (const folder of folders) {
    // As a process that was killed leaves it, under a number that lives again.
    const left = { pid: process.ppid, startedAt: 1, host: 'browser', control: { port: 1, secret: 's' } }
    writeFileSync(join(folder, 'running.json'), JSON.stringify(left))
    writeFileSync(join(folder, 'running.lock'), '')
    const outcomes = await Promise.all(children.map(child => outcome(child, folder)))
    expect(outcomes.toSorted()).toEqual(['held', ...outcomes.slice(1).map(() => 'taken')])
    expect(readHolder(folder)?.control).toBeNull()
    expect(takeInstanceLock(folder, 'browser').kind).toBe('taken')
  }
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(children.map(child => once(child, 'exit')))
  for (const folder of folders) expect(takeInstanceLock(folder, 'browser').kind).toBe('held')
})

test.each(['', '{', '{"pid":"x"}', 'null'])('an unreadable word of who runs belongs to nobody: %s', text => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'running.json'), text)
  expect(takeInstanceLock(folder, 'browser').kind).toBe('held')
  expect(readHolder(folder)?.pid).toBe(process.pid)
})
