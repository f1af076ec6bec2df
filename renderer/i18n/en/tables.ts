import type { Tables } from '../texts.ts'

/** Words for what the station names by a code: faults, stops, delays. */
export const tablesEn: Tables = {
  faults: {
    known: {
      paperOut: { title: 'Out of labels', remedy: 'Load a roll, printing goes on by itself' },
      headOpen: { title: 'The printer is open', remedy: 'Close it until it clicks, printing goes on by itself' },
      paused: { title: 'The printer is paused', remedy: 'Press the pause button on the printer' },
      ribbonOut: { title: 'Out of ribbon', remedy: 'Put in a new one, printing goes on by itself' },
      tooHot: { title: 'The printer is too hot', remedy: 'Wait a few minutes, printing goes on by itself' },
      tooCold: { title: 'The printer is too cold', remedy: 'Let it warm up, printing goes on by itself' },
      bufferFull: { title: 'The printer is behind', remedy: 'Wait, it will print and take the next' },
      labelWaiting: { title: 'Take the label', remedy: 'The printer waits until it is taken' },
      cutter: { title: 'The cutter is jammed', remedy: 'Open the printer and clear it, printing goes on by itself' },
      headFailed: {
        title: 'The print head has failed',
        remedy: 'Switch it off and on. If that does not help, repair it'
      },
      motorHot: { title: 'The printer’s motor is too hot', remedy: 'Wait a few minutes, printing goes on by itself' },
      stopped: { title: 'The printer has stopped', remedy: 'Look at the printer and its display' },
      silent: { title: 'The printer is silent', remedy: 'Check labels and lid, switch it off and on' },
      unreachable: { title: 'The printer is not found', remedy: 'Check power, cable and the address in settings' },
      lost: { title: 'The printer went away', remedy: 'Check cable and power, it will be found again' },
      queueStopped: { title: 'The print queue is stopped', remedy: 'Resume it on the PC, printing goes on by itself' },
      queueGone: { title: 'The print queue is not found', remedy: 'Start the print service or choose another queue' },
      folderGone: { title: 'The folder is out of reach', remedy: 'Check the folder and its path in settings' },
      absent: { title: 'No printer chosen', remedy: 'Choose one in settings' },
      noLabel: { title: 'No sticker yet', remedy: 'Wait, the marketplace is making it, and press F3' },
      badLabel: { title: 'The sticker came spoilt', remedy: 'Print it on the marketplace’s portal' },
      labelCommand: {
        title: 'The sticker has a command we can’t follow',
        remedy: 'Print it on the marketplace’s portal as a picture (PNG)'
      },
      expired: { title: 'It waited too long', remedy: 'Scan the item and its sticker prints' },
      noReceiptPrinter: { title: 'No receipt printer', remedy: 'Add one on the Devices screen' },
      tooWide: { title: 'Too wide for the paper', remedy: 'Choose a printer with wider paper for it' },
      wrongPrinter: { title: 'This printer can not print that', remedy: 'Choose another one on the Devices screen' },
      reprinted: { title: 'A new one was printed instead', remedy: 'Nothing to do' },
      notInHand: { title: 'Did not come out, a new one was printed', remedy: 'Nothing to do' },
      orderCancelled: { title: 'The order is cancelled', remedy: 'Nothing to do' },
      codeMissing: { title: 'A code was taken back', remedy: 'Scan the code, the label prints' },
      setAside: { title: 'The order was put aside', remedy: 'Scan the item, the sticker prints' },
      calledOff: { title: 'Printing was stopped', remedy: 'Scan the item, or print again' },
      connecting: { title: 'Connecting the printer', remedy: 'Wait a little' }
    },
    unknown: code => ({ title: 'The printer stopped', remedy: 'Look at the printer and its display', details: code })
  },
  warnings: {
    known: {
      calibrate: { title: 'calibrate the labels', remedy: 'In the printer’s menu: calibrate the media sensor' },
      cleanHead: { title: 'clean the head', remedy: 'Wipe it with alcohol once it has cooled down' },
      replaceHead: { title: 'the head is worn', remedy: 'Order a new one while this one prints' },
      paperLow: { title: 'paper runs low', remedy: 'Have a new roll at hand' },
      oneWay: { title: 'no answers', remedy: 'The printer does not say what it printed: you will be asked' }
    },
    unknown: code => ({ title: 'wants to be seen to', remedy: 'Look at the printer and its display', details: code })
  },
  blocks: {
    known: {
      tokenRefused: { title: 'Token refused', remedy: 'Make a new one on the portal and connect it in settings' },
      tokenExpired: { title: 'Token expired', remedy: 'Make a new one on the portal and connect it in settings' },
      readOnly: { title: 'Token is read-only', remedy: 'It needs the right to write in “Marketplace”' },
      payment: { title: 'Service not paid', remedy: 'Top it up in the catalogue. Work is kept here meanwhile' },
      forbidden: { title: 'No access', remedy: 'The token needs the “Marketplace” category' },
      noToken: { title: 'No token', remedy: 'Connect the account in settings' },
      baseToken: { title: 'A Base token can’t do this', remedy: 'Make a Personal token, connect it and try again' },
      pathGone: {
        title: 'A newer version is needed',
        remedy: 'The marketplace moved an address. Let the date choose the API edition, or update Verstak'
      }
    },
    unknown: code => ({ title: 'Account stopped', remedy: 'Check the token in settings', details: code })
  },
  delays: {
    known: {
      offline: { title: 'No network', remedy: 'It goes by itself when there is' },
      timeout: { title: 'The marketplace is slow', remedy: 'Tried again by itself' },
      server: { title: 'The marketplace has troubles', remedy: 'Tried again by itself' },
      stranger: {
        title: 'Something on the way answers',
        remedy: 'A proxy or a firewall. We check whether it arrived, and send it when we can'
      },
      processing: { title: 'The marketplace is still busy with it', remedy: 'Tried again by itself' },
      limited: { title: 'Waiting our turn', remedy: 'It goes as soon as the marketplace allows' },
      blocked: { title: 'Account stopped', remedy: 'Check the token in settings' },
      broken: { title: 'The marketplace’s answer makes no sense', remedy: 'Update Verstak' },
      connectionLost: { title: 'The link broke while sending', remedy: 'First we check whether it arrived' },
      cannotTell: { title: 'The marketplace doesn’t show whether it arrived', remedy: 'Check on the portal' }
    },
    unknown: code => ({ title: 'The marketplace refused', remedy: 'Check on the portal and try again', details: code })
  },
  connect: {
    notToken: { title: 'Not a token', remedy: 'Copy all of it from the portal: three parts with dots' },
    notWhole: { title: 'The token is not whole', remedy: 'Copy it on the portal once more, by its button' },
    expired: { title: 'Token expired', remedy: 'Make a new one on the portal' },
    noMarketplace: { title: 'Not a “Marketplace” token', remedy: 'Make a new one and tick the “Marketplace” category' },
    readOnly: { title: 'Token is read-only', remedy: 'Make a new one with the right to write' },
    tokenRefused: { title: 'The marketplace refused the token', remedy: 'It may be revoked. Make a new one' },
    payment: { title: 'Service not paid', remedy: 'Top it up in the catalogue and connect again' },
    forbidden: { title: 'No access', remedy: 'Check the token’s rights on the portal' },
    unreachable: { title: 'The marketplace is out of reach', remedy: 'Check the network and try again' },
    stranger: {
      title: 'Something on the way answers',
      remedy: 'Check the proxy, the firewall and the network’s sign-in page, and try again'
    }
  }
}
