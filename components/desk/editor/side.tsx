import type { ReactNode } from "react";
import type { ArticleDeeds, ContributorChoice, DeleteAnswer, StepAnswer, StepGiven } from "#core/article-deeds";
import { checklist } from "#core/checklist";
import type { Draft } from "#core/draft";
import { BylinePanel } from "./byline-panel.tsx";
import { ChecklistPanel } from "./checklist-panel.tsx";
import { CommentsPanel } from "./comments-panel.tsx";
import { CorrectionsPanel } from "./corrections-panel.tsx";
import { DeletePanel } from "./delete-panel.tsx";
import type { DeskPicture } from "./desk-picture.ts";
import type { EditedArticle, EditorHouse } from "./edited-article.ts";
import { HistoryPanel } from "./history-panel.tsx";
import { NotesPanel } from "./notes-panel.tsx";
import { PicturePanel } from "./picture-panel.tsx";
import { PlacePanel } from "./place-panel.tsx";
import { SharingPanel } from "./sharing-panel.tsx";
import styles from "./side.module.css";
import { StepsPanel } from "./steps-panel.tsx";
import { TranslationsPanel } from "./translations-panel.tsx";
import type { UsedNotes } from "./use-notes.ts";

type Props = {
  article: EditedArticle;
  house: EditorHouse;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  slug: string;
  deeds: ArticleDeeds;
  clock: (at: Date) => string;
  take: (given: Omit<StepGiven, "version">) => Promise<StepAnswer>;
  remove: () => Promise<DeleteAnswer>;
  nameOf: (contributorId: number) => string;
  notes: UsedNotes;
  picture: DeskPicture | undefined;
  onPicture: () => void;
  onKnown: (contributor: ContributorChoice) => void;
  /** Something of the article changed at the desk that is not its text. */
  onChanged: () => void;
};

/** Beside the paper: where the article stands, what comes next, and everything that is not its text. */
export function Side({
  article,
  house,
  draft,
  change,
  slug,
  deeds,
  clock,
  take,
  remove,
  nameOf,
  notes,
  ...props
}: Props) {
  return (
    <aside className={styles.side} aria-label="About the article">
      <StepsPanel article={article} headline={draft.headline} clock={clock} timeZone={house.timeZone} take={take} />
      <Part
        title={notes.open.length === 0 ? "Notes" : `Notes: ${notes.open.length} open`}
        isOpen={article.notes.length > 0}
      >
        <NotesPanel notes={notes} clock={clock} />
      </Part>
      <Part title="Byline" isOpen>
        <BylinePanel
          bylines={draft.bylines}
          nameOf={nameOf}
          onChange={(bylines) => change({ bylines })}
          onKnown={props.onKnown}
          deeds={deeds}
        />
      </Part>
      <Part title="Section, address, topics" isOpen>
        <PlacePanel
          key={article.id}
          article={article}
          house={house}
          slug={slug}
          deeds={deeds}
          onMoved={props.onChanged}
        />
      </Part>
      <Part title="Picture" isOpen>
        <PicturePanel draft={draft} change={change} picture={props.picture} onChoose={props.onPicture} />
      </Part>
      <Part title={checklistTitle(draft)}>
        <ChecklistPanel draft={draft} deeds={deeds} />
      </Part>
      <Part title="When shared">
        <SharingPanel draft={draft} change={change} language={house.language} />
      </Part>
      <Part title="Translations">
        <TranslationsPanel article={article} language={house.language} deeds={deeds} onChanged={props.onChanged} />
      </Part>
      <Part title="Comments">
        <CommentsPanel article={article} timeZone={house.timeZone} deeds={deeds} />
      </Part>
      {article.mayCorrect && (
        <Part title="Corrections">
          <CorrectionsPanel article={article} clock={clock} deeds={deeds} onCorrected={props.onChanged} />
        </Part>
      )}
      <Part title="History">
        <HistoryPanel history={article.history} clock={clock} />
      </Part>
      {article.mayDelete && (
        <Part title="Delete">
          <DeletePanel
            headline={draft.headline}
            isLive={article.isLive}
            waits={article.goesOutAt !== null}
            remove={remove}
          />
        </Part>
      )}
    </aside>
  );
}

function checklistTitle(draft: Draft): string {
  const { length } = checklist(draft);
  return length === 0 ? "Before publishing: nothing missing" : `Before publishing: ${length} to look at`;
}

function Part({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className={styles.part} open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
