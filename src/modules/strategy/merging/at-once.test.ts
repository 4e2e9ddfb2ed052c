import { afterAll, beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { acceptAmendment, turnDown, withdrawAmendment } from "#modules/strategy/amendments/commands.ts";
import { type AmendmentId, findAmendment } from "#modules/strategy/amendments/queries.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { listVersions } from "#modules/strategy/texts/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { mergeVersion } from "./commands.ts";

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

/** An accepted amendment, and an open one that the next version leaves no place. */
const scene = () =>
  at(async (ctx) => {
    const { id: version } = await addVersion(ctx, words);
    const text = { kind: "text", words: "Der Saal ist zu.", fieldId: null } as const;
    const paragraphId = made(await addParagraph(ctx, version, text));
    made(await openForAmendments(ctx, version, "2027-01-31"));
    const propose = async (text: string): Promise<AmendmentId> => {
      const by = { reason: "Weil.", as: "office", named: false } as const;
      return made(await proposeAmendment(ctx, { action: "change", paragraphId, words: text, ...by })).id;
    };
    made(await acceptAmendment(ctx, await propose("Der Saal ist offen."), "Ja."));
    return { version, stuck: await propose("Der Saal ist teuer.") };
  });

const merge = (version: Awaited<ReturnType<typeof scene>>["version"]) =>
  at((ctx) => mergeVersion(ctx, version, { ...words, title: "Nächste Fassung" }));

test("a next version is made once, however many make it at the same moment", async () => {
  const { version } = await scene();
  const outcomes = await Promise.all([merge(version), merge(version), merge(version)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const next = (await at(listVersions)).filter(({ basedOnId }) => basedOnId === version);
  expect(next).toHaveLength(1);
});

test("what is declined or withdrawn while the next version is made stays declined or withdrawn", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { version, stuck } = await scene();
    const state = round % 4 < 2 ? "declined" : "withdrawn";
    const end = () =>
      at((ctx) =>
        state === "declined" ? turnDown(ctx, stuck, state, "Zu teuer.") : withdrawAmendment(ctx, stuck),
      );
    const [ended] = await (round % 2 === 0
      ? Promise.all([end(), merge(version)])
      : Promise.all([merge(version), end()]).then(([, one]) => [one] as const));
    const row = found(await at((ctx) => findAmendment(ctx, stuck)));
    expect([round, row.state]).toEqual([round, ended.ok ? state : "review"]);
  }
});
