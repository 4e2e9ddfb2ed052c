import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { type KnownPart, recordParts } from "#modules/network/actors/commands.ts";
import {
  answerCooperation,
  type OrganizationId,
  proposeCooperation,
} from "#modules/network/cooperations/commands.ts";
import type { CooperationId } from "#modules/network/cooperations/queries.ts";
import { watchWaiting } from "#modules/network/correcting/commands.ts";
import { type KnownCooperation, recordKnown } from "#modules/network/evidence/commands.ts";
import type { CooperationKind } from "#modules/network/vocabulary.ts";
import { listOrganizations } from "#modules/organizations/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import material from "./seed.json" with { type: "json" };

type Told = {
  readonly from: number;
  readonly to?: number;
  readonly kind: string;
  readonly topic: string;
  readonly field: string;
  readonly members: readonly string[];
};

type Scene = {
  readonly story: Story;
  readonly place: Place;
  readonly office: PersonActor;
  readonly find: (name: string) => OrganizationId;
  /** The day so many years ago. */
  readonly ago: (years: number) => string;
};

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the network stopped: ${outcome.because}`);
  return outcome.value;
};

const setUp = async (story: Story, place: Place): Promise<Scene | undefined> => {
  const email = `koordination@${place.slug}.example`;
  const { office, organizations } = await story.tell(place, story.today, system, async (ctx) => ({
    office: await findActorByEmail(ctx, email),
    organizations: await listOrganizations(ctx),
  }));
  if (!office) return undefined;
  return {
    story,
    place,
    office,
    find: (name) => {
      const one = organizations.find((organization) => organization.name.startsWith(name));
      if (!one) throw new Error(`the example town has no ${name}`);
      return one.id;
    },
    ago: (years) => plusDays(dayOf(story.today), -Math.round(years * 365.25)),
  };
};

const evidenceOf = ({ kind, topic }: Told): KnownCooperation["evidence"] => {
  if (kind === "structure") return { kind: "contract", words: `Kooperationsvertrag „${topic}“, zwei Seiten` };
  if (kind === "project") return { kind: "event", words: `Erstes gemeinsames Vorhaben: ${topic}` };
  if (kind === "coordination") return { kind: "meeting", words: "Treffen mit Protokoll" };
  return { kind: "survey", words: "Von beiden Seiten in der Befragung der Vereine genannt" };
};

const known = (scene: Scene, names: Readonly<Record<string, string>>, told: Told, index: number) => {
  const { from, to, kind, topic, field, members } = told;
  const ended = to === undefined ? {} : { endWords: material.ends[index % material.ends.length] ?? "" };
  return {
    kind: kind as CooperationKind,
    topic,
    field,
    agreement: "",
    startsOn: scene.ago(from),
    endsOn: to === undefined ? null : scene.ago(to),
    organizations: members.map((key) => scene.find(names[key] ?? key)),
    evidence: evidenceOf(told),
    ...ended,
  };
};

// What the office knew when it began to keep the network, and what came in twice since.
const visits = [0.93, 0.5, 0.05] as const;

const tellKnown = async (
  scene: Scene,
  names: Readonly<Record<string, string>>,
  all: readonly Told[],
): Promise<void> => {
  let before = Number.POSITIVE_INFINITY;
  for (const visit of visits) {
    const own = all.filter(({ from }) => from >= visit && from < before);
    before = visit;
    await scene.story.tell(
      scene.place,
      instantAt(scene.ago(visit), "11:00"),
      scene.office,
      async (ctx): Promise<void> => {
        await recordKnown(
          ctx,
          own.map((told, index) => known(scene, names, told, index)),
        );
      },
    );
  }
};

const tellParts = async (scene: Scene): Promise<void> => {
  const names: Readonly<Record<string, string>> = material.actors;
  const coreKeys = new Set(material.core.map(({ actor }) => actor));
  const began = scene.ago(2.95);
  const part = (name: string, startsOn: string, rest: Partial<KnownPart>): KnownPart => ({
    organizationId: scene.find(name),
    part: "supporting",
    political: false,
    endsOn: null,
    startsOn,
    ...rest,
  });
  const parts = [
    ...material.core.flatMap(({ actor, from, political }) => {
      const startsOn = scene.ago(from);
      const core = part(names[actor] ?? actor, startsOn, { part: "core", political });
      // Whoever came to the core later had supported it before.
      const earlier = part(names[actor] ?? actor, began, { endsOn: plusDays(startsOn, -1) });
      return startsOn > began ? [earlier, core] : [core];
    }),
    ...Object.entries(names)
      .filter(([key]) => !coreKeys.has(key))
      .map(([, name]) => part(name, began, {})),
    ...material.informed.map((name) => part(name, began, { part: "informed" })),
  ];
  const at = instantAt(scene.ago(visits[0]), "12:00");
  await scene.story.tell(scene.place, at, scene.office, (ctx) => recordParts(ctx, parts));
};

const renew = async (ctx: Context, scene: Scene, topic: string): Promise<void> => {
  const told = material.cooperations.find((one) => one.topic === topic);
  if (!told) throw new Error(`nobody worked together on ${topic}`);
  const names: Readonly<Record<string, string>> = material.actors;
  const row = await ctx.db
    .selectFrom("cooperations")
    .select("id")
    .where("topic", "=", topic)
    .executeTakeFirstOrThrow();
  const { kind, field, members } = told;
  const organizations = members.map((key) => scene.find(names[key] ?? key));
  const id = value(
    await proposeCooperation(ctx, {
      kind: kind as CooperationKind,
      topic,
      field,
      agreement: "Wie früher, mit klarer Verabredung für jedes Jahr.",
      startsOn: scene.ago(1.5),
      endsOn: null,
      organizations,
      renews: row.id,
    }),
  );
  for (const organization of organizations)
    value(await answerCooperation(ctx, id, organization, "confirmed", "Am Telefon bestätigt."));
};

type Proposal = {
  readonly by: string | null;
  readonly days: number;
  readonly kind: CooperationKind;
  readonly topic: string;
  readonly agreement: string;
  readonly members: readonly string[];
};

const propose = async (scene: Scene, { by, days, members, ...rest }: Proposal): Promise<CooperationId> => {
  const { story, place } = scene;
  const at = instantAt(plusDays(dayOf(story.today), -days), "16:20");
  const actor = by
    ? await story.tell(place, at, system, (ctx) => findActorByEmail(ctx, `${by}@${place.slug}.example`))
    : scene.office;
  if (!actor) throw new Error(`nobody signs in as ${by}`);
  const [first, ...others] = members.map(scene.find);
  return story.tell(place, at, actor, async (ctx) =>
    value(
      await proposeCooperation(ctx, {
        ...rest,
        field: "",
        startsOn: plusDays(dayOf(story.today), -days),
        endsOn: null,
        organizations: by ? others : [...(first ? [first] : []), ...others],
        proposedBy: by ? (first ?? null) : null,
      }),
    ),
  );
};

const club = "Teichfreunde Weißwasser e.V.";
const youth = "Jugendhaus Glashütte e.V.";

const waiting: readonly Proposal[] = [
  {
    by: "jugendhaus",
    days: 4,
    kind: "project",
    topic: "Eislaufen auf dem Jahnteich",
    agreement: "Das Jugendhaus leiht Schlittschuhe, die Teichfreunde prüfen das Eis.",
    members: [youth, club],
  },
  {
    by: "verein",
    days: 6,
    kind: "coordination",
    topic: "Uferputz mit Auszubildenden",
    agreement: "Zweimal im Jahr einen Vormittag, mit Werkzeug vom Verein.",
    members: [club, "Glaswerk Lausitzer Licht GmbH"],
  },
  {
    by: null,
    days: 23,
    kind: "information",
    topic: "Kurse und Bildungspaket",
    agreement: "",
    members: ["Koordination Bildung und Teilhabe", "Volkshochschule Zweigstelle Weißwasser"],
  },
];

/** Eleven years of cooperation in the example town: what the last three changed, and what waits for an answer. */
export const seed = async (story: Story): Promise<void> => {
  const second = await setUp(story, story.places.second);
  if (second) await tellKnown(second, material.second.actors, material.second.cooperations);
  const scene = await setUp(story, story.places.first);
  if (!scene) return;
  await tellKnown(scene, material.actors, material.cooperations);
  await tellParts(scene);
  await story.tell(scene.place, instantAt(scene.ago(0.45), "10:00"), scene.office, async (ctx) => {
    await renew(ctx, scene, "Lesesommer");
    await renew(ctx, scene, "Jugendkino");
  });
  for (const proposal of waiting) await propose(scene, proposal);
  const yesterday = instantAt(plusDays(dayOf(story.today), -1), "06:50");
  await story.tell(scene.place, yesterday, system, watchWaiting);
};
