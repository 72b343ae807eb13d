import type { Metadata } from "next";
import { findFrontPage, findSettings } from "#app/_server/site-queries";
import { FrontBands } from "#components/section/front-bands";
import { FrontLead } from "#components/section/front-lead";
import { EmptyNote } from "#components/ui/empty-note";
import { Framed } from "./framed";

export const metadata: Metadata = { alternates: { canonical: "/" }, openGraph: { url: "/" } };

export default async function FrontPage() {
  const calendar = await findSettings();
  const { lead, secondary, bands, trending } = await findFrontPage();
  return (
    <Framed current="front">
      {lead ? (
        <>
          <FrontLead lead={lead} secondary={secondary} trending={trending} calendar={calendar} />
          <FrontBands bands={bands} calendar={calendar} />
        </>
      ) : (
        <EmptyNote title="Nothing has been published yet.">The first story will stand here.</EmptyNote>
      )}
    </Framed>
  );
}
