import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";
import { Ago } from "#components/desk/ago";
import { ButtonLink } from "#components/desk/button";
import { DragOrder } from "#components/desk/drag-order";
import { DeskForm, SubmitButton } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { PlacedStory } from "#components/desk/placed-story";
import { SearchForm, Table, Tabs } from "#components/desk/table";
import { localTime } from "#core/local-time";
import { sectionPath } from "#core/paths";
import { listPlaceable, listPlacements } from "#db/placements";
import { listSections } from "#db/sections";
import { readSettings } from "#db/settings";
import { lead, move, pin, takeOff } from "./actions.ts";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "Front page" };

const PATH = "/desk/front";
const FOUND = 12;

type Props = { searchParams: Promise<{ section?: string; q?: string }> };

export default async function ArrangementPage({ searchParams }: Props) {
  await requireStaff("front:arrange");
  const { section: asked, q: typed } = await searchParams;
  const words = String(typed ?? "")
    .trim()
    .slice(0, 200);
  const sections = (await listSections()).filter(({ retiredAt }) => retiredAt === null);
  const section = asked ? sections.find(({ id }) => String(id) === asked) : undefined;
  if (asked && !section) notFound();
  const sectionId = section?.id ?? null;
  const now = new Date();
  const { timeZone } = await readSettings();
  const placed = await listPlacements(sectionId, now);
  const leading = new Set(placed.map(({ articleId }) => articleId));
  const found = await listPlaceable({ words, sectionId }, FOUND + placed.length, now);
  const candidates = found.filter(({ id }) => !leading.has(id)).slice(0, FOUND);
  const hrefOf = (id: number) => `${PATH}?section=${id}`;
  return (
    <>
      <PageHeading
        title="Front page"
        about="Which stories lead the front page and each section. Below them stands the newest."
      >
        <ButtonLink href={section ? sectionPath(section.slug) : "/"} prefetch={false}>
          As readers see it
        </ButtonLink>
      </PageHeading>
      <Tabs
        label="Pages"
        tabs={[
          { href: PATH, label: "Front page" },
          ...sections.map(({ id, name }) => ({ href: hrefOf(id), label: name })),
        ]}
        current={section ? hrefOf(section.id) : PATH}
      />
      <Panel title="At the head" about={placed.length > 1 ? "Drag them, or use Up and Down." : undefined}>
        {placed.length === 0 ? (
          <EmptyState title="Nothing is placed: the newest story leads">Choose one below to put it first.</EmptyState>
        ) : (
          <DragOrder
            move={move}
            items={placed.map((story) => ({
              id: story.id,
              name: story.headline,
              content: (
                <PlacedStory
                  story={{ ...story, until: story.until && localTime(story.until, timeZone) }}
                  timeZone={timeZone}
                  pin={pin}
                  takeOff={takeOff}
                />
              ),
            }))}
          />
        )}
      </Panel>
      <Panel title={words ? "Found" : "The newest"} about={words ? undefined : "They follow by themselves."}>
        <SearchForm
          label={section ? `Search published articles of ${section.name}` : "Search published articles"}
          query={words}
          keep={{ section: asked }}
        />
        {candidates.length === 0 ? (
          <EmptyState title={words ? `No other published article says “${words}”` : "Nothing else is published here"} />
        ) : (
          <Table
            caption={words ? "Articles that were found" : "The newest articles"}
            rows={candidates}
            keyOf={({ id }) => id}
            columns={[
              { title: "Headline", cell: ({ id, headline }) => <Link href={`/desk/articles/${id}`}>{headline}</Link> },
              { title: "Section", cell: (row) => row.section },
              {
                title: "Published",
                cell: ({ publishedAt }) => publishedAt && <Ago at={publishedAt} now={now} timeZone={timeZone} />,
              },
              {
                title: "Add",
                kind: "actions",
                cell: ({ id, headline }) => (
                  <DeskForm action={lead} label={`Put ${headline} at the head`} className={styles.add}>
                    <input type="hidden" name="articleId" value={id} />
                    <input type="hidden" name="sectionId" value={sectionId ?? ""} />
                    <SubmitButton kind="quiet">Add</SubmitButton>
                  </DeskForm>
                ),
              },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
