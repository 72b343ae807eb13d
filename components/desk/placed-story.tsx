import Link from "next/link";
import type { FormState } from "#core/form-state";
import { Ask } from "./ask.tsx";
import { TextField } from "./field.tsx";
import { DeskForm, SubmitButton } from "./form.tsx";
import { Badge } from "./panel.tsx";
import styles from "./placed-story.module.css";

type Action = (before: FormState, form: FormData) => Promise<FormState>;

type Props = {
  story: {
    id: number;
    articleId: number;
    headline: string;
    section: string;
    /** As clocks of the publication show it, "2026-11-23T09:00"; null is for good. */
    until: string | null;
    isPublished: boolean;
  };
  timeZone: string;
  pin: Action;
  takeOff: Action;
};

/** A story at the head of a page: how long it leads, and the ways to change that. */
export function PlacedStory({ story, timeZone, pin, takeOff }: Props) {
  const self = <input type="hidden" name="id" value={story.id} />;
  return (
    <div className={styles.story}>
      <div>
        <Link href={`/desk/articles/${story.articleId}`} className={styles.headline} draggable={false}>
          {story.headline}
        </Link>
        <p className={styles.about}>
          {story.section} · {story.until ? `until ${inWords(story.until)}` : "for good"}{" "}
          {!story.isPublished && <Badge tone="warn">Readers cannot see it</Badge>}
        </p>
      </div>
      <div className={styles.deeds}>
        <Ask button="Until…" kind="quiet" question={`Until when does “${story.headline}” lead?`}>
          <DeskForm action={pin} submit="Save" label="Until when it leads">
            {self}
            <TextField
              type="datetime-local"
              name="until"
              label="Until"
              hint={`As clocks in ${timeZone.replaceAll("_", " ")} show it. Left empty, it leads for good.`}
              defaultValue={story.until ?? ""}
            />
          </DeskForm>
        </Ask>
        <DeskForm action={takeOff} label={`Take ${story.headline} off`} className={styles.off}>
          {self}
          <SubmitButton kind="quiet">Take off</SubmitButton>
        </DeskForm>
      </div>
    </div>
  );
}

/** A time of the publication's clocks, whatever the zone: "25 Nov 2026, 03:19". */
function inWords(local: string): string {
  const words = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return words.format(new Date(`${local}:00Z`));
}
