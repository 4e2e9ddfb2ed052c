import { expect, test } from "vitest";
import { newKey } from "#core/token.ts";
import type { Asker } from "#test/askers.ts";
import { filled } from "#test/forms.ts";
import { makeThings } from "#test/things.ts";
import { formsOf, walk } from "#test/walk.ts";
import { town, type World } from "#test/world.ts";

const long = 120_000;

const countEvents = async (world: World): Promise<number> => {
  const { rows } = await world.sql("select count(*) as n from events");
  return Number(rows[0]?.["n"]);
};

test(
  "every form that is sent twice with its key is done once, and leads to the same page",
  { timeout: long },
  () =>
    town(async (world) => {
      const { first } = await makeThings(world);
      const shown = formsOf(await walk(world, first)).filter(({ form }) => form.method === "POST");
      const wrong: string[] = [];
      let done = 0;
      for (const { form, as } of shown) {
        const body = { ...filled(form, "Ein Satz"), _key: newKey() };
        await world.sql("savepoint probe");
        const one = await world.request("POST", form.action, { as, form: body });
        if (one.status === 303) {
          done += 1;
          const after = await countEvents(world);
          const two = await world.request("POST", form.action, { as, form: body });
          // Who signed out or left is somebody else the second time.
          const same = two.headers.get("location") === one.headers.get("location");
          if (!same)
            wrong.push(`${form.action} as ${as} led to ${two.status} ${two.headers.get("location")}`);
          if ((await countEvents(world)) !== after) wrong.push(`${form.action} as ${as} was done twice`);
        }
        await world.sql("rollback to savepoint probe");
      }
      expect(done).toBeGreaterThan(40);
      expect(wrong).toEqual([]);
    }),
);

test("what was answered, claimed or put out once is refused in words the second time, even without a key", () =>
  town(async (world) => {
    const { first } = await makeThings(world);
    const steps: readonly (readonly [as: Asker, path: string, form: Record<string, string>])[] = [
      ["visitor", `/antwort/${first.answerToken}`, { antwort: "accepted" }],
      ["visitor", `/nachfrage/${first.followUpToken}`, { antwort: "good" }],
      ["visitor", `/freigabe/${first.releaseToken}`, { daten: "name" }],
      ["volunteer", `/organisationen/${first.clubSlug}/das-sind-wir`, { words: "Das sind wir." }],
      ["coordinator", `/buero/angebote/${first.draft}/veroeffentlichung`, {}],
      ["coordinator", `/buero/organisationen/anmeldungen/${first.claim}`, { decision: "granted" }],
      ["coordinator", `/buero/termine/${first.slot}/buchung`, { name: "Gerda Gast", telefon: "03576 4713" }],
      ["visitor", `/termin/${first.appointmentToken}/absage`, {}],
    ];
    for (const [as, path, form] of steps) {
      const one = await world.request("POST", path, { as, form });
      expect([200, 303], `${path} is answered ${one.status}`).toContain(one.status);
      const after = await countEvents(world);
      const two = await world.request("POST", path, { as, form });
      expect(two.status, `${path} the second time`).toBeLessThan(500);
      expect(await countEvents(world), `${path} the second time`).toBe(after);
    }
  }));
