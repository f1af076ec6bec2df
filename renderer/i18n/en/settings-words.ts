import type { Format } from '../format.ts'

/** Words of the settings screen in English; their shape is what the other languages have to fill. */
export function settingsWordsEn(format: Format) {
  return {
    title: 'Settings',
    look: 'Look',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the PC', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    textSize: 'Text size',
    textSizes: { normal: 'Normal', large: 'Large', huge: 'Huge' },
    volume: 'Volume',
    percent: (share: number) => `${Math.round(share * 100)} %`,
    test: 'Hear them',
    voice: 'Say the next step aloud',
    packing: 'Packing',
    printWhen: 'The sticker prints',
    printWhens: { atOnce: 'As soon as the codes are in', onCommand: 'On the command “Print”' },
    signIn: 'The first scan is a badge',
    scanBack: 'Scan the printed sticker back',
    optionalCodes: 'Optional codes',
    optionalCodesChoices: { ask: 'Ask for them', skip: 'Never take them', ifScanned: 'Take them if scanned' },
    edition: 'Edition of the marketplace’s API',
    editions: { auto: 'By today’s date', seed: 'First', successor: 'Second' },
    pollSeconds: 'Ask for new orders every',
    seconds: (value: number) => `${format.number(value)} s`,
    packers: 'Packers',
    packerId: 'Number on the badge',
    packerName: 'Name',
    packerHint: 'Number: up to 12 digits or capital Latin letters',
    packerTaken: (name: string) => `The number is in use: ${name}`,
    rename: 'Rename',
    saveName: 'Save',
    addPacker: 'Add',
    printBadge: 'Print the badge',
    vouched: 'GTINs that somebody vouched for',
    vouchedHint: '“Does the code belong to this item?” was answered “yes”. If that was wrong, forget it: we ask again',
    vouchedBy: (packer: string | null, when: string) => `${packer ?? 'nobody signed in'}, ${when}`,
    forgetGtin: 'Forget',
    commands: 'Command sheet',
    commandsHint: 'Stick it by the table: every command is a scan away',
    printCommands: 'Print the sheet',
    account: 'Account',
    kinds: { none: 'Not connected', practice: 'Practice', live: 'Connected' },
    seller: 'Seller',
    tokenTypes: {
      base: 'Base token',
      test: 'Test token',
      personal: 'Personal token',
      service: 'Service token',
      other: 'Token'
    },
    lacks: {
      base: 'Some methods are closed to a Base token, and others take ten requests an hour: delivery by the seller, pickup, delivery by courier. Better make a Personal one',
      test: 'A Test token works in the sandbox only: real orders are not there'
    },
    authorization: 'The token in requests',
    authorizations: { raw: 'As it is', bearer: 'After the word Bearer' },
    api: 'What the documents leave open',
    apiHint: 'The marketplace doesn’t say. Change it only where it refuses what is right, or takes more',
    passcodeLeast: 'Passcode at the counter: digits at least',
    passcodeMost: 'Passcode at the counter: digits at most',
    pickupSgtins: 'Pickup: marking codes an order takes',
    pickupLength: (code: string) => `Pickup, ${code}: characters`,
    anyNumber: 'any',
    expires: (date: string, left: string) => `Token until ${date}, ${left} left`,
    expired: (date: string) => `Token ran out on ${date}`,
    sandbox: 'The marketplace’s sandbox',
    vaults: {
      safe: 'The token is kept encrypted',
      plain: 'The token is kept unprotected',
      none: 'The token is for this run only'
    },
    leave: 'Leave the account',
    endPractice: 'End practice',
    leaveAsk: 'Leave the account? The token will be forgotten, the queue stays on this PC',
    endPracticeAsk: 'End practice? The practice table will be cleared'
  }
}

export type SettingsWords = ReturnType<typeof settingsWordsEn>
