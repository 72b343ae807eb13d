import type { Metadata } from "next";
import { linksAsLines } from "#app/_server/lines";
import { requireStaff } from "#app/_server/session";
import { CheckField, SelectField, TextArea, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Panel } from "#components/desk/panel";
import { PictureField } from "#components/desk/picture-field";
import type { Settings } from "#core/settings";
import { findLibraryPicture } from "#db/picture-library";
import { readSettings } from "#db/settings";
import { findPictures } from "../pictures/find-pictures.ts";
import { saveHouse, savePublication, saveSocialLinks } from "./actions.ts";
import { CommentsForm } from "./comments-form.tsx";
import { MailPanel } from "./mail-panel.tsx";

export const metadata: Metadata = { title: "Settings" };

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
      <Panel
        title="Comments"
        about="What happens to a new comment. An article can be closed by itself, and a section can have its own rule about waiting."
      >
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
      <MailPanel />
    </>
  );
}

async function PublicationForm({ settings }: { settings: Settings }) {
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
      <PictureField
        name="logoMediaId"
        label="Logo"
        hint="Stands at the head of every page. Without one, the name is set in the publication’s letter."
        picture={settings.logoMediaId === null ? undefined : await findLibraryPicture(settings.logoMediaId)}
        findPictures={findPictures}
      />
    </DeskForm>
  );
}
