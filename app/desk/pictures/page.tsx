import type { Metadata } from "next";
import { listAddress, pageOf } from "#app/_server/list-address";
import { requireStaff } from "#app/_server/session";
import { BinTabs, BringBack } from "#components/desk/deletion";
import { PageHeading } from "#components/desk/page-heading";
import { EmptyState, Panel } from "#components/desk/panel";
import { PictureGrid } from "#components/desk/picture-grid";
import { PictureUploads } from "#components/desk/picture-uploads";
import { SentPictures } from "#components/desk/sent-pictures";
import { Pages, SearchForm } from "#components/desk/table";
import { may } from "#core/permissions";
import { countPictures, listDeletedPictures, listPictures, PICTURES_PER_PAGE } from "#db/picture-library";
import { bringBack } from "./actions.ts";

export const metadata: Metadata = { title: "Pictures" };

const PATH = "/desk/pictures";

type Named = string | string[];
type Props = { searchParams: Promise<{ q?: Named; page?: Named; show?: Named; kept?: Named; refused?: Named }> };

const all = (named: Named | undefined) => [named ?? []].flat();

export default async function PicturesPage({ searchParams }: Props) {
  const staff = await requireStaff("media:upload");
  const asked = await searchParams;
  const q = (all(asked.q)[0] ?? "").trim().slice(0, 200);
  const page = pageOf(all(asked.page)[0]);
  const now = new Date();
  const show = may(staff.role, "media:manage") && all(asked.show)[0] === "deleted" ? "deleted" : undefined;
  const pictures = await (show ? listDeletedPictures(q, page, now) : listPictures(q, page));
  const total = await countPictures(q, show !== undefined, now);
  return (
    <>
      <PageHeading
        title="Pictures"
        about="Everything that can stand on a page. Cameras’ notes of places are taken off."
      />
      {may(staff.role, "media:manage") && <BinTabs label="Pictures" path={PATH} isDeleted={show !== undefined} />}
      <SentPictures kept={all(asked.kept)} refused={all(asked.refused)} />
      {!show && (
        <Panel>
          <PictureUploads />
        </Panel>
      )}
      <Panel>
        <SearchForm label="Search pictures" query={q} keep={{ show }} />
        {pictures.length === 0 ? (
          <EmptyState title={emptyWords(q, show !== undefined)} />
        ) : (
          <PictureGrid
            pictures={pictures}
            hrefOf={show ? undefined : ({ id }) => `${PATH}/${id}`}
            below={show && (({ id, filename }) => <BringBack thing={{ id, name: filename }} action={bringBack} />)}
          />
        )}
        <Pages
          page={page}
          pages={Math.ceil(total / PICTURES_PER_PAGE)}
          hrefOf={(number) => listAddress(PATH, { q, show, page: number })}
        />
      </Panel>
    </>
  );
}

function emptyWords(q: string, deleted: boolean): string {
  if (q) return `No picture says “${q}”`;
  return deleted ? "No picture was deleted in the last 30 days" : "No picture yet: the first one is dropped above";
}
