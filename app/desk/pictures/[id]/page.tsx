import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";
import { DeletePanel } from "#components/desk/deletion";
import { PageHeading } from "#components/desk/page-heading";
import { Panel } from "#components/desk/panel";
import { PictureFields } from "#components/desk/picture-fields";
import { PictureUses } from "#components/desk/picture-uses";
import { ReplacePicture } from "#components/desk/replace-picture";
import { SentPictures } from "#components/desk/sent-pictures";
import { may } from "#core/permissions";
import { findPictureRecord } from "#db/picture-library";
import { findPictureUses, isInUse } from "#db/picture-uses";
import { readSettings } from "#db/settings";
import { removePicture, savePicture } from "../actions.ts";

export const metadata: Metadata = { title: "Picture" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ replaced?: string; refused?: string | string[] }>;
};

export default async function PicturePage({ params, searchParams }: Props) {
  const staff = await requireStaff("media:upload");
  const picture = await findPictureRecord(Number((await params).id));
  if (!picture) notFound();
  const { replaced, refused = [] } = await searchParams;
  const uses = await findPictureUses(picture.id, new Date());
  const { timeZone } = await readSettings();
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone }).format(picture.uploadedAt);
  const isEditor = may(staff.role, "media:manage");
  return (
    <>
      <PageHeading
        title={picture.filename}
        about={
          <>
            <Link href="/desk/pictures">All pictures</Link> · {picture.width} × {picture.height} pixels · {day}
            {picture.uploader && `, ${picture.uploader}`}
          </>
        }
      />
      <SentPictures kept={[]} refused={[refused].flat()} isReplaced={replaced !== undefined} />
      <Panel>
        <PictureFields
          // Another file is another picture to point at.
          key={picture.hash}
          picture={picture}
          action={isEditor || picture.uploadedBy === staff.staffId ? savePicture : undefined}
        />
      </Panel>
      <Panel title="Where it is used">
        <PictureUses uses={uses} openable={{ people: may(staff.role, "contributor:manage") }} />
      </Panel>
      {isEditor && (
        <>
          <Panel
            title="Replace"
            about="Another file takes its place wherever it is shown. The words and the focal point stay."
          >
            <ReplacePicture id={picture.id} />
          </Panel>
          <DeletePanel
            thing={{ id: picture.id, name: picture.filename }}
            about="Only while nothing shows it."
            isHeldBy={isInUse(uses) ? "This picture is in use. Take it off the places above first." : undefined}
            follows="It leaves the library."
            action={removePicture}
          />
        </>
      )}
    </>
  );
}
