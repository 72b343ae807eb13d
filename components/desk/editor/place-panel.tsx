"use client";

import { type FormEvent, useEffect, useState } from "react";
import type { ArticleDeeds, PlaceAnswer } from "#core/article-deeds";
import { articlePath } from "#core/paths";
import type { ReasonOf } from "#core/result";
import { Button } from "../button.tsx";
import { commonWords } from "./common-words.ts";
import type { EditedArticle, EditorHouse } from "./edited-article.ts";
import styles from "./side.module.css";

type Props = {
  article: EditedArticle;
  house: EditorHouse;
  /** As it stands at the desk; it follows the headline until somebody sets it. */
  slug: string;
  deeds: Pick<ArticleDeeds, "move" | "addTopic">;
  onMoved: () => void;
};

type Refusal = ReasonOf<PlaceAnswer>;

const refusals: Record<Refusal, string> = {
  "signed-out": "You were signed out. Sign in again, then save once more.",
  "not-found": "This article is no longer yours to edit.",
  unreadable: "That could not be read. Please look at the address again.",
  ...commonWords,
  "not-allowed": "Only an editor moves an article that readers have.",
  "slug-taken": "Another article has this address already.",
  "slug-unfit": "An address part holds small letters and figures, joined by hyphens.",
  "no-such-section": "That section is gone. Please choose another.",
  "no-such-topic": "One of these topics is gone. Please reload the page.",
};

/** Where the article stands in the publication. This belongs to the article and changes at once. */
export function PlacePanel({ article, house, slug, deeds, onMoved }: Props) {
  const [sectionId, setSection] = useState(article.sectionId);
  const [typedSlug, setTypedSlug] = useState<string>();
  const [topics, setTopics] = useState(house.topics);
  const [topicIds, setTopicIds] = useState<readonly number[]>(article.topicIds);
  const [said, setSaid] = useState<{ words: string; isRefusal: boolean }>();
  const [pending, setPending] = useState(false);
  useEffect(() => setTopics(house.topics), [house.topics]);

  const wantedSlug = typedSlug ?? slug;
  const section = house.sections.find(({ id }) => id === sectionId);
  const isMoved = sectionId !== article.sectionId || wantedSlug !== slug;
  const isChanged = isMoved || topicIds.join() !== article.topicIds.join();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const answer = await deeds.move(article.id, { sectionId, slug: wantedSlug, topicIds });
    setPending(false);
    setSaid(answer.ok ? { words: "Saved.", isRefusal: false } : { words: refusals[answer.reason], isRefusal: true });
    if (!answer.ok) return;
    // What was typed meanwhile is still to be saved.
    setTypedSlug((newer) => (newer === typedSlug ? undefined : newer));
    onMoved();
  };

  /** Returns whether it is among the topics now. */
  const addTopic = async (name: string): Promise<boolean> => {
    const known = topics.find((topic) => topic.name.toLowerCase() === name.toLowerCase());
    const answer = known ? { ok: true as const, value: known } : await deeds.addTopic(name);
    if (!answer.ok) {
      setSaid({ words: answer.reason === "empty" ? refusals.unreadable : refusals[answer.reason], isRefusal: true });
      return false;
    }
    const { id } = answer.value;
    if (!known) setTopics((before) => [...before, answer.value]);
    setTopicIds((before) => (before.includes(id) ? before : [...before, id]));
    return true;
  };

  return (
    <form onSubmit={save} className={styles.fields}>
      <label className={styles.field}>
        Section
        <select
          value={sectionId}
          disabled={!article.mayMove}
          onChange={(e) => setSection(Number(e.currentTarget.value))}
        >
          {house.sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        Address
        <input
          value={wantedSlug}
          disabled={!article.mayMove}
          aria-invalid={said?.isRefusal || undefined}
          onChange={(event) => setTypedSlug(event.currentTarget.value)}
        />
        <small>
          {house.site}
          {decodeURI(articlePath(section?.slug ?? "", wantedSlug))}
          {isMoved && article.publishedAt && <> The old address leads on to the new one for good.</>}
        </small>
      </label>
      <Topics topics={topics} chosen={topicIds} onChange={setTopicIds} onAdd={addTopic} />
      {said && (
        <p role={said.isRefusal ? "alert" : "status"} className={said.isRefusal ? styles.error : styles.done}>
          {said.words}
        </p>
      )}
      {isChanged && (
        <div>
          <Button type="submit" disabled={pending}>
            Save section, address and topics
          </Button>
          {article.isLive && <p className={styles.hint}>Readers see this at once.</p>}
        </div>
      )}
    </form>
  );
}

type TopicsProps = {
  topics: readonly { id: number; name: string }[];
  chosen: readonly number[];
  onChange: (ids: readonly number[]) => void;
  onAdd: (name: string) => Promise<boolean>;
};

function Topics({ topics, chosen, onChange, onAdd }: TopicsProps) {
  const [typed, setTyped] = useState("");
  const add = async () => {
    if (typed.trim() === "") return;
    if (await onAdd(typed.trim())) setTyped((newer) => (newer === typed ? "" : newer));
  };
  return (
    <fieldset className={styles.field}>
      <legend>Topics</legend>
      <ul className={styles.chips}>
        {chosen.map((id) => {
          const name = topics.find((topic) => topic.id === id)?.name ?? "Retired topic";
          return (
            <li key={id}>
              {name}
              <button
                type="button"
                aria-label={`Take ${name} off`}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles.adding}>
        <input
          list="topics-of-the-house"
          aria-label="Add a topic"
          placeholder="Known or new"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void add();
          }}
        />
        <Button onClick={add}>Add</Button>
      </div>
      <datalist id="topics-of-the-house">
        {topics
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
      </datalist>
    </fieldset>
  );
}
