import { globSync } from 'node:fs'
import { isOnPath, UDEV, type SystemNeed } from '../../scripts/system-packages.ts'

/** What building and running the guest takes; its kernel is Debian's own. */
export const GUEST_NEEDS: readonly SystemNeed[] = [
  UDEV,
  {
    name: 'libusb-1.0',
    debian: 'libusb-1.0-0',
    why: 'HID scanners are read through it',
    isThere: () => globSync('/usr/lib/*/libusb-1.0.so.0').length > 0
  },
  program('qemu-system-x86_64', 'qemu-system-x86', 'it runs the guest whose kernel has USB'),
  program('busybox', 'busybox-static', 'it starts the guest'),
  program('modprobe', 'kmod', 'it finds the modules that the guest loads'),
  program('cpio', 'cpio', "it packs the guest's first file system"),
  program('dpkg-deb', 'dpkg', "it unpacks the guest's kernel")
]

function program(name: string, debian: string, why: string): SystemNeed {
  return { name, debian, why, isThere: () => isOnPath(name) }
}
