import { SelectField, TextArea, TextField } from "./field.tsx";

type Named = { name: string; slug: string; description: string };

/** What a section or a topic is called and where it stands. `path` is what comes before its address. */
export function NamedThingFields({ thing, path }: { thing?: Named; path: string }) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={thing?.name} required />
      <TextField
        name="slug"
        label="Address"
        hint={
          thing
            ? `After ${path}. When it changes, the former one leads on.`
            : `After ${path}. Left empty, it follows from the name.`
        }
        defaultValue={thing?.slug}
        spellCheck={false}
        autoCapitalize="none"
      />
      <TextArea name="description" label="Description" rows={2} defaultValue={thing?.description} />
    </>
  );
}

export function SectionModeration({ moderation }: { moderation?: "pre" | "post" | null }) {
  return (
    <SelectField
      name="moderation"
      label="Comments here"
      hint="“As everywhere” follows the settings. What looks like spam waits in any case."
      defaultValue={moderation ?? ""}
      options={[
        { value: "", label: "As everywhere" },
        { value: "pre", label: "Wait for a moderator" },
        { value: "post", label: "Appear at once" },
      ]}
    />
  );
}
