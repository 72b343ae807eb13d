import "@fontsource-variable/inter/wght.css";
import type { ReactNode } from "react";
import "../ui/fonts.css";
import "../ui/tokens.css";
import "./desk.css";

/** The outermost markup of pages for staff. */
export function DeskDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
