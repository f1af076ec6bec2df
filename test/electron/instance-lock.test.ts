import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHolder, takeInstanceLock } from '../../electron/instance-lock.ts'
import type { LockHolder } from '../../electron/instance-lock.ts'
import { tempFolder } from '../support/temp-folder.ts'

function leave(folder: string, change: Partial<LockHolder>): void {
  const taken = takeInstanceLock(folder, 'browser')
  if (taken.kind !== 'held') throw new Error('not free')
  const path = join(folder, 'running.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }))
}

test('one holds the directory, and the next sees who', () => {
  const folder = tempFolder()
  const first = takeInstanceLock(folder, 'desktop')
  expect(first.kind).toBe('held')
  expect(takeInstanceLock(folder, 'browser')).toMatchObject({
    kind: 'taken',
    holder: { pid: process.pid, host: 'desktop', control: null }
  })
  if (first.kind === 'held') first.lock.release()
  expect(readdirSync(folder)).toEqual([])
  expect(takeInstanceLock(folder, 'browser').kind).toBe('held')
})

test('the control secret is readable by the owner alone', () => {
  const folder = tempFolder()
  const taken = takeInstanceLock(folder, 'browser')
  if (taken.kind === 'held') taken.lock.announce({ port: 4000, secret: 's' })
  expect(readHolder(folder)?.control).toEqual({ port: 4000, secret: 's' })
  expect(statSync(join(folder, 'running.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['running.json'])
})

test.each([
  ['a dead process', { pid: 2 ** 22 + 1 }],
  ['an earlier boot, whose process number came again', { pid: process.ppid, bootId: 'earlier' }]
])('a lock of %s is taken over', (_, change) => {
  const folder = tempFolder()
  leave(folder, change)
  expect(takeInstanceLock(folder, 'browser').kind).toBe('held')
  expect(readHolder(folder)?.pid).toBe(process.pid)
  expect(readdirSync(folder)).toEqual(['running.json'])
})

test('a live process of this boot keeps its lock', () => {
  const folder = tempFolder()
  leave(folder, { pid: process.ppid })
  expect(takeInstanceLock(folder, 'browser')).toMatchObject({ kind: 'taken', holder: { pid: process.ppid } })
})

test.each(['', '{', '{"pid":"x"}', 'null'])('an unreadable lock belongs to nobody: %s', text => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'running.json'), text)
  expect(takeInstanceLock(folder, 'browser').kind).toBe('held')
})

test('releasing leaves a lock that another took meanwhile', () => {
  const folder = tempFolder()
  const taken = takeInstanceLock(folder, 'browser')
  const other = JSON.stringify({ ...readHolder(folder), pid: process.ppid })
  writeFileSync(join(folder, 'running.json'), other)
  if (taken.kind === 'held') taken.lock.release()
  expect(readHolder(folder)?.pid).toBe(process.ppid)
})
