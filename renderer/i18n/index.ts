import { makeFormat, type Language } from './format.ts'
import { buyerWordsEn } from './en/buyer-words.ts'
import { completedWordsEn } from './en/completed-words.ts'
import { dataTroubleWordsEn } from './en/data-trouble-words.ts'
import { courierWordsEn } from './en/courier-words.ts'
import { devicesWordsEn } from './en/devices-words.ts'
import { damageWordsEn } from './en/damage-words.ts'
import { handoverWordsEn } from './en/handover-words.ts'
import { messagesEn } from './en/messages.ts'
import { namesEn } from './en/names.ts'
import { notesEn } from './en/stage-notes.ts'
import { otherSupplyEn } from './en/other-supply.ts'
import { orderListWordsEn } from './en/order-list-words.ts'
import { orderPageWordsEn } from './en/order-page-words.ts'
import { passWordsEn } from './en/pass-words.ts'
import { pickingWordsEn } from './en/picking-words.ts'
import { problemsEn } from './en/problems.ts'
import { productWordsEn } from './en/product-words.ts'
import { queueWordsEn } from './en/queue-words.ts'
import { shiftWordsEn } from './en/shift-words.ts'
import { shelfPageWordsEn } from './en/shelf-page-words.ts'
import { scannerTestWordsEn } from './en/scanner-test-words.ts'
import { settingsWordsEn } from './en/settings-words.ts'
import { lockWordsEn } from './en/lock-words.ts'
import { leadWordsEn } from './en/lead-words.ts'
import { shippingWordsEn } from './en/shipping-words.ts'
import { shelfWordsEn } from './en/shelf-words.ts'
import { spotWordsEn } from './en/spot-words.ts'
import { supplyWordsEn } from './en/supply-words.ts'
import { tablesEn } from './en/tables.ts'
import { verdictsEn } from './en/verdicts.ts'
import { wordsEn } from './en/words.ts'
import { buyerWordsRu } from './ru/buyer-words.ts'
import { completedWordsRu } from './ru/completed-words.ts'
import { dataTroubleWordsRu } from './ru/data-trouble-words.ts'
import { courierWordsRu } from './ru/courier-words.ts'
import { devicesWordsRu } from './ru/devices-words.ts'
import { damageWordsRu } from './ru/damage-words.ts'
import { handoverWordsRu } from './ru/handover-words.ts'
import { messagesRu } from './ru/messages.ts'
import { namesRu } from './ru/names.ts'
import { notesRu } from './ru/stage-notes.ts'
import { otherSupplyRu } from './ru/other-supply.ts'
import { orderListWordsRu } from './ru/order-list-words.ts'
import { orderPageWordsRu } from './ru/order-page-words.ts'
import { passWordsRu } from './ru/pass-words.ts'
import { pickingWordsRu } from './ru/picking-words.ts'
import { problemsRu } from './ru/problems.ts'
import { productWordsRu } from './ru/product-words.ts'
import { queueWordsRu } from './ru/queue-words.ts'
import { shiftWordsRu } from './ru/shift-words.ts'
import { shelfPageWordsRu } from './ru/shelf-page-words.ts'
import { scannerTestWordsRu } from './ru/scanner-test-words.ts'
import { settingsWordsRu } from './ru/settings-words.ts'
import { lockWordsRu } from './ru/lock-words.ts'
import { leadWordsRu } from './ru/lead-words.ts'
import { shippingWordsRu } from './ru/shipping-words.ts'
import { shelfWordsRu } from './ru/shelf-words.ts'
import { spotWordsRu } from './ru/spot-words.ts'
import { supplyWordsRu } from './ru/supply-words.ts'
import { tablesRu } from './ru/tables.ts'
import { verdictsRu } from './ru/verdicts.ts'
import { wordsRu } from './ru/words.ts'
import type { Texts } from './texts.ts'

/** Everything the page says in the given language. */
export function makeTexts(language: Language): Texts {
  const format = makeFormat(language)
  switch (language) {
    case 'ru':
      return {
        format,
        names: namesRu,
        tables: tablesRu,
        verdicts: verdictsRu,
        problems: problemsRu,
        notes: notesRu(format),
        otherSupply: otherSupplyRu,
        messages: messagesRu(format),
        words: wordsRu(format),
        orderList: orderListWordsRu(format),
        orderPage: orderPageWordsRu(),
        completed: completedWordsRu(format),
        picking: pickingWordsRu(format),
        product: productWordsRu(format),
        queue: queueWordsRu(format),
        shift: shiftWordsRu(format),
        shelfPage: shelfPageWordsRu(format),
        settings: settingsWordsRu(format),
        lead: leadWordsRu(format),
        lock: lockWordsRu(),
        shipping: shippingWordsRu(format),
        spot: spotWordsRu,
        damage: damageWordsRu(format),
        handover: handoverWordsRu(format),
        shelf: shelfWordsRu,
        courier: courierWordsRu(format),
        buyers: buyerWordsRu(format),
        passes: passWordsRu,
        supplyDesk: supplyWordsRu(format),
        devices: devicesWordsRu(format),
        scannerTest: scannerTestWordsRu,
        dataTrouble: dataTroubleWordsRu(format)
      }
    case 'en':
      return {
        format,
        names: namesEn,
        tables: tablesEn,
        verdicts: verdictsEn,
        problems: problemsEn,
        notes: notesEn(format),
        otherSupply: otherSupplyEn,
        messages: messagesEn(format),
        words: wordsEn(format),
        orderList: orderListWordsEn(format),
        orderPage: orderPageWordsEn(),
        completed: completedWordsEn(format),
        picking: pickingWordsEn(format),
        product: productWordsEn(format),
        queue: queueWordsEn(format),
        shift: shiftWordsEn(format),
        shelfPage: shelfPageWordsEn(format),
        settings: settingsWordsEn(format),
        lead: leadWordsEn(format),
        lock: lockWordsEn(),
        shipping: shippingWordsEn(format),
        spot: spotWordsEn,
        damage: damageWordsEn(format),
        handover: handoverWordsEn(format),
        shelf: shelfWordsEn,
        courier: courierWordsEn(format),
        buyers: buyerWordsEn(format),
        passes: passWordsEn,
        supplyDesk: supplyWordsEn(format),
        devices: devicesWordsEn(format),
        scannerTest: scannerTestWordsEn,
        dataTrouble: dataTroubleWordsEn(format)
      }
  }
}
