import type { PointStep, Question } from '../../questions.ts'
import { OFFERED } from '../../questions.ts'
import { CITIES } from '../../orders/cities.ts'
import { ask } from '../codes/ask.ts'
import { repeatPoint } from '../scans/second-read.ts'
import { closeFrom } from './closing.ts'
import type { Draft } from '../draft.ts'
import { choicesOf, pointsIn, remember, routeOf, ship, today } from './shipping.ts'

type WhichPoint = Extract<Question, { readonly kind: 'whichPoint' }>

/** A city's barcode: its points are offered. */
export function answerCity(draft: Draft, place: number): void {
  const { question } = draft.table
  if (question?.kind !== 'whichPoint') return notAsked(draft)
  const city = CITIES[place]
  if (city === undefined) return draft.say('refused', { code: 'answerFirst' })
  goTo(draft, question, pointsIn(draft, question.supplyId, city, 0))
}

/** A point's barcode: the supply goes there, and on to be delivered if that was the last thing it lacked. */
export function answerPoint(draft: Draft, pointId: number): void {
  const { question } = draft.table
  if (question?.kind !== 'whichPoint') return repeatPoint(draft, pointId) ? undefined : notAsked(draft)
  const { supplyId, step } = question
  const known = choicesOf(draft, supplyId).find(({ point }) => point.id === pointId)
  const offered = step.kind === 'point' ? step.offer?.find(({ id }) => id === pointId) : undefined
  const choice = known ?? (offered && ({ point: offered, type: 'selfShipping' } as const))
  if (choice === undefined) return draft.say('refused', { code: 'answerFirst' })
  draft.setTable({ question: null })
  remember(draft, supplyId, choice)
  ship(draft, supplyId, choice, today(draft))
  if (question.closes) return closeFrom(draft, supplyId, 'box')
  const name = draft.bench.supplies.get(supplyId)?.name ?? ''
  draft.say('goOn', { code: 'pointChosen', name, point: choice.point.name })
}

function notAsked(draft: Draft): void {
  draft.say('refused', { code: draft.table.question === null ? 'notNow' : 'answerFirst' })
}

/** `next`: others than those on the screen; behind the last come the first again. */
export function morePoints(draft: Draft, question: WhichPoint): void {
  const { step } = question
  switch (step.kind) {
    case 'known':
      return goTo(draft, question, { kind: 'city', from: 0 })
    case 'city': {
      const from = step.from + OFFERED
      return goTo(draft, question, { kind: 'city', from: from < CITIES.length ? from : 0 })
    }
    case 'point': {
      const from = step.from + OFFERED
      return goTo(draft, question, pointsIn(draft, question.supplyId, step.city, from < step.total ? from : 0))
    }
  }
}

/** `undo`: one step back; false where the choice begins. */
export function lessPoints(draft: Draft, question: WhichPoint): boolean {
  const { step, supplyId } = question
  if (step.kind === 'point') goTo(draft, question, { kind: 'city', from: 0 })
  else if (step.kind === 'city' && choicesOf(draft, supplyId).length > 0) goTo(draft, question, { kind: 'known' })
  else return false
  return true
}

/** The points that the stage waits for have come. */
export function pointsSeen(draft: Draft, city: string, cargoType: number): void {
  const { question } = draft.table
  if (question?.kind !== 'whichPoint' || question.step.kind !== 'point') return
  const { step, supplyId } = question
  if (step.city !== city || routeOf(draft, supplyId)?.cargoType !== cargoType || step.offer !== null) return
  goTo(draft, question, pointsIn(draft, question.supplyId, city, step.from))
}

function goTo(draft: Draft, question: WhichPoint, step: PointStep): void {
  ask(draft, { ...question, step })
}
