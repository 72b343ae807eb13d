import { ButtonLink } from "#components/desk/button";
import { EmptyState } from "#components/desk/panel";

export default function NothingHere() {
  return (
    <EmptyState title="There is nothing here for you">
      <p>It does not exist, it is gone, or your role does not include it.</p>
      <p>
        <ButtonLink href="/desk">To the desk’s first page</ButtonLink>
      </p>
    </EmptyState>
  );
}
