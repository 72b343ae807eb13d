import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireStaff } from "#app/_server/session";
import { DeskForm } from "#components/desk/form";
import { MergePanel, RetirePanel, SelfField, ThingHeading } from "#components/desk/named-thing";
import { Panel } from "#components/desk/panel";
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
  return (
    <>
      <ThingHeading thing={topic} list={{ href: "/desk/sections/topics", label: "All topics" }} />
      <Panel>
        <DeskForm action={saveTopic} submit="Save" label="Topic">
          <SelfField id={topic.id} />
          <NamedThingFields thing={topic} path="/topics/" />
        </DeskForm>
      </Panel>
      <MergePanel
        thing={topic}
        kind="topic"
        about="All its articles get another topic instead, and its address leads there."
        follows="Afterwards nobody can tell which articles came from here."
        others={others.map(({ id, name }) => ({ id, label: name }))}
        action={mergeTopics}
      />
      <RetirePanel
        thing={topic}
        about="Readers do not see a retired topic; articles keep it."
        follows="Its page and its name on articles are gone for readers."
        action={setRetired}
      />
    </>
  );
}
