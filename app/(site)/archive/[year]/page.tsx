import type { ComponentProps } from "react";
import { ArchiveSpan, archiveMetadata } from "../archive-span";

type Props = ComponentProps<typeof ArchiveSpan>;

export const generateMetadata = (props: Props) => archiveMetadata(props);

export default function YearPage(props: Props) {
  return <ArchiveSpan {...props} />;
}
