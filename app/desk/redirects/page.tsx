import type { Metadata } from "next";
import { listAddress, pageOf, ROWS } from "#app/_server/list-address";
import { requireStaff } from "#app/_server/session";
import { Ask } from "#components/desk/ask";
import { FileField, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { Pages, SearchForm, Table } from "#components/desk/table";
import { listRedirects } from "#db/manual-redirects";
import { add, importList, remove } from "./actions.ts";

export const metadata: Metadata = { title: "Redirects" };

const origins = { renamed: "Renamed here", imported: "Imported", manual: "By hand" } as const;

type Props = { searchParams: Promise<{ q?: string; page?: string }> };

export default async function RedirectsPage({ searchParams }: Props) {
  await requireStaff("redirect:manage");
  const { q = "", page: typedPage } = await searchParams;
  const page = pageOf(typedPage);
  const { redirects, total } = await listRedirects(q.trim(), { limit: ROWS, offset: (page - 1) * ROWS });
  return (
    <>
      <PageHeading
        title="Redirects"
        about="Former addresses and where they lead. Renaming something here leaves one behind by itself."
      />
      <Panel>
        <SearchForm label="Search addresses" query={q} />
        {redirects.length === 0 ? (
          <EmptyState title={q ? `No redirect has “${q}” in it` : "No redirect yet"} />
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
                title: "Remove",
                kind: "actions",
                cell: ({ id, fromPath }) => (
                  <Ask button="Remove" kind="quiet" question={`Remove the redirect from ${fromPath}?`}>
                    <p>Whoever follows an old link to it will find nothing there.</p>
                    <DeskForm action={remove} submit="Remove it" kind="danger">
                      <input type="hidden" name="id" value={id} />
                    </DeskForm>
                  </Ask>
                ),
              },
            ]}
          />
        )}
        <Pages
          page={page}
          pages={Math.ceil(total / ROWS)}
          hrefOf={(number) => listAddress("/desk/redirects", { q, page: number })}
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

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
