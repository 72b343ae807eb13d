import type { Metadata } from "next";
import { feedLinks } from "#app/_server/feed-route";
import { publicUrl } from "#app/_server/public-url";
import { dataOfPublication } from "#app/_server/publication-data";
import { findFrontPage, findSettings } from "#app/_server/site-queries";
import { FrontBands } from "#components/section/front-bands";
import { FrontLead } from "#components/section/front-lead";
import { StructuredData } from "#components/site/structured-data";
import { EmptyNote } from "#components/ui/empty-note";
import { webSite } from "#exchange/structured-data/organization";
import { Framed } from "./framed";
import { Part } from "./part";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await findSettings();
  return { alternates: { canonical: "/", types: feedLinks("/", name) }, openGraph: { url: "/" } };
}

export default async function FrontPage() {
  const calendar = await findSettings();
  const { lead, secondary, bands } = await findFrontPage();
  return (
    <Framed current="front">
      <StructuredData graph={[await dataOfPublication(), webSite(calendar, publicUrl().origin)]} />
      {lead ? (
        <>
          <FrontLead lead={lead} secondary={secondary} trending={<Part name="trending" />} calendar={calendar} />
          <FrontBands bands={bands} calendar={calendar} />
        </>
      ) : (
        <EmptyNote title="Nothing has been published yet.">The first story will stand here.</EmptyNote>
      )}
    </Framed>
  );
}
