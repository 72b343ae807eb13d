import type { Editor } from "@tiptap/core";
import { EditorContent } from "@tiptap/react";
import { type RefObject, useRef } from "react";
import type { Draft } from "#core/draft";
import { textDirection } from "#core/language";
import { LineField } from "./line-field.tsx";
import { writeAt } from "./write-at.ts";
import "../../ui/fonts.css";
import "../../ui/tokens.css";
import styles from "./paper.module.css";

type Props = {
  editor: Editor;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  language: string;
  section: string;
  /** The line of names as it will be printed. */
  byline: string;
  paperRef: RefObject<HTMLDivElement | null>;
};

/** The article as readers will see it, written in place. */
export function Paper({ editor, draft, change, language, section, byline, paperRef }: Props) {
  const headline = useRef<HTMLTextAreaElement>(null);
  const standfirst = useRef<HTMLTextAreaElement>(null);
  const line = { language, disabled: !editor.isEditable };
  return (
    <div ref={paperRef} className={styles.paper} lang={language} dir={textDirection(language)}>
      <p className={styles.section}>{section}</p>
      <LineField
        {...line}
        label="Kicker"
        className={styles.kicker}
        value={draft.kicker}
        placeholder="Kicker, if it needs one"
        onChange={(kicker) => change({ kicker })}
        onEnter={() => headline.current?.focus()}
      />
      <LineField
        {...line}
        label="Headline"
        className={styles.headline}
        value={draft.headline}
        placeholder="Headline"
        fieldRef={headline}
        onChange={(words) => change({ headline: words })}
        onEnter={() => standfirst.current?.focus()}
      />
      <LineField
        {...line}
        label="Standfirst"
        className={styles.standfirst}
        value={draft.standfirst}
        placeholder="Standfirst: what the story is, in two sentences"
        fieldRef={standfirst}
        onChange={(words) => change({ standfirst: words })}
        onEnter={() => writeAt(editor, "start")}
      />
      {byline && <p className={styles.byline}>{byline}</p>}
      <EditorContent editor={editor} className={styles.content} />
    </div>
  );
}
