/** Why a letter did not go out, in a sentence: the server's own words, or why we never heard any. */
export function mailRefusal(error: unknown): string {
  if (!(error instanceof Error)) return `The letter could not be sent: ${String(error)}`;
  const { response, code, syscall } = error as Error & Partial<Record<"response" | "code" | "syscall", string>>;
  if (response) return `The mail server said: ${response}`;
  const why = opensslReason(error.message) ?? error.message;
  switch (code) {
    case "EDNS":
      return `There is no mail server of that name: ${why}`;
    case "ETIMEDOUT":
      return `The mail server did not answer in time: ${why}`;
    case "ECONNECTION":
      return `The mail server hung up: ${why}`;
    case "ETLS":
    case "ESOCKET":
      return syscall ? `No mail server answers there: ${why}` : `No safe connection to the mail server: ${why}`;
    default:
      return `The letter could not be sent: ${why}`;
  }
}

/** OpenSSL packs its reason between numbers and places of its own source. */
const opensslReason = (message: string): string | undefined =>
  /^[0-9A-F]+:error:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1];
