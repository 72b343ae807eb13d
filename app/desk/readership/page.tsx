import type { Metadata } from "next";
import { requireStaff } from "#app/_server/session";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { BarPlot, LinePlot } from "#components/desk/plot";
import { Table, Tabs } from "#components/desk/table";
import { articlePath } from "#core/paths";
import { daysUntil, mostReadArticles, mostReadSections, viewsByDay } from "#db/readership";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "Readership" };

const PATH = "/desk/readership";
const spans = {
  today: { days: 1, label: "Today" },
  week: { days: 7, label: "Week" },
  month: { days: 30, label: "Month" },
};
type Span = keyof typeof spans;
const isSpan = (text: string | undefined): text is Span => text !== undefined && Object.hasOwn(spans, text);

const figure = (number: number) => number.toLocaleString("en");
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

type Props = { searchParams: Promise<{ span?: string }> };

export default async function ReadershipPage({ searchParams }: Props) {
  await requireStaff("readership:read");
  const { span: typed } = await searchParams;
  const span = isSpan(typed) ? typed : "week";
  const month = daysUntil(new Date(), 30);
  const days = month.slice(-spans[span].days);
  const byDay = await viewsByDay(month);
  const articles = await mostReadArticles(days, month, 50);
  const sections = await mostReadSections(days, month);
  return (
    <>
      <PageHeading
        title="Readership"
        about="How often articles were opened. Days are those of UTC; nothing is kept of who read."
      />
      <Panel>
        <dl className={styles.figures}>
          {Object.entries(spans).map(([name, { days: length, label }]) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{figure(sum(byDay.slice(-length)))}</dd>
            </div>
          ))}
        </dl>
        <BarPlot label={`Views of the last 30 days: ${figure(sum(byDay))}`} values={byDay} titles={month} />
      </Panel>
      <Tabs
        label="Time"
        tabs={Object.entries(spans).map(([name, { label }]) => ({ href: `${PATH}?span=${name}`, label }))}
        current={`${PATH}?span=${span}`}
      />
      <Panel title="Articles">
        {articles.length === 0 ? (
          <EmptyState title="Nothing was read in this time" />
        ) : (
          <Table
            caption="Articles, the most read first"
            rows={articles}
            keyOf={({ id }) => id}
            columns={[
              {
                title: "Article",
                cell: ({ headline, section, slug }) => <a href={articlePath(section, slug)}>{headline || slug}</a>,
              },
              {
                title: "30 days",
                cell: ({ byDay: values }) => <LinePlot label={`${figure(sum(values))} in 30 days`} values={values} />,
              },
              { title: "Views", kind: "figure", cell: ({ views }) => figure(views) },
            ]}
          />
        )}
      </Panel>
      <Panel title="Sections">
        <Table
          caption="Sections, the most read first"
          rows={sections}
          keyOf={({ id }) => id}
          columns={[
            { title: "Section", cell: ({ name }) => name },
            {
              title: "30 days",
              cell: ({ byDay: values }) => <LinePlot label={`${figure(sum(values))} in 30 days`} values={values} />,
            },
            { title: "Views", kind: "figure", cell: ({ views }) => figure(views) },
          ]}
        />
      </Panel>
    </>
  );
}
