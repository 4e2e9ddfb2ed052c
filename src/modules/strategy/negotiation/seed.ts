import { type Actor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { listResolutions } from "#modules/consortium/resolutions/queries.ts";
import { listSeats, type SeatRow } from "#modules/consortium/seats/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { adopt } from "#modules/strategy/adoption/commands.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import {
  acceptAmendment,
  publishAmendment,
  recommend,
  turnDown,
} from "#modules/strategy/amendments/commands.ts";
import { type AmendmentId, findAmendment } from "#modules/strategy/amendments/queries.ts";
import { mergeVersion } from "#modules/strategy/merging/commands.ts";
import { addPackage, endPackage, giveStance } from "#modules/strategy/packages/commands.ts";
import type { PackageId } from "#modules/strategy/packages/queries.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { listParagraphs, type VersionId } from "#modules/strategy/texts/queries.ts";
import material from "./seed.json" with { type: "json" };

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the negotiation stopped: ${outcome.because}`);
  return outcome.value;
};

type Scene = { readonly story: Story; readonly citizen: Actor | undefined };

const tell = <T>({ story }: Scene, days: number, work: (ctx: Context) => Promise<T>, actor: Actor = system) =>
  story.tell(story.places.first, instantAt(plusDays(dayOf(story.today), days), "14:00"), actor, work);

const seatIn = (seats: readonly SeatRow[], start: string): SeatRow =>
  found(seats.find(({ title }) => title.startsWith(start)));

type Told = Readonly<Record<string, readonly unknown[]>>;

/** Everybody who proposes something, each in their own name; by key. */
const propose = async (scene: Scene, days: number, version: VersionId, told: Told) => {
  const made = new Map<string, AmendmentId>();
  const write = (kind: string, actor: Actor) =>
    tell(
      scene,
      days,
      async (ctx) => {
        const [seats, paragraphs] = [await listSeats(ctx), await listParagraphs(ctx, version)];
        for (const [key, row] of Object.entries(told)) {
          const [at, by, who, was, words, reason] = row as [number, string, string, string, string, string];
          const base = found(paragraphs[at]);
          if (by !== kind) continue;
          const { id } = value(
            await proposeAmendment(ctx, {
              action: "change",
              paragraphId: base.id,
              words: base.words.replace(was, words),
              reason,
              as: by === "seat" ? seatIn(seats, who).id : "citizen",
              named: true,
            }),
          );
          made.set(key, id);
        }
      },
      actor,
    );
  await write("seat", system);
  if (scene.citizen) await write("citizen", scene.citizen);
  return made;
};

const firstDraft = (scene: Scene): Promise<VersionId> =>
  tell(scene, -330, async (ctx) => {
    const { title, vision, paragraphs } = material;
    const { id } = await addVersion(ctx, { title, vision, easyWords: "" });
    for (const [kind, words] of paragraphs)
      value(
        await addParagraph(ctx, id, {
          kind: kind === "heading" ? "heading" : "text",
          words: String(words),
          fieldId: null,
        }),
      );
    value(await openForAmendments(ctx, id, plusDays(dayOf(ctx.now), 45)));
    return id;
  });

const everybody = async (ctx: Context, packageId: PackageId) => {
  for (const { id: seatId, voting, position } of await listSeats(ctx))
    if (voting)
      value(
        await giveStance(
          ctx,
          { packageId },
          { seatId, stance: position % 3 === 0 ? "canLive" : "support", reason: "", change: "" },
        ),
      );
};

/** What was proposed is weighed: one package of three sectors, one objection that found its way in, one that collided. */
const weigh = async (scene: Scene, version: VersionId, made: ReadonlyMap<string, AmendmentId>) => {
  const one = (key: string) => found(made.get(key));
  const deal = await tell(scene, -300, async (ctx) => {
    const [title = "", words = ""] = material.package;
    const amendments = ["evenings", "keys", "day"].map(one);
    const { id } = value(await addPackage(ctx, version, { title, words, amendments }));
    const [who = "", reason = "", change = ""] = material.objection;
    const seatId = seatIn(await listSeats(ctx), who).id;
    value(
      await giveStance(
        ctx,
        { amendmentId: one("evenings") },
        { seatId, stance: "cannotLive", reason, change },
      ),
    );
    if (made.has("page")) value(await publishAmendment(ctx, one("page")));
    const words2 = "Drei Jahre passen zum Takt der Förderung.";
    value(await recommend(ctx, one("years"), { recommendation: "accept", words: words2 }));
    return id;
  });
  await tell(scene, -285, async (ctx) => {
    await everybody(ctx, deal);
    value(await endPackage(ctx, deal, "agreed", "Alle drei Sektoren können damit leben."));
    value(await acceptAmendment(ctx, one("table"), "Vier Treffen im Jahr, wie vorgeschlagen."));
    value(await acceptAmendment(ctx, one("years"), "Alle drei Jahre, im Takt der Förderung."));
    value(
      await turnDown(
        ctx,
        one("yearly"),
        "declined",
        "Geprüft wird jedes halbe Jahr. Neu verhandelt wird alle drei Jahre, sonst kommt niemand zum Tun.",
      ),
    );
    if (made.has("page"))
      value(await acceptAmendment(ctx, one("page"), "Eine Seite genügt. Danke für das Beispiel."));
  });
};

const decide = async (scene: Scene, draft: VersionId): Promise<VersionId> => {
  const { id } = await tell(scene, -280, async (ctx) =>
    value(
      await mergeVersion(ctx, draft, {
        title: material.adopted,
        vision: material.vision,
        easyWords: material.easy,
      }),
    ),
  );
  // The consortium decided by letter on the day before.
  await tell(scene, -261, async (ctx) => {
    const resolution = found((await listResolutions(ctx)).find(({ title }) => title === material.resolution));
    value(await adopt(ctx, id, resolution.id));
  });
  return id;
};

/** It goes on: the next version is open, with proposals that collide and a package on the table. */
const goOn = async (scene: Scene, adopted: VersionId) => {
  const next = await tell(scene, -20, async (ctx) => {
    const { next: title, vision, easy: easyWords } = material;
    const { id } = await addVersion(ctx, { title, vision, easyWords }, { basedOn: adopted });
    value(await openForAmendments(ctx, id, plusDays(dayOf(ctx.now), 60)));
    return id;
  });
  const made = await propose(scene, -12, next, material.open);
  await tell(scene, -5, async (ctx) => {
    const [title = "", words = ""] = material.openPackage;
    const amendments = [found(made.get("weeks")), found(made.get("pages"))];
    const { id } = value(await addPackage(ctx, next, { title, words, amendments }));
    const [bus] = [made.get("bus")];
    if (bus) value(await publishAmendment(ctx, bus));
    for (const { id: seatId, position } of (await listSeats(ctx)).slice(0, 7))
      value(
        await giveStance(
          ctx,
          { packageId: id },
          { seatId, stance: position % 2 === 0 ? "canLive" : "support", reason: "", change: "" },
        ),
      );
  });
  await tell(scene, -3, async (ctx) => {
    const [who = "", was = "", now = "", reason = ""] = material.refinement;
    const parent = found(await findAmendment(ctx, found(made.get("late"))));
    value(
      await proposeAmendment(ctx, {
        action: "change",
        paragraphId: null,
        amends: parent.id,
        words: parent.words.replace(was, now),
        reason,
        as: seatIn(await listSeats(ctx), who).id,
        named: false,
      }),
    );
  });
  // Since yesterday: nobody has read it yet.
  await propose(scene, -1, next, material.unread);
};

/** The text of the example town: drafted, amended by three sectors, agreed as a package, adopted, and open again. */
export const seed = async (story: Story): Promise<void> => {
  const town = story.places.first;
  const known = await story.tell(town, story.today, system, async (ctx) => ({
    seats: (await listSeats(ctx)).length,
    citizen: await findActorByEmail(ctx, `freiwillig@${town.slug}.example`),
  }));
  if (known.seats === 0) return;
  const scene: Scene = { story, citizen: known.citizen };
  const draft = await firstDraft(scene);
  await weigh(scene, draft, await propose(scene, -310, draft, material.amendments));
  await goOn(scene, await decide(scene, draft));
};
