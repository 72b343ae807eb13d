import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findPrivatePage } from "#app/_server/commenter-queries";
import { PrivatePage } from "#components/comment/private-page";
import { Framed } from "../../framed";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string | string[] }> };

export const metadata: Metadata = { title: "Your comment", robots: { index: false, follow: false } };

export default async function CommenterPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  const page = await findPrivatePage(token, new Date());
  if (!page) notFound();
  return (
    <Framed>
      <PrivatePage {...page} done={typeof done === "string" ? done : undefined} />
    </Framed>
  );
}
