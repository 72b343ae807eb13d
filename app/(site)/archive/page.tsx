import type { Metadata } from "next";
import { findArchive } from "#app/_server/archive-queries";
import { findSettings } from "#app/_server/site-queries";
import { ArchiveYears } from "#components/section/archive-years";
import { SectionHead } from "#components/section/section-head";
import { EmptyNote } from "#components/ui/empty-note";
import { Framed } from "../framed";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await findSettings();
  return {
    title: "Archive",
    description: `Everything ${name} has published, by month.`,
    alternates: { canonical: "/archive" },
  };
}

export default async function ArchivePage() {
  const months = await findArchive();
  const { language } = await findSettings();
  return (
    <Framed>
      <SectionHead title="Archive" />
      {months.length === 0 && <EmptyNote title="Nothing has been published yet." />}
      <ArchiveYears months={months} language={language} />
    </Framed>
  );
}
