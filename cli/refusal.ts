/** What a command cannot do, in one sentence for whoever typed it: shown as it is, without a stack. */
export class Refusal extends Error {}
