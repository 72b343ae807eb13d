import { SelectField, TextArea, TextField } from "./field.tsx";

type Props = {
  person?: { name: string; slug: string; affiliation: string; bio: string; pictureId: number | null };
  /** One a line: the name of a place, then its address. */
  links?: string;
  pictures: readonly { id: number; filename: string }[];
};

export function ContributorFields({ person, links = "", pictures }: Props) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={person?.name} autoComplete="off" required />
      <TextField
        name="affiliation"
        label="Affiliation now"
        hint="As it is to be printed from now on: Senior Researcher, Institute of Coasts"
        defaultValue={person?.affiliation}
      />
      <TextArea name="bio" label="About" rows={5} defaultValue={person?.bio} />
      <TextArea
        name="links"
        label="Links"
        hint="One a line: the name of the place, then its address."
        rows={3}
        defaultValue={links}
      />
      <SelectField
        name="pictureId"
        label="Picture"
        hint="One of the newest pictures."
        defaultValue={person?.pictureId ? String(person.pictureId) : ""}
        options={[
          { value: "", label: "None" },
          ...pictures.map(({ id, filename }) => ({ value: String(id), label: filename })),
        ]}
      />
      <TextField
        name="slug"
        label="Address"
        hint={`After /contributors/. ${person ? "When it changes, the former one leads on." : "Left empty, it follows from the name."}`}
        defaultValue={person?.slug}
        spellCheck={false}
        autoCapitalize="none"
      />
    </>
  );
}
