/** Maker and model by an IEEE 1284 id (`KEY:value;` pairs), as printers state it over USB; empty if it names neither. */
export function nameInDeviceId(id: string): string {
  const facts = new Map(
    id.split(';').map(pair => {
      const [key = '', ...value] = pair.split(':')
      return [key.trim().toUpperCase(), value.join(':').trim()]
    })
  )
  const maker = facts.get('MANUFACTURER') ?? facts.get('MFG') ?? ''
  const model = facts.get('MODEL') ?? facts.get('MDL') ?? ''
  return [maker, model].filter(part => part !== '').join(' ')
}
