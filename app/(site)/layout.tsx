import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "../../components/ui/fonts.css";
import "../../components/ui/tokens.css";
import "../../components/ui/base.css";
import { feedLinks } from "#app/_server/feed-route";
import { publicUrl } from "#app/_server/public-url";
import { findSettings } from "#app/_server/site-queries";
import { textDirection } from "#core/language";

// Every page is rendered at its first request and kept by delivery, never by Next.
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf5" },
    { media: "(prefers-color-scheme: dark)", color: "#11171f" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { name, description, tagline } = await findSettings();
  return {
    metadataBase: publicUrl(),
    title: { default: tagline ? `${name}: ${tagline}` : name, template: `%s · ${name}` },
    description: description || undefined,
    alternates: { types: feedLinks("/", name) },
    openGraph: { siteName: name, type: "website" },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { language } = await findSettings();
  return (
    <html lang={language} dir={textDirection(language)}>
      <body>{children}</body>
    </html>
  );
}
