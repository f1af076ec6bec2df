/** The verdict of a rule on one piece of text: the value as it is to be sent, or the one problem to tell the packer. */
export type Check<Problem, Value = string> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'bad'; readonly problem: Problem }

/** A check that passed, with the value in the form to be sent. */
export function ok<Value>(value: Value): { readonly kind: 'ok'; readonly value: Value } {
  return { kind: 'ok', value }
}

/** A check that failed, with the first problem found. */
export function bad<Problem>(problem: Problem): { readonly kind: 'bad'; readonly problem: Problem } {
  return { kind: 'bad', problem }
}
