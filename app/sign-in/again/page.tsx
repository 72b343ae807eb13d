import { requireStaff } from "#app/_server/session";
import { Gate } from "#components/desk/gate";
import { readSettings } from "#db/settings";

/** Where signing in leads that was opened beside unsaved work. */
export default async function SignedInAgainPage() {
  const { name: person } = await requireStaff("desk:open");
  const { name } = await readSettings();
  return (
    <Gate publication={name} title="You are signed in again">
      <p>You can close this window, {person}, and go on where you were.</p>
    </Gate>
  );
}
