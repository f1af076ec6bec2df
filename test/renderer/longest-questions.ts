import type { PointStep, Question } from '../../shared/domain/questions.ts'
import type { Message } from '../../shared/domain/messages.ts'
import type { Hitch } from '../../shared/domain/orders/supplies.ts'
import { CODE, ORDER, POINT, POINTS, SUPPLY, VENDOR } from './longest-facts.ts'

export interface Asked<Q extends Question = Question> {
  readonly question: Q
  readonly message: Message
}

function whichPoint(step: PointStep): Asked<Extract<Question, { readonly kind: 'whichPoint' }>> {
  const city = step.kind === 'point' ? step.city : ''
  const shown = step.kind === 'point' && step.offer === null ? 'loading' : step.kind
  return {
    question: { kind: 'whichPoint', supplyId: 's1', closes: true, step },
    message: { code: 'whichPoint', name: SUPPLY, step: shown, city, closes: true }
  }
}

function stuck(hitch: Hitch): Asked<Extract<Question, { readonly kind: 'deliveryStuck' }>> {
  return {
    question: { kind: 'deliveryStuck', supplyId: 's1', hitch },
    message: { code: 'deliveryStuck', name: SUPPLY, hitch }
  }
}

/** Every question with the longest words it may have in earnest; a new kind of question has to come here. */
export const QUESTIONS: {
  readonly [K in Question['kind']]: readonly Asked<Extract<Question, { readonly kind: K }>>[]
} = {
  labelInHand: [
    {
      question: { kind: 'labelInHand', jobId: 'j1' },
      message: { code: 'labelInHand', orderId: ORDER, doubt: 'restarted', partB: '4589' }
    },
    {
      question: { kind: 'labelInHand', jobId: 'j1' },
      message: { code: 'labelInHand', orderId: null, doubt: 'oneWayLink', partB: null }
    },
    {
      question: { kind: 'labelInHand', jobId: 'j1' },
      message: {
        code: 'labelInHand',
        orderId: null,
        doubt: 'restarted',
        partB: null,
        supply: { label: 'supplyQr', remoteId: 'WB-GI-123456789' }
      }
    }
  ],
  gtinDiffers: [
    {
      question: { kind: 'gtinDiffers', orderId: ORDER, code: CODE, gtin: '04601234567893' },
      message: { code: 'gtinDiffers', gtin: '04601234567893', barcode: '2041234567897' }
    }
  ],
  replaceCode: [
    {
      question: { kind: 'replaceCode', orderId: ORDER, key: 'customsDeclaration', value: '10704010/010624/0000303' },
      message: {
        code: 'replaceCode',
        key: 'customsDeclaration',
        here: '10704010/010624/0000302',
        value: '10704010/010624/0000303'
      }
    },
    {
      question: { kind: 'replaceCode', orderId: ORDER, key: 'sgtin', value: CODE },
      message: { code: 'replaceCode', key: 'sgtin', here: '5EhsSZ0=TH?hZ, 5EhsSZ0=TH?hY', value: '5EhsSYz:*yW*O' }
    }
  ],
  whyReprint: [{ question: { kind: 'whyReprint', orderId: ORDER }, message: { code: 'whyReprint', orderId: ORDER } }],
  whyShelf: [{ question: { kind: 'whyShelf', orderId: ORDER }, message: { code: 'whyShelf', orderId: ORDER } }],
  wholeWave: [
    {
      question: { kind: 'wholeWave', supplyId: 's1' },
      message: { code: 'wholeWave', labels: 1_280, separators: 128, missing: 1_240 }
    }
  ],
  codesWarned: [
    {
      question: { kind: 'codesWarned', supplyId: 's1' },
      message: {
        code: 'codesWarned',
        name: SUPPLY,
        orderIds: Array.from({ length: 128 }, (_, index) => ORDER + index),
        keys: ['gtin', 'expiration']
      }
    }
  ],
  cancelledInside: [
    {
      question: { kind: 'cancelledInside', supplyId: 's1', orderIds: [] },
      message: { code: 'cancelledInside', name: SUPPLY, orderIds: [ORDER, ORDER + 1, ORDER + 2, ORDER + 3] }
    }
  ],
  oldLabels: [
    {
      question: { kind: 'oldLabels', supplyId: 's1' },
      message: {
        code: 'oldLabels',
        name: SUPPLY,
        partBs: Array.from({ length: 30 }, (_, index) => String(1000 + index))
      }
    }
  ],
  whichPoint: [
    whichPoint({ kind: 'known' }),
    whichPoint({ kind: 'city', from: 0 }),
    whichPoint({ kind: 'city', from: 4 }),
    whichPoint({ kind: 'point', city: 'Санкт-Петербург', from: 0, total: 900, offer: POINTS }),
    whichPoint({ kind: 'point', city: 'Нижний Новгород', from: 0, total: 0, offer: null })
  ],
  addBox: [
    { question: { kind: 'addBox', supplyId: 's1' }, message: { code: 'addBox', name: SUPPLY, point: POINT.name } }
  ],
  emptySupply: [{ question: { kind: 'emptySupply', supplyId: 's1' }, message: { code: 'emptySupply', name: SUPPLY } }],
  deliveryStuck: [
    stuck({ kind: 'badPoint', why: 'fulfilment', point: POINT.name }),
    stuck({ kind: 'codes', orderIds: [ORDER, ORDER + 1, ORDER + 2, ORDER + 3] }),
    stuck({ kind: 'cancelled', orderIds: [ORDER, ORDER + 1, ORDER + 2, ORDER + 3] }),
    stuck({ kind: 'processing', since: 0 }),
    stuck({ kind: 'other', code: 'NeverHeardOf', message: VENDOR })
  ],
  supplyUnfinished: [
    {
      question: { kind: 'supplyUnfinished', supplyId: 's1' },
      message: {
        code: 'supplyUnfinished',
        name: SUPPLY,
        orderIds: Array.from({ length: 128 }, (_, index) => ORDER + index),
        articles: Array.from({ length: 12 }, (_, index) => `Футболка-оверсайз-хлопок-премиум-${index} × 12`),
        shelved: 128
      }
    }
  ]
}
