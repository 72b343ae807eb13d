import type { LibraryPicture } from "#core/upload-answer";
import { TextArea, TextField } from "./field.tsx";
import type { FindPictures } from "./picture-dialog.tsx";
import { PictureField } from "./picture-field.tsx";

type Props = {
  person?: { name: string; slug: string; affiliation: string; bio: string };
  /** One a line: the name of a place, then its address. */
  links?: string;
  picture?: LibraryPicture | undefined;
  findPictures: FindPictures;
};

export function ContributorFields({ person, links = "", picture, findPictures }: Props) {
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
      <PictureField
        name="pictureId"
        label="Picture"
        hint="Beside the words about the person, on their page."
        picture={picture}
        findPictures={findPictures}
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
