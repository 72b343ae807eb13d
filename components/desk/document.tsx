import "@fontsource-variable/brygada-1918/wght.css";
import "@fontsource-variable/brygada-1918/wght-italic.css";
import "@fontsource-variable/inter/wght.css";
import type { ReactNode } from "react";
import "./desk.css";

/** The outermost markup of pages for staff. */
export function DeskDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
