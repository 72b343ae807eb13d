"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ArticleDeeds, ContributorChoice } from "#core/article-deeds";
import { bylineText } from "#core/byline";
import { deskClock } from "../desk-clock.tsx";
import { PictureDialog } from "../picture-dialog.tsx";
import { answeredDeeds } from "./answered-deeds.ts";
import styles from "./article-editor.module.css";
import { CollisionDialog } from "./collision-dialog.tsx";
import { ContextBar, EmbedForm } from "./context-bar.tsx";
import { PicturesOfArticle } from "./desk-picture.ts";
import type { EditedArticle, EditorHouse } from "./edited-article.ts";
import { type Beside, EditorLinks, SaveNote, WordCount } from "./editor-bar.tsx";
import { FoundWords } from "./found-words.tsx";
import { insertEmbed } from "./insert.ts";
import { NewerText } from "./newer-text.tsx";
import { Paper } from "./paper.tsx";
import { PreviewBeside } from "./preview-beside.tsx";
import { ShortcutsDialog, type ShortcutsHandle } from "./shortcuts-dialog.tsx";
import { Side } from "./side.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useArticlePictures } from "./use-article-pictures.ts";
import { useArticleSteps } from "./use-article-steps.ts";
import { useDraft } from "./use-draft.ts";
import { useEditorKeys } from "./use-editor-keys.ts";
import { useNotes } from "./use-notes.ts";
import { useOnChange } from "./use-on-change.ts";
import { usePresence } from "./use-presence.ts";
import { useWriting, type WritingHelp } from "./use-writing.ts";
import { writeAt } from "./write-at.ts";

type Props = { article: EditedArticle; house: EditorHouse; deeds: ArticleDeeds };

/** Where an article is written: the paper in the middle, its state above, everything else beside it. */
export function ArticleEditor({ article, house, deeds: asked }: Props) {
  const router = useRouter();
  const deeds = useMemo(() => answeredDeeds(asked), [asked]);
  const shortcuts = useRef<ShortcutsHandle>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [isLinking, setLinking] = useState(false);
  const [isCarding, setCarding] = useState(false);
  const [isFull, setFull] = useState(false);
  const [beside, setBeside] = useState<Beside | undefined>("details");
  const [known, setKnown] = useState<readonly ContributorChoice[]>(article.bylineNames);
  const pictures = useArticlePictures(article.pictures);
  const [language, setLanguage] = useState(article.start.content.language ?? house.language);

  // What the writing surface tells of, the draft and its notes, is there only after it: it looks them up when it tells.
  const help: WritingHelp = {
    choosePicture: () => pictures.choose("text"),
    editLink: () => setLinking(true),
    insertEmbed: () => setCarding(true),
    beginNote: () => notes.begin(),
    putPictures: (files) => pictures.choose("text", files),
    putEmbed: (href) => void insertEmbed(editor, href, deeds),
  };
  const editor = useWriting({
    body: article.start.content.body,
    language,
    help,
    onBody: (body) => used.change({ body }),
  });
  const used = useDraft({
    articleId: article.id,
    staffId: house.staff.staffId,
    start: article.start,
    show: ({ body }) => editor.commands.setContent(body, { emitUpdate: false }),
  });
  const { keeper, draft, save, slug, page, replace } = used;
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
  useEditorKeys({
    save: () => void keeper.flush(),
    full: () => setFull((before) => !before),
    help: () => shortcuts.current?.open(),
    note: notes.begin,
  });
  const { take, remove } = useArticleSteps({ articleId: article.id, deeds, keeper });

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

  const nameOf = (id: number) => known.find((contributor) => contributor.id === id)?.name ?? "Somebody";
  const clock = deskClock(house.timeZone, new Date());
  const section = house.sections.find(({ id }) => id === article.sectionId)?.name ?? "";
  const isBehind = presence !== undefined && save.state.kind === "saved" && presence.version > keeper.version();

  return (
    <PicturesOfArticle value={pictures.byId}>
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
          <Toolbar editor={editor} help={help} onHelp={() => shortcuts.current?.open()} />
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
                if (href) help.putEmbed(href);
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
              picture={draft.pictureId === null ? undefined : pictures.byId.get(draft.pictureId)}
              onPicture={() => pictures.choose("head")}
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
      {pictures.choosing && (
        <PictureDialog
          findPictures={deeds.findPictures}
          files={pictures.choosing}
          onChosen={(picture) => pictures.put(editor, used.change, picture)}
          onClose={pictures.leaveOff}
        />
      )}
      <ShortcutsDialog ref={shortcuts} />
    </PicturesOfArticle>
  );
}
