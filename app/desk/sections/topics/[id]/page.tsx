import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";
import { Ask } from "#components/desk/ask";
import { SelectField } from "#components/desk/field";
import { DeskForm } from "#components/desk/form";
import { PageHeading } from "#components/desk/page-heading";
import { Badge, Panel } from "#components/desk/panel";
import { NamedThingFields } from "#components/desk/section-fields";
import { findTopic, listTopicNames } from "#db/topics";
import { mergeTopics, saveTopic, setRetired } from "../actions.ts";

export const metadata: Metadata = { title: "Topic" };

type Props = { params: Promise<{ id: string }> };

export default async function TopicPage({ params }: Props) {
  await requireStaff("taxonomy:manage");
  const topic = await findTopic(Number((await params).id));
  if (!topic) notFound();
  const others = (await listTopicNames()).filter(({ id }) => id !== topic.id);
  const self = <input type="hidden" name="id" value={topic.id} />;
  return (
    <>
      <PageHeading
        title={topic.name}
        about={
          <>
            {topic.retiredAt && <Badge>Retired</Badge>} <Link href="/desk/sections/topics">All topics</Link>
          </>
        }
      />
      <Panel>
        <DeskForm action={saveTopic} submit="Save" label="Topic">
          {self}
          <NamedThingFields thing={topic} path="/topics/" />
        </DeskForm>
      </Panel>
      {others.length > 0 && (
        <Panel title="Merge" about="All its articles get another topic instead, and its address leads there.">
          <Ask button="Merge into another topic" question={`Merge “${topic.name}” into another topic?`}>
            <p>This cannot be undone: afterwards nobody can tell which articles came from here.</p>
            <DeskForm action={mergeTopics} submit={`Merge “${topic.name}”`} kind="danger">
              {self}
              <SelectField
                name="into"
                label="Into"
                defaultValue=""
                options={[
                  { value: "", label: "Choose" },
                  ...others.map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
              />
            </DeskForm>
          </Ask>
        </Panel>
      )}
      <Panel
        title={topic.retiredAt ? "Bring back" : "Retire"}
        about="Readers do not see a retired topic; articles keep it."
      >
        <DeskForm
          action={setRetired}
          submit={topic.retiredAt ? "Bring it back" : "Retire"}
          kind={topic.retiredAt ? "plain" : "danger"}
          label={topic.retiredAt ? "Bring back" : "Retire"}
        >
          {self}
          <input type="hidden" name="retired" value={topic.retiredAt ? "no" : "yes"} />
        </DeskForm>
      </Panel>
    </>
  );
}
