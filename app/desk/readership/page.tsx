import type { Metadata } from "next";
import { listAddress, pageOf, ROWS } from "#app/_server/list-address";
import { requireStaff } from "#app/_server/session";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { BarPlot, LinePlot } from "#components/desk/plot";
import { Pages, SearchForm, Table, Tabs } from "#components/desk/table";
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
const dayInWords = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day));
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

type Props = { searchParams: Promise<{ span?: string; q?: string; page?: string }> };

export default async function ReadershipPage({ searchParams }: Props) {
  await requireStaff("readership:read");
  const { span: typed, q = "", page: typedPage } = await searchParams;
  const span = isSpan(typed) ? typed : "week";
  const page = pageOf(typedPage);
  const month = daysUntil(new Date(), 30);
  const days = month.slice(-spans[span].days);
  const byDay = await viewsByDay(month);
  const wanted = { days, plotted: month, words: q.trim() };
  const { articles, total } = await mostReadArticles(wanted, { limit: ROWS, offset: (page - 1) * ROWS });
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
        <BarPlot
          label={`Views of the last 30 days: ${figure(sum(byDay))}`}
          values={byDay}
          titles={month.map((day) => dayInWords(day))}
        />
      </Panel>
      <Tabs
        label="Time"
        tabs={Object.entries(spans).map(([name, { label }]) => ({ href: listAddress(PATH, { span: name, q }), label }))}
        current={listAddress(PATH, { span, q })}
      />
      <Panel title="Articles">
        <SearchForm label="Search headlines and sections" query={q} keep={{ span }} />
        {articles.length === 0 ? (
          <EmptyState title={q ? `Nothing with “${q}” was read in this time` : "Nothing was read in this time"} />
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
        <Pages
          page={page}
          pages={Math.ceil(total / ROWS)}
          hrefOf={(number) => listAddress(PATH, { span, q, page: number })}
          directions={["More read", "Less read"]}
        />
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
