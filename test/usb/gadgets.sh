# Run as root in the guest: the machine's end of USB cables, each on a controller of its own. What a test plugs and unplugs
# is a gadget's UDC file under /sys/kernel/config/usb_gadget.
set -e
for module in libcomposite usblp cdc_acm usbhid hid_generic uhid evdev; do modprobe "$module"; done
modprobe dummy_hcd num=5
mkdir -p /etc/udev/rules.d
cp "$PROJECT"/resources/udev/*.rules /etc/udev/rules.d/
/lib/systemd/systemd-udevd --daemon
udevadm trigger
mount -t configfs none /sys/kernel/config 2>/dev/null || true
cd /sys/kernel/config/usb_gadget

gadget() { # name vendor product maker model serial-number function
  mkdir -p "$1/strings/0x409" "$1/configs/c.1/strings/0x409" "$1/functions/$7"
  echo "$2" > "$1/idVendor"
  echo "$3" > "$1/idProduct"
  echo "$4" > "$1/strings/0x409/manufacturer"
  echo "$5" > "$1/strings/0x409/product"
  echo "$6" > "$1/strings/0x409/serialnumber"
}

wire() { # name function controller
  ln -s "$1/functions/$2" "$1/configs/c.1/"
  echo "$3" > "$1/UDC"
}

gadget left 0x05e0 0x1701 Symbol 'CDC scanner' S1 acm.left
wire left acm.left dummy_udc.0
gadget right 0x05e0 0x1701 Symbol 'CDC scanner' S2 acm.right
wire right acm.right dummy_udc.1

# A HID POS scanner (HID Point of Sale Usage Tables 1.02, appendix B): id 2, length, three bytes of AIM identifier, data, more.
gadget pos 0x05e0 0x1300 Symbol 'HID POS scanner' S3 hid.pos
echo 0 > pos/functions/hid.pos/protocol
echo 0 > pos/functions/hid.pos/subclass
echo 64 > pos/functions/hid.pos/report_length
printf '\x05\x8c\x09\x02\xa1\x01\x09\x12\xa1\x02\x85\x02\x15\x00\x26\xff\x00\x75\x08\x95\x01\x05\x01\x09\x3b\x81\x02\x95\x03\x05\x8c\x09\xfb\x09\xfc\x09\xfd\x81\x02\x95\x3a\x09\xfe\x82\x02\x01\x95\x01\x09\xff\x81\x02\xc0\xc0' \
  > pos/functions/hid.pos/report_desc
wire pos hid.pos dummy_udc.2

printer() { # name serial-number function controller
  gadget "$1" 0x0a5f 0x0164 'Zebra Technologies' 'ZTC ZD421-203dpi ZPL' "$2" "$3"
  echo 10 > "$1/functions/$3/q_len"
  printf 'MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD421-203dpi ZPL;CLASS:PRINTER;OPTIONS:XML;' \
    > "$1/functions/$3/pnp_string"
  wire "$1" "$3" "$4"
}

# In this order: they are /dev/g_printer0 and /dev/g_printer1.
printer printer D8N0001 printer.first dummy_udc.3
printer spare D8N0002 printer.second dummy_udc.4

for _ in $(seq 100); do
  [ -e /dev/ttyACM0 ] && [ -e /dev/ttyACM1 ] && ls /dev/hidraw* > /dev/null 2>&1 && break
  sleep 0.1
done
udevadm settle
for port in /dev/ttyGS0 /dev/ttyGS1; do stty -F "$port" raw -echo; done
