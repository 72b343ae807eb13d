import { SelectField, TextArea, TextField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import type { Settings } from "#core/settings";
import { saveComments } from "./actions.ts";

const numbers = [
  {
    name: "commentsCloseAfterDays",
    label: "Comments close after so many days",
    hint: "Counted from publication; a date set with an article goes before. Left empty, they stay open.",
  },
  {
    name: "commentAddressDays",
    label: "Email addresses of commenters are erased after so many days",
    hint: "Counted from somebody’s last comment, for good: no reply can be mailed afterwards. Left empty, they are kept. Readers are told which.",
  },
  {
    name: "commentPauseSeconds",
    label: "Seconds between two comments from one network",
    hint: "Who is faster is asked to wait, and keeps every word. 0 asks for no pause.",
  },
  {
    name: "commentsPerHour",
    label: "Comments in an hour from one network",
    hint: "A household, an office or a school is one network: too few and they cannot talk to each other. 0 sets no limit.",
  },
] as const;

/** The policy of comments, each part with a sentence that says what it does to a reader's comment. */
export function CommentsForm({ settings }: { settings: Settings }) {
  return (
    <DeskForm action={saveComments} submit="Save" kind="plain" label="Comments">
      <SelectField
        name="comments"
        label="New comments"
        hint="Closed everywhere, no article has a form; what was published stays."
        defaultValue={settings.comments}
        options={[
          { value: "open", label: "Welcome, unless an article says otherwise" },
          { value: "closed", label: "Closed everywhere" },
        ]}
      />
      <SelectField
        name="commentModeration"
        label="Who waits for a moderator"
        hint="Whoever has had a comment approved is no first-timer, and only confirms each new one by a link we mail. What looks like spam waits in any case."
        defaultValue={settings.commentModeration}
        options={[
          { value: "first-time", label: "Whoever comments for the first time" },
          { value: "all", label: "Everybody" },
          { value: "none", label: "Nobody, unless something is found" },
        ]}
      />
      {numbers.map((field) => (
        <TextField key={field.name} inputMode="numeric" defaultValue={settings[field.name] ?? ""} {...field} />
      ))}
      <TextArea
        name="bannedWords"
        label="Words that make a comment wait"
        hint="One word or phrase a line, found as whole words in either case; the writer is not told which."
        defaultValue={settings.bannedWords.join("\n")}
      />
      <TextArea
        name="bannedNetworks"
        label="Networks whose comments are spam"
        hint="One a line, an address or a network: 192.0.2.7, 192.0.2.0/24, 2001:db8::/32. Their comments are filed as spam, and nobody there is told."
        spellCheck={false}
        defaultValue={settings.bannedNetworks.join("\n")}
      />
    </DeskForm>
  );
}
