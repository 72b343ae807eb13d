import type { Metadata } from "next";
import { requireStaff } from "#app/_server/session";
import { PageHeading } from "#components/desk/page-heading";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const staff = await requireStaff("desk:open");
  return <PageHeading title={`Good day, ${staff.name}`} />;
}
