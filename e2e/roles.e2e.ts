import { type Role, roles } from "#core/permissions";
import { theSoftware } from "#db/log";
import { disableStaff, inviteStaff } from "#db/staff";
import { PASSWORD } from "#db/testing/staff";
import { expect, test } from "./newsroom.ts";

test("somebody who is disabled is shut out at the next request", async ({ colleague }) => {
  const { page, staffId } = await colleague("editor", "Theo Lund");
  await page.goto("/desk");
  await disableStaff(theSoftware, staffId, new Date());
  await page.goto("/desk/readership");
  await expect(page).toHaveURL(/\/sign-in/);
});

const doors: Record<string, readonly Role[]> = {
  "/desk": roles,
  "/desk/account": roles,
  "/desk/readership": roles,
  "/desk/contributors": ["editor", "administrator"],
  "/desk/sections": ["editor", "administrator"],
  "/desk/sections/topics": ["editor", "administrator"],
  "/desk/redirects": ["editor", "administrator"],
  "/desk/staff": ["administrator"],
  "/desk/settings": ["administrator"],
  "/desk/log": ["administrator"],
  "/desk/nowhere/at/all": [],
};

for (const role of roles) {
  test(`to the ${role}, every page is there that belongs to the role, and no other exists`, async ({ colleague }) => {
    const { page } = await colleague(role, "Somebody");
    for (const [path, admitted] of Object.entries(doors)) {
      expect((await page.request.get(path)).status(), path).toBe(admitted.includes(role) ? 200 : 404);
    }
  });
}

test("a post from elsewhere, or from nowhere, changes nothing", async ({ colleague, publication, page }) => {
  const { staffId, name, context } = await colleague("administrator", "Mina Seo");
  const person = { email: `${Date.now()}@desk.example`, name: "To be kept", role: "editor" } as const;
  const invited = await inviteStaff({ staffId, name }, person, new Date());
  if (!invited.ok) throw new Error(invited.reason);
  const open = await context.newPage();
  await open.goto(`/desk/staff/${invited.value.staffId}`);
  const form = open.getByRole("form", { name: "Sessions" });
  const fields = await form
    .locator("input[type=hidden]")
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute("name"), input.getAttribute("value")]));
  const multipart = Object.fromEntries(fields.map(([field, value]) => [field ?? "", value ?? ""]));
  for (const origin of [undefined, "null", "https://elsewhere.example"]) {
    const answer = await context.request.post(`${publication.address}/desk/staff/${invited.value.staffId}`, {
      multipart,
      headers: origin === undefined ? {} : { origin },
    });
    expect(answer.status(), String(origin)).toBeGreaterThanOrEqual(400);
  }
  const credentials = { email: person.email, password: PASSWORD, json: "true" };
  const answer = await page.request.post("/api/auth/callback/password", { form: credentials });
  expect(answer.status()).toBe(403);
});
