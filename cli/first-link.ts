import { environment } from "#db/environment";
import { offerFirstAdministrator } from "#db/staff";

/** The address of this publication, as whoever reads the terminal can open it. */
export function ownAddress(path: string): string {
  const { PUBLIC_URL, PORT } = environment();
  return `${PUBLIC_URL ?? `http://localhost:${PORT}`}${path}`;
}

/** Prints the way to the desk while it has no administrator. An earlier link stops working. */
export async function offerTheDesk(): Promise<boolean> {
  const link = await offerFirstAdministrator(new Date());
  if (link === undefined) return false;
  console.log(`Nobody runs the desk yet. This link creates the first administrator, once, within seven days:
  ${ownAddress(`/sign-in/first/${link}`)}`);
  return true;
}
