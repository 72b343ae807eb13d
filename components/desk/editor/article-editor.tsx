"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ArticleDeeds, ContributorChoice, DeleteAnswer, StepAnswer, StepGiven } from "#core/article-deeds";
import { bylineText } from "#core/byline";
import type { Draft } from "#core/draft";
import { accept, type Result, refuse } from "#core/result";
import { deskClock } from "../desk-clock.tsx";
import { PictureDialog } from "../picture-dialog.tsx";
import { answeredDeeds } from "./answered-deeds.ts";
import styles from "./article-editor.module.css";
import { CollisionDialog } from "./collision-dialog.tsx";
import { ContextBar, EmbedForm } from "./context-bar.tsx";
import { type DeskPicture, PicturesOfArticle } from "./desk-picture.ts";
import type { EditedArticle, EditorHouse } from "./edited-article.ts";
import { type Beside, EditorLinks, SaveNote, WordCount } from "./editor-bar.tsx";
import { FoundWords } from "./found-words.tsx";
import { insertEmbed, insertPicture } from "./insert.ts";
import { NewerText } from "./newer-text.tsx";
import { Paper } from "./paper.tsx";
import { PreviewBeside } from "./preview-beside.tsx";
import { ShortcutsDialog, type ShortcutsHandle } from "./shortcuts-dialog.tsx";
import { Side } from "./side.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useDraft } from "./use-draft.ts";
import { useEditorKeys } from "./use-editor-keys.ts";
import { useNotes } from "./use-notes.ts";
import { useOnChange } from "./use-on-change.ts";
import { usePresence } from "./use-presence.ts";
import { useWriting } from "./use-writing.ts";
import { writeAt } from "./write-at.ts";

type Props = { article: EditedArticle; house: EditorHouse; deeds: ArticleDeeds };

