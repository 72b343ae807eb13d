import type { Metadata } from "next";
import { listAddress, pageOf, ROWS } from "#app/_server/list-address";
import { requireStaff } from "#app/_server/session";
import { AskToDelete, BinTabs, BringBack } from "#components/desk/deletion";
import { FileField, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { Pages, SearchForm, Table } from "#components/desk/table";
import { listRedirects } from "#db/manual-redirects";
import { add, bringBack, importList, remove } from "./actions.ts";

export const metadata: Metadata = { title: "Redirects" };

const PATH = "/desk/redirects";
const origins = { renamed: "Renamed here", imported: "Imported", manual: "By hand" } as const;

type Props = { searchParams: Promise<{ q?: string; page?: string; show?: string }> };

export default async function RedirectsPage({ searchParams }: Props) {
  await requireStaff("redirect:manage");
  const { q = "", page: typedPage, show } = await searchParams;
  const page = pageOf(typedPage);
  const deleted = show === "deleted";
  const stretch = { limit: ROWS, offset: (page - 1) * ROWS };
  const { redirects, total } = await listRedirects({ words: q.trim(), deleted }, stretch, new Date());
  return (
    <>
      <PageHeading
        title="Redirects"
        about="Former addresses and where they lead. Renaming something here leaves one behind by itself."
      />
      <BinTabs label="Redirects" path={PATH} isDeleted={deleted} />
      <Panel>
        <SearchForm label="Search addresses" query={q} keep={{ show }} />
        {redirects.length === 0 ? (
          <EmptyState title={emptyWords(q, deleted)} />
        ) : (
          <Table
            caption="Redirects, the newest first"
            rows={redirects}
            keyOf={({ id }) => id}
            columns={[
              { title: "From", cell: ({ fromPath }) => fromPath },
              { title: "To", cell: ({ to }) => (to ? <a href={to}>{decoded(to)}</a> : "Nothing readers may see") },
              { title: "Made", cell: ({ origin }) => origins[origin] },
              {
                title: deleted ? "Bring back" : "Delete",
                kind: "actions",
                cell: ({ id, fromPath }) => {
                  const thing = { id, name: fromPath };
                  return deleted ? (
                    <BringBack thing={thing} action={bringBack} />
                  ) : (
                    <AskToDelete
                      thing={thing}
                      kind="quiet"
                      follows="Whoever follows an old link to it will find nothing there."
                      action={remove}
                    />
                  );
                },
              },
            ]}
          />
        )}
        <Pages
          page={page}
          pages={Math.ceil(total / ROWS)}
          hrefOf={(number) => listAddress(PATH, { q, show, page: number })}
        />
      </Panel>
      <Panel title="Add a redirect">
        <DeskForm action={add} submit="Add" label="Add a redirect">
          <TextField name="from" label="From" hint="/old/page" spellCheck={false} autoCapitalize="none" required />
          <TextField name="to" label="To" hint="/asia, or a web address elsewhere" spellCheck={false} required />
        </DeskForm>
      </Panel>
      <Panel
        title="Import a list"
        about="A CSV file with two columns: from, to. An address that is there already leads to the new place."
      >
        <DeskForm action={importList} submit="Import" kind="plain" label="Import a list">
          <FileField name="file" label="File" accept=".csv,.tsv,text/csv,text/plain" required />
        </DeskForm>
      </Panel>
    </>
  );
}

function emptyWords(q: string, deleted: boolean): string {
  if (q) return `No redirect has “${q}” in it`;
  return deleted ? "No redirect was deleted in the last 30 days" : "No redirect yet";
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
