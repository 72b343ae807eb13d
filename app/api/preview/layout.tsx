import type { ReactNode } from "react";
import "../../../components/ui/fonts.css";
import "../../../components/ui/tokens.css";
import "../../../components/ui/base.css";
import { readSettings } from "#db/settings";

export const dynamic = "force-dynamic";

/** The frame within which the desk shows a draft: the site's own sheets, and nothing of the desk's. */
export default async function PreviewLayout({ children }: { children: ReactNode }) {
  const { language } = await readSettings();
  return (
    <html lang={language}>
      <body>{children}</body>
    </html>
  );
}
