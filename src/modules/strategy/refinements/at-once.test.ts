import { afterAll, beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { acceptAmendment } from "#modules/strategy/amendments/commands.ts";
import { type AmendmentId, findAmendment, listAmendments } from "#modules/strategy/amendments/queries.ts";
import { mergeVersion } from "#modules/strategy/merging/commands.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { takeOver } from "./commands.ts";

let stage: Committed;

const now = new Date("2026-11-24T09:00:00Z");
const at = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  stage.at(stage.first, work, { actor: stage.cast.coordinator, now });

beforeAll(async () => {
  listenToModules();
  stage = await openCommitted();
});
afterAll(() => stage.close());

const words = { title: "Entwurf", vision: "", easyWords: "" };
const wished = "Die Stadt gibt den Vereinen einen hellen Saal.";
const bigger = "Die Stadt gibt den Vereinen einen großen, hellen Saal.";

/** An amendment that is accepted, another that is open, and somebody who wants that one to read otherwise. */
const scene = () =>
  at(async (ctx) => {
    const { id: version } = await addVersion(ctx, words);
    const paragraph = async (text: string) =>
      made(await addParagraph(ctx, version, { kind: "text", words: text, fieldId: null }));
    const hall = await paragraph("Die Stadt gibt den Vereinen einen Saal.");
    const help = await paragraph("Alle helfen.");
    made(await openForAmendments(ctx, version, "2027-01-31"));
    const propose = async (paragraphId: typeof hall, text: string, amends?: AmendmentId) => {
      const by = { reason: "Weil.", as: "office", named: false, amends } as const;
      return made(await proposeAmendment(ctx, { action: "change", paragraphId, words: text, ...by })).id;
    };
    const wish = await propose(hall, wished);
    made(await acceptAmendment(ctx, await propose(help, "Alle helfen mit."), "Ja."));
    return { version, hall, wish, other: await propose(hall, bigger, wish) };
  });

const rowOf = async (id: AmendmentId) => found(await at((ctx) => findAmendment(ctx, id)));

test("words that are taken over while the next version is made are not lost", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { version, wish, other } = await scene();
    const take = () => at((ctx) => takeOver(ctx, other, ""));
    const merge = () => at((ctx) => mergeVersion(ctx, version, { ...words, title: "Nächste Fassung" }));
    const [taken, merged] = await (round % 2 === 0
      ? Promise.all([take(), merge()])
      : Promise.all([merge(), take()]).then(([second, first]) => [first, second] as const));
    const next = made(merged).id;
    made(taken);
    expect(await rowOf(wish)).toMatchObject({ state: "open", versionId: next, words: bigger });
    expect((await rowOf(other)).state).toBe("accepted");
  }
});

test("the same words are taken over once, however many press at the same moment", async () => {
  const { other } = await scene();
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => at((ctx) => takeOver(ctx, other, ""))));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test("what is proposed to an amendment while it is decided is closed with it, or comes too late", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { wish, hall } = await scene();
    const by = { reason: "Weil.", as: "office", named: false, amends: wish } as const;
    const dark = { action: "change", paragraphId: hall, words: `${wished} Bald.`, ...by } as const;
    const [proposed] = await Promise.all([
      at((ctx) => proposeAmendment(ctx, dark)),
      at((ctx) => acceptAmendment(ctx, wish, "Ja.")),
    ]);
    if (!proposed.ok) expect(proposed.because).toBe("settled");
    const beneath = await at((ctx) => listAmendments(ctx, { of: wish }));
    expect(beneath.map(({ state }) => state)).toEqual(beneath.map(() => "declined"));
    expect(beneath).toHaveLength(proposed.ok ? 2 : 1);
  }
});
