import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dialsOf } from '../../../../electron/api/schemes/dial.ts'
import { schemeClientReply } from '../../../../electron/api/schemas/scheme-orders.ts'

/** What is dialled for a buyer whose entry holds these fields. */
function dialled(fields: object): readonly string[] {
  const [buyer] = schemeClientReply.parse({ orders: [{ orderID: 1, firstName: 'Ян', ...fields }] }).orders
  if (buyer === undefined) throw new Error('no buyer')
  return dialsOf(buyer).map(({ phone, code }) => (code === null ? phone : `${phone} ${code}`))
}

test('the replacement phone comes first, then the phone with each of its codes, then the lists', () => {
  const all = {
    replacementPhone: '+70010000001',
    phone: 79_871_234_567,
    phoneCode: 1_234_567,
    additionalPhoneCodes: [12_345, '65498', ''],
    replacementAdditionalPhones: ['+70010000002', ''],
    additionalPhones: ['+79990000003']
  }
  expect(dialled(all)).toEqual([
    '+70010000001',
    '79871234567 1234567',
    '79871234567 12345',
    '79871234567 65498',
    '+70010000002',
    '+79990000003'
  ])
})

test.each([
  [{ replacementPhone: '', phone: '', phoneCode: '', additionalPhoneCodes: [] }, []],
  [{ replacementPhone: null, phone: '+71111111111', phoneCode: '' }, ['+71111111111']],
  [{ phone: '+71111111111', phoneCode: 0 }, ['+71111111111']],
  [{ phone: '', phoneCode: '', additionalPhones: ['+71111111112'] }, ['+71111111112']],
  [{ replacementPhone: '+70010000001', phone: '' }, ['+70010000001']]
])('%j is not assigned where it is empty', (fields, dials) => {
  expect(dialled(fields)).toEqual(dials)
})

test('nothing is dialled twice, and nothing that was told is left out', () => {
  const number = fc.option(fc.constantFrom('1', '2', '3'), { nil: null })
  const numbers = fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 4 })
  const phones = fc.record({
    replacementPhone: number,
    phone: number,
    phoneCode: number,
    additionalPhoneCodes: numbers,
    replacementAdditionalPhones: numbers,
    additionalPhones: numbers
  })
  fc.assert(
    fc.property(phones, told => {
      const dials = dialsOf(told)
      const keys = dials.map(({ phone, code }) => `${phone} ${code}`)
      expect(new Set(keys).size).toBe(keys.length)
      const all = [told.replacementPhone, told.phone, ...told.replacementAdditionalPhones, ...told.additionalPhones]
      for (const phone of all) if (phone !== null) expect(dials.map(dial => dial.phone)).toContain(phone)
      if (told.replacementPhone !== null) expect(dials[0]?.phone).toBe(told.replacementPhone)
    })
  )
})
