import type { NextConfig } from "next";

const config: NextConfig = {
  // Metadata belongs in the head of the first bytes, for every reader and not only for known robots.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  generateEtags: false,
  // Pictures are made in their sizes at upload; nothing is resized on request.
  images: { unoptimized: true },
  serverExternalPackages: ["better-sqlite3", "sharp", "@node-rs/argon2", "pino"],
  // Types are checked by `npm run check`; an operator's build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Readers' pages carry their styles (docs/decisions/0022), so a sheet more costs no request. It costs rendering, and is
  // joined to another unless that sends more than some 300 bytes that a page has no use for.
  // The code of a page is loaded at its first request, which takes some 20 ms more: of all pages it takes 20 MB.
  experimental: { cssChunking: { type: "graph", requestCost: 300 }, preloadEntriesOnStart: false },
  devIndicators: false,
};

export default config;
