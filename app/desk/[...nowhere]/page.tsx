import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";

/** Addresses of the desk that lead nowhere say so at the desk, and to nobody else. */
export default async function NowherePage() {
  await requireStaff("desk:open");
  notFound();
}