/** Where an article is written: the paper in the middle, its state above, everything else beside it. */
export function ArticleEditor({ article, house, deeds: asked }: Props) {
  const router = useRouter();
  const deeds = useMemo(() => answeredDeeds(asked), [asked]);
  const shortcuts = useRef<ShortcutsHandle>(null);
  const [isLinking, setLinking] = useState(false);
  const [isFull, setFull] = useState(false);
  const [beside, setBeside] = useState<Beside | undefined>("details");
  const [known, setKnown] = useState<readonly ContributorChoice[]>(article.bylineNames);
  const [pictures, setPictures] = useState<ReadonlyMap<number, DeskPicture>>(
    () => new Map(article.pictures.map((picture) => [picture.id, picture])),
  );
  const [choosing, setChoosing] = useState<{ place: "head" | "text"; files: readonly File[] }>();
  const [isCarding, setCarding] = useState(false);
  const putEmbed = useRef<(href: string) => void>(() => {});
  const beginNote = useRef(() => {});
  const paper = useRef<HTMLDivElement>(null);
  const help = useRef({
    choosePicture: () => setChoosing({ place: "text", files: [] }),
    editLink: () => setLinking(true),
    insertEmbed: () => setCarding(true),
    beginNote: () => beginNote.current(),
    putPictures: (files: File[]) => setChoosing({ place: "text", files }),
    putEmbed: (href: string) => putEmbed.current(href),
  });

  const change = useRef<(part: Partial<Draft>) => void>(() => {});
  const startLanguage = article.start.content.language ?? house.language;
  const [language, setLanguage] = useState(startLanguage);
  const editor = useWriting({
    body: article.start.content.body,
    language,
    help,
    onBody: (body) => change.current({ body }),
  });
  putEmbed.current = (href) => void insertEmbed(editor, href, deeds);
  const used = useDraft({
    articleId: article.id,
    staffId: house.staff.staffId,
    start: article.start,
    show: ({ body }) => editor.commands.setContent(body, { emitUpdate: false }),
  });
  const { keeper, draft, save, slug, page, replace } = used;
  change.current = used.change;
  useEffect(() => setLanguage(draft.language ?? house.language), [draft.language, house.language]);

  const presence = usePresence(article.id, page);
  const notes = useNotes({
    editor,
    articleId: article.id,
    notes: article.notes,
    deeds,
    draft,
    paper,
    onChanged: () => router.refresh(),
  });
  beginNote.current = notes.begin;
  useEditorKeys({
    save: () => void keeper.flush(),
    full: () => setFull((before) => !before),
    help: () => shortcuts.current?.open(),
    note: notes.begin,
  });

  // What can be done next follows from where the article stands now.
  useOnChange(used.state, () => router.refresh());
  // Others leave notes, too.
  useOnChange(presence?.notes, (before) => before !== undefined && router.refresh());

  // Who has just begun an article goes on writing it.
  const isBlank = article.start.content.body.content.length === 0;
  useEffect(() => {
    if (isBlank) writeAt(editor, "start");
  }, [editor, isBlank]);

  const isShut = save.state.kind === "not-found";
  useEffect(() => editor.setEditable(!isShut, false), [editor, isShut]);

  const keep = useCallback(async (): Promise<Result<null, "signed-out" | "busy" | "no-answer" | "newer-version">> => {
    if (await keeper.flush()) return accept(null);
    const { kind } = keeper.state();
    if (kind === "signed-out" || kind === "busy") return refuse(kind);
    return refuse(kind === "offline" ? "no-answer" : "newer-version");
  }, [keeper]);

  const take = useCallback(
    async (given: Omit<StepGiven, "version">): Promise<StepAnswer> => {
      const kept = await keep();
      if (!kept.ok) return kept;
      const answer = await deeds.takeStep(article.id, { ...given, version: keeper.version() });
      if (answer.ok) keeper.adopt(answer.value.version);
      // Without an answer there is no page to be had either: the browser would leave this one for an error of its own.
      if (answer.ok || answer.reason !== "no-answer") router.refresh();
      return answer;
    },
    [article.id, deeds, keep, keeper, router],
  );

  const remove = async (): Promise<DeleteAnswer> => {
    const kept = await keep();
    const answer = kept.ok ? await deeds.remove(article.id) : kept;
    if (answer.ok) router.push("/desk/articles?state=deleted");
    return answer;
  };

  const putPicture = (picture: DeskPicture) => {
    setPictures((before) => new Map(before).set(picture.id, picture));
    if (choosing?.place === "text") return insertPicture(editor, picture);
    const { id, alt, caption, credit } = picture;
    used.change({ pictureId: id, pictureAlt: alt, pictureCaption: caption, pictureCredit: credit });
  };

  const nameOf = (id: number) => known.find((contributor) => contributor.id === id)?.name ?? "Somebody";
  const clock = deskClock(house.timeZone, new Date());
  const section = house.sections.find(({ id }) => id === article.sectionId)?.name ?? "";
  const isBehind = presence !== undefined && save.state.kind === "saved" && presence.version > keeper.version();

  return (
    <PicturesOfArticle value={pictures}>
      <div data-whole="" className={isFull ? `${styles.editor} ${styles.full}` : styles.editor}>
        <header className={styles.head}>
          {/* The headline is a field, and no heading to who hears the page. */}
          <h1 className={styles.title}>Edit the article</h1>
          <div className={styles.row}>
            <SaveNote save={save} />
            <WordCount body={draft.body} language={language} />
            <EditorLinks
              others={presence?.others ?? []}
              isFull={isFull}
              onFull={() => setFull(!isFull)}
              beside={beside}
              onBeside={setBeside}
              articleId={article.id}
            />
          </div>
          <Toolbar editor={editor} help={help.current} onHelp={() => shortcuts.current?.open()} />
          <ContextBar
            editor={editor}
            isLinking={isLinking}
            onLinked={() => setLinking(false)}
            notes={notes}
            clock={clock}
          />
          {isCarding && (
            <EmbedForm
              onAddress={(href) => {
                setCarding(false);
                if (href) putEmbed.current(href);
                else editor.commands.focus();
              }}
            />
          )}
          {used.restored && save.state.kind !== "collision" && (
            <p className={styles.note}>Words you had typed here before were found on this device and taken up.</p>
          )}
          {isBehind && (
            <NewerText
              articleId={article.id}
              keeper={keeper}
              onShown={(content) => {
                replace(content);
                router.refresh();
              }}
            />
          )}
        </header>
        {used.found.map(({ name, words }) => (
          <FoundWords key={name} words={words} onDiscard={() => used.discard(name)} />
        ))}
        <div className={styles[beside ?? "alone"]}>
          <Paper
            editor={editor}
            draft={draft}
            change={used.change}
            language={language}
            section={section}
            paperRef={paper}
            byline={bylineText(draft.bylines.map(({ contributorId }) => ({ name: nameOf(contributorId) })))}
          />
          {beside === "preview" && (
            <PreviewBeside articleId={article.id} stamp={`${keeper.version()} ${article.sectionId}`} />
          )}
          {beside === "details" && (
            <Side
              {...{ article, house, draft, slug, deeds, clock, take, remove, nameOf, notes }}
              change={used.change}
              onKnown={(contributor) => setKnown((before) => [...before, contributor])}
              picture={draft.pictureId === null ? undefined : pictures.get(draft.pictureId)}
              onPicture={() => setChoosing({ place: "head", files: [] })}
              onChanged={() => router.refresh()}
            />
          )}
        </div>
      </div>
      {save.state.kind === "collision" && (
        <CollisionDialog
          mine={draft}
          theirs={save.state.theirs}
          nameOf={nameOf}
          onMine={keeper.keepMine}
          onTheirs={async () => {
            const { state } = save;
            if (state.kind !== "collision" || !(await keeper.keepTheirs())) return false;
            replace(state.theirs.content);
            router.refresh();
            return true;
          }}
        />
      )}
      {choosing && (
        <PictureDialog
          findPictures={deeds.findPictures}
          files={choosing.files}
          onChosen={putPicture}
          onClose={() => setChoosing(undefined)}
        />
      )}
      <ShortcutsDialog ref={shortcuts} />
    </PicturesOfArticle>
  );
}
