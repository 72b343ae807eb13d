import type { Metadata } from "next";
import { linksAsLines } from "#app/_server/lines";
import { requireStaff } from "#app/_server/session";
import { CheckField, SelectField, TextArea, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Panel } from "#components/desk/panel";
import type { Settings } from "#core/settings";
import { environment } from "#db/environment";
import { listNewestPictures } from "#db/newest-pictures";
import { readSettings } from "#db/settings";
import { saveComments, saveHouse, savePublication, saveSocialLinks, sendTestMail } from "./actions.ts";

export const metadata: Metadata = { title: "Settings" };

const asText = (number: number | null) => (number === null ? "" : String(number));

export default async function SettingsPage() {
  await requireStaff("settings:manage");
  const settings = await readSettings();
  return (
    <>
      <PageHeading title="Settings" about="Each change is in the log, with what it was before." />
      <Panel title="The publication">
        <PublicationForm settings={settings} />
      </Panel>
      <Panel
        title="Connect with us"
        about="One place a line: its name, then its address. Readers see them in this order."
      >
        <DeskForm action={saveSocialLinks} submit="Save links" kind="plain" label="Connect with us">
          <TextArea name="socialLinks" label="Links" rows={5} defaultValue={linksAsLines(settings.socialLinks)} />
        </DeskForm>
      </Panel>
      <Panel title="Comments">
        <CommentsForm settings={settings} />
      </Panel>
      <Panel title="The house">
        <DeskForm action={saveHouse} submit="Save" kind="plain" label="The house">
          <CheckField
            name="secondFactorForPublishers"
            label="Who may publish needs a second factor"
            hint="Editors and administrators without one are asked to set it up before they can go on."
            defaultChecked={settings.secondFactorForPublishers}
          />
          <SelectField
            name="aiCrawlers"
            label="Robots that gather texts for language models"
            defaultValue={settings.aiCrawlers}
            options={[
              { value: "allow", label: "May read what readers may read" },
              { value: "refuse", label: "Are asked to stay away" },
            ]}
          />
        </DeskForm>
      </Panel>
      <Panel title="Mail" about={mailInWords()}>
        <DeskForm action={sendTestMail} submit="Send a test" kind="plain" label="Mail">
          <TextField name="email" label="To" type="email" required />
        </DeskForm>
      </Panel>
    </>
  );
}

/** Where mail goes is the operator's to set; passwords of mail servers do not belong into a database or a page. */
function mailInWords(): string {
  const { SMTP_URL } = environment();
  if (!SMTP_URL) return "No mail server is set: letters are kept as files in the outbox of the data folder.";
  return `Letters go out through ${new URL(SMTP_URL).hostname}, as the environment of this server says (SMTP_URL).`;
}

async function PublicationForm({ settings }: { settings: Settings }) {
  const pictures = await listNewestPictures(settings.logoMediaId);
  return (
    <DeskForm action={savePublication} submit="Save" label="The publication">
      <TextField name="name" label="Name" defaultValue={settings.name} required />
      <TextField name="tagline" label="Tagline" hint="A few words under the name." defaultValue={settings.tagline} />
      <TextArea
        name="description"
        label="Description"
        hint="One or two sentences, for search engines and feeds."
        rows={2}
        defaultValue={settings.description}
      />
      <TextField name="copyright" label="Copyright line" defaultValue={settings.copyright} />
      <TextField
        name="language"
        label="Language"
        hint="As a tag: en-GB, ko, zh-Hant. An article can say another."
        defaultValue={settings.language}
        spellCheck={false}
      />
      <SelectField
        name="timeZone"
        label="Time zone"
        hint="Dates, schedules and embargoes are in it."
        defaultValue={settings.timeZone}
        options={["UTC", ...Intl.supportedValuesOf("timeZone")]
          .filter((zone, at, all) => all.indexOf(zone) === at)
          .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <SelectField
        name="logoMediaId"
        label="Logo"
        hint="One of the newest pictures. Without one, the name is set in the publication's letter."
        defaultValue={asText(settings.logoMediaId)}
        options={[
          { value: "", label: "The name in letters" },
          ...pictures.map(({ id, filename }) => ({ value: String(id), label: filename })),
        ]}
      />
    </DeskForm>
  );
}

function CommentsForm({ settings }: { settings: Settings }) {
  return (
    <DeskForm action={saveComments} submit="Save" kind="plain" label="Comments">
      <SelectField
        name="comments"
        label="New comments"
        defaultValue={settings.comments}
        options={[
          { value: "open", label: "Welcome, unless an article says otherwise" },
          { value: "closed", label: "Closed everywhere" },
        ]}
      />
      <SelectField
        name="commentModeration"
        label="Who waits for a moderator"
        defaultValue={settings.commentModeration}
        options={[
          { value: "first-time", label: "Whoever comments for the first time" },
          { value: "all", label: "Everybody" },
          { value: "none", label: "Nobody, unless something is found" },
        ]}
      />
      <TextField
        name="commentsCloseAfterDays"
        label="Comments close after so many days"
        hint="Nothing leaves them open."
        inputMode="numeric"
        defaultValue={asText(settings.commentsCloseAfterDays)}
      />
      <TextField
        name="commentAddressDays"
        label="Email addresses of commenters are erased after so many days"
        hint="Nothing keeps them."
        inputMode="numeric"
        defaultValue={asText(settings.commentAddressDays)}
      />
      <TextField
        name="commentPauseSeconds"
        label="Seconds between two comments from one network"
        inputMode="numeric"
        defaultValue={asText(settings.commentPauseSeconds)}
      />
      <TextField
        name="commentsPerHour"
        label="Comments in an hour from one network"
        hint="0 sets no limit."
        inputMode="numeric"
        defaultValue={asText(settings.commentsPerHour)}
      />
      <TextArea
        name="bannedWords"
        label="Words that make a comment wait"
        hint="One a line."
        defaultValue={settings.bannedWords.join("\n")}
      />
      <TextArea
        name="bannedNetworks"
        label="Networks that cannot comment"
        hint="One a line: 192.0.2.7, 192.0.2.0/24, 2001:db8::/32"
        defaultValue={settings.bannedNetworks.join("\n")}
      />
    </DeskForm>
  );
}
