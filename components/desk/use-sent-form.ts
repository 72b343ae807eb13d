import { unstable_rethrow } from "next/navigation";
import { type FormEvent, startTransition, useActionState, useRef } from "react";
import { type SentFields, sentFieldsOf } from "./sent-fields.ts";
import { unansweredWords, whyUnanswered } from "./unanswered.ts";

type Action<State> = (before: Awaited<State>, form: FormData) => Promise<State>;

const isBrowser = typeof window !== "undefined";

/**
 * A form that is sent with scripts and without, and loses nothing that was typed by it: React would empty it after every
 * answer, a refusal and words typed meanwhile included, and an error would take the page.
 *
 * @param failed What the form knows then: the sentence says why there was no answer.
 */
export function useSentForm<State>(
  action: Action<State>,
  untouched: Awaited<State>,
  failed: (before: Awaited<State>, sentence: string) => State,
) {
  const act: Action<State> = async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      unstable_rethrow(error);
      return failed(before, unansweredWords[whyUnanswered(error)]);
    }
  };
  // A page that is sent before its scripts are there knows actions of the server only.
  const [state, send, pending] = useActionState(isBrowser ? act : action, untouched);
  const sent = useRef<SentFields>(new Map());
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    sent.current = sentFieldsOf(event.currentTarget);
    startTransition(() => send(form));
  };
  return { state, pending, sent, form: { action: send, onSubmit } };
}
