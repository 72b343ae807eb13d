import { ButtonLink } from "#components/desk/button";
import { PageHeading } from "#components/desk/page-heading";

export default function NothingHere() {
  return (
    <>
      <PageHeading
        title="There is nothing here for you"
        about="It does not exist, it is gone, or your role does not include it."
      />
      <p>
        <ButtonLink href="/desk">To the desk’s first page</ButtonLink>
      </p>
    </>
  );
}
