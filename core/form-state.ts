/** What a form of the desk knows after it was sent: enough to show it again without one typed word lost. */
export type FormState = {
  values: Readonly<Record<string, string>>;
  /** A sentence for each field that was refused, by the field's name; "" is the form as a whole. */
  errors: Readonly<Record<string, string | undefined>>;
  /** Refused because nobody is signed in any more. */
  isSignedOut?: boolean;
  /** What was done, where the sender stays on the page. */
  done?: string;
  /** Something shown this once: a link to copy, recovery codes. */
  shown?: readonly string[];
  /** What was left undone of it, in a sentence each. */
  left?: readonly string[];
};

export const untouchedForm: FormState = { values: {}, errors: {} };
