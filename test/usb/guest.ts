import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Ends a guest that hangs (ms): it emulates every instruction, on a machine that may have other work; a hanging test ends by the guest's own clock. */
const LIMIT_MS = 3_600_000
const BEGIN = 'GUEST-BEGINS'
const END = 'GUEST-ENDS'

/** Fetches the guest's kernel where need be; false when that failed, the reason printed. */
export function buildGuest(folder: string): boolean {
  const script = join(import.meta.dirname, 'build-guest.sh')
  return spawnSync('bash', [script, folder], { stdio: 'inherit' }).status === 0
}

/**
 * Starts the guest and runs shell commands in it as root, this machine's files under it; each line that they print is
 * handed over. Gives their exit code, or null when the guest did not come to its end.
 */
export async function runInGuest(
  folder: string,
  commands: string,
  onLine: (line: string) => void
): Promise<number | null> {
  writeFileSync(join(folder, 'job.sh'), job(folder, commands))
  const guest = spawn('qemu-system-x86_64', machine(folder), { stdio: ['ignore', 'pipe', 'inherit'] })
  const limit = setTimeout(() => guest.kill('SIGKILL'), LIMIT_MS)
  const ended = new Promise(resolve => guest.once('close', resolve))
  let within = false
  let code: number | null = null
  for await (const raw of createInterface({ input: guest.stdout })) {
    const line = raw.trimEnd()
    const end = line.match(new RegExp(`${END} (\\d+)`))
    if (end) {
      code = Number(end[1])
      within = false
    } else if (within) onLine(line)
    else if (line.endsWith(BEGIN)) within = true
  }
  await ended
  clearTimeout(limit)
  return code
}

function job(folder: string, commands: string): string {
  return `export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
mkdir -p /lib/modules
mount --bind '${folder}/kernel/lib/modules' /lib/modules
dmesg -n 1
echo ${BEGIN}
(
${commands}
)
echo ${END} $?
echo o > /proc/sysrq-trigger
sleep 5
`
}

function machine(folder: string): string[] {
  const kernel = readFileSync(join(folder, 'built'), 'utf8').trim()
  const given = {
    // KVM inside of a virtual machine tends to hang: instructions are emulated.
    accel: 'tcg',
    // Its clock goes by the instructions that it has done, a billion a second, and by the machine's only where it waits: on a
    // busy machine the tests take longer, and to the guest, its time-outs among them, that is no time at all.
    icount: 'shift=0',
    cpu: 'max',
    M: 'q35',
    m: '1536',
    smp: '1',
    serial: 'stdio',
    kernel: join(folder, 'kernel', 'boot', `vmlinuz-${kernel}`),
    initrd: join(folder, 'first.gz'),
    append: `console=ttyS0 quiet panic=-1 loglevel=3 job=${join(folder, 'job.sh')}`,
    fsdev: 'local,id=machine,path=/,security_model=none,readonly=on,multidevs=remap',
    device: 'virtio-9p-pci,fsdev=machine,mount_tag=machine'
  }
  return [
    '-nographic',
    '-no-reboot',
    '-nodefaults',
    ...Object.entries(given).flatMap(([name, value]) => [`-${name}`, value])
  ]
}
