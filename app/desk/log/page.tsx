import type { Metadata } from "next";
import Link from "next/link";
import { listAddress, pageOf, ROWS } from "#app/_server/list-address";
import { requireStaff } from "#app/_server/session";
import { Ago } from "#components/desk/ago";
import { LogDetail } from "#components/desk/log-detail";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { Pages, SearchForm, Table } from "#components/desk/table";
import { deedInWords, kindInWords } from "#core/log-words";
import { listLog, listLogChoices } from "#db/log-entries";
import { readSettings } from "#db/settings";

export const metadata: Metadata = { title: "Log" };

const PATH = "/desk/log";
const THE_SOFTWARE = "software";

type Props = { searchParams: Promise<{ q?: string; who?: string; kind?: string; thing?: string; page?: string }> };

export default async function LogPage({ searchParams }: Props) {
  await requireStaff("log:read");
  const { q = "", who = "", kind = "", thing, page: typedPage } = await searchParams;
  const page = pageOf(typedPage);
  const now = new Date();
  const { timeZone } = await readSettings();
  const { people, kinds } = await listLogChoices();
  const filter = {
    staffId: who === THE_SOFTWARE ? null : Number(who) || undefined,
    kind: kinds.includes(kind) ? kind : undefined,
    thingId: Number(thing) || undefined,
    words: q.trim(),
  };
  const { entries, total } = await listLog(filter, { limit: ROWS, offset: (page - 1) * ROWS });
  const isNarrowed = Boolean(q || who || kind || thing);
  return (
    <>
      <PageHeading
        title="Log"
        about="Who did what to which thing, and when. Nobody can change or remove a line of it."
      />
      <Panel>
        <SearchForm label="Search things by name" query={q} keep={{ thing }}>
          <select name="who" aria-label="Who" defaultValue={who} key={`who ${who}`}>
            <option value="">Everybody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={THE_SOFTWARE}>The software itself</option>
          </select>
          <select name="kind" aria-label="Kind of thing" defaultValue={kind} key={`kind ${kind}`}>
            <option value="">Everything</option>
            {kinds.map((known) => (
              <option key={known} value={known}>
                {kindInWords(known)}
              </option>
            ))}
          </select>
        </SearchForm>
        {isNarrowed && (
          <p>
            {total === 1 ? "One line" : `${total.toLocaleString("en")} lines`} ·{" "}
            <Link href={PATH}>Show everything</Link>
          </p>
        )}
        {entries.length === 0 ? (
          <EmptyState title="No line of the log fits" />
        ) : (
          <Table
            caption="The log, the newest first"
            rows={entries}
            keyOf={({ id }) => id}
            columns={[
              { title: "Who", kind: "words", cell: ({ staffName }) => staffName || "The software" },
              { title: "Did", kind: "words", cell: ({ verb }) => deedInWords(verb) },
              {
                title: "To what",
                cell: ({ thingKind, thingId, thingName }) => (
                  <>
                    {kindInWords(thingKind)}{" "}
                    {thingId === null ? (
                      thingName
                    ) : (
                      <Link href={listAddress(PATH, { kind: thingKind, thing: thingId })}>{thingName || thingId}</Link>
                    )}
                  </>
                ),
              },
              { title: "Detail", cell: ({ detail }) => <LogDetail detail={detail} /> },
              { title: "When", kind: "words", cell: ({ at }) => <Ago at={at} now={now} timeZone={timeZone} /> },
            ]}
          />
        )}
        <Pages
          page={page}
          pages={Math.ceil(total / ROWS)}
          hrefOf={(number) => listAddress(PATH, { q, who, kind, thing, page: number })}
        />
      </Panel>
    </>
  );
}
