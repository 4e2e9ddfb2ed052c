import { expect, test } from "vitest";
import { newKey } from "#core/token.ts";
import { closeRound } from "#modules/participation/opinions/commands.ts";
import { listStatements } from "#modules/participation/opinions/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { addStatements, moderateStatement } from "#modules/participation/statements/commands.ts";
import { makeThings } from "#test/things.ts";
import { town, type World } from "#test/world.ts";

const opened = async (world: World) => {
  const { first } = await makeThings(world);
  const office = world.as("coordinator");
  const id = first.opinionRound as Parameters<typeof closeRound>[1];
  const counts = async () =>
    (await listStatements(office, id)).map(({ agreed, disagreed, passed }) => [agreed, disagreed, passed]);
  const post = async (form: Record<string, string>) => {
    const answer = await world.request("POST", paths.paperVotes(id), { as: "coordinator", form });
    return { status: answer.status, to: answer.headers.get("location"), html: await answer.text() };
  };
  return { office, id, counts, post };
};

test("a sheet from paper counts once, and the page waits for the next", () =>
  town(async (world) => {
    const { id, counts, post } = await opened(world);
    const before = await counts();
    const sheet = { a1: "agree", a2: "disagree", a3: "none", _key: newKey() };
    const kept = await post(sheet);
    expect(kept).toMatchObject({ status: 303, to: `${paths.paperVotes(id)}?hinweis=gezaehlt` });
    expect((await post(sheet)).to).toBe(kept.to);
    const [first, second, third] = await counts();
    expect(first).toEqual([(before[0]?.[0] ?? 0) + 1, before[0]?.[1], before[0]?.[2]]);
    expect(second).toEqual([before[1]?.[0], (before[1]?.[1] ?? 0) + 1, before[1]?.[2]]);
    expect(third).toEqual(before[2]);
    expect((await post({ a3: "pass" })).status).toBe(303);
    const page = await world.request("GET", kept.to ?? "", { as: "coordinator" });
    const html = await page.text();
    expect(html).toContain("Das Blatt ist gezählt. Jetzt kommt das nächste.");
    expect(html).toContain("2 Blätter sind gezählt");
    expect(html).not.toMatch(/value="agree" checked/u);
  }));

test("an empty sheet and a statement that is gone are refused with the crosses kept, and nothing is counted", () =>
  town(async (world) => {
    const { office, id, counts, post } = await opened(world);
    await addStatements(office, id, [{ text: "Vier." }]);
    const before = await counts();
    const empty = await post({ a1: "none", a2: "none", a3: "quatsch" });
    expect(empty.status).toBe(409);
    expect(empty.html).toContain("Es ist kein Kreuz eingetragen");
    const last = (await listStatements(office, id)).find(({ text }) => text === "Vier.");
    if (!last) throw new Error("the statement is not there");
    await moderateStatement(office, id, last.id, { reason: "doubled", words: "Steht schon da." });
    const gone = await post({ a1: "agree", [`a${last.number}`]: "agree" });
    expect(gone.status).toBe(409);
    expect(gone.html).toContain("Eine Aussage wurde inzwischen herausgenommen");
    expect(gone.html).toMatch(/name="a1" value="agree" checked/u);
    expect(await counts()).toEqual(before);
  }));

test("once the round is over nothing is typed in any more, and others never may", () =>
  town(async (world) => {
    const { office, id, counts, post } = await opened(world);
    const before = await counts();
    const foreign = await world.request("POST", paths.paperVotes(id), {
      as: "foreignCoordinator",
      form: { a1: "agree" },
    });
    expect([403, 404]).toContain(foreign.status);
    await closeRound(office, id);
    const late = await post({ a1: "agree" });
    expect(late.status).toBe(409);
    expect(late.html).toContain("Die Runde wurde inzwischen beendet");
    expect(late.html).not.toContain("Blatt zählen");
    expect(await counts()).toEqual(before);
  }));
