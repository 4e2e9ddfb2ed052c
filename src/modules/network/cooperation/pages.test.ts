import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Id } from "#core/id.ts";
import { answerCooperation, proposeCooperation } from "#modules/network/cooperations/commands.ts";
import { correctCooperation } from "#modules/network/correcting/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

beforeAll(listenToModules);

const values = { kind: "project", agreement: "", field: "", startsOn: "2025-03-15" } as const;

const agree = async (
  world: World,
  topic: string,
  { other, endsOn = null }: { readonly other: Id<"organization">; readonly endsOn?: string | null },
) => {
  const office = world.as("coordinator");
  const organizations = [world.club, other];
  const id = made(await proposeCooperation(office, { ...values, topic, endsOn, organizations }));
  for (const one of organizations) made(await answerCooperation(office, id, one, "confirmed"));
  return id;
};

const profileOf = async (world: World, slug: string): Promise<string> => {
  const reply = await world.request("GET", `/organisationen/${slug}`);
  expect(reply.status).toBe(200);
  return reply.text();
};

test("the profile of an organization shows with whom it works together now, and leads to the picture", () =>
  town(async (world) => {
    await agree(world, "Sommerfest am Teich", { other: world.youthCenter });
    await agree(world, "Längst vorbei", { other: world.youthCenter, endsOn: "2025-12-31" });
    const internal = await agree(world, "Nur unter uns", { other: world.company });
    made(
      await correctCooperation(world.as("coordinator"), internal, {
        ...values,
        topic: "Nur unter uns",
        endsOn: null,
        internal: true,
      }),
    );
    const page = await profileOf(world, "jugendhaus");
    expect(page).toContain("1 Zusammenarbeit");
    expect(page).toContain("Sommerfest am Teich");
    expect(page).toContain("Gemeinsames Projekt, seit 15. März 2025");
    expect(page).toContain("/netzwerk?organisation=jugendhaus");
    expect(page).not.toContain("Längst vorbei");
    expect(await profileOf(world, "teichfreunde")).not.toContain("Nur unter uns");
  }));

test("an organization that works with nobody has no such part", () =>
  town(async (world) => {
    expect(await profileOf(world, "jugendhaus")).not.toContain('id="zusammenarbeit"');
  }));
