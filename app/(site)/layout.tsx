import type { ReactNode } from "react";

// Every page is rendered at its first request and kept by delivery, never by Next.
export const dynamic = "force-dynamic";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
