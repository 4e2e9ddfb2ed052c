import { expect, test } from "vitest";
import { recordKnown } from "#modules/network/evidence/commands.ts";
import { addGroup } from "#modules/network/groups/commands.ts";
import { paths } from "#modules/network/paths.ts";
import { town } from "#test/world.ts";

const as = "coordinator" as const;

test("a working group says which cooperation it carries out, and both pages lead to each other", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const group = await addGroup(office, {
      ...{ name: "Ufergruppe", purpose: "", contactWords: "", internal: false },
      foundedOn: "2026-01-10",
    });
    const [cooperation = ""] = await recordKnown(office, [
      {
        ...{
          kind: "project",
          topic: "Uferputz",
          agreement: "",
          field: "",
          startsOn: "2025-01-01",
          endsOn: null,
        },
        organizations: [world.club, world.youthCenter],
        evidence: { kind: "meeting", words: "Protokoll" },
      },
    ]);
    const address = paths.groupCooperation(group.id);
    expect((await world.request("POST", address, { as, form: { cooperation: "keine" } })).status).toBe(409);
    expect((await world.request("POST", address, { as, form: { cooperation } })).status).toBe(303);
    const again = await world.request("POST", address, { as, form: { cooperation } });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Diese setzt sie schon um.");
    const shown = await (await world.request("GET", paths.group(group.slug))).text();
    expect(shown).toContain(`href="/netzwerk/zusammenarbeit/${cooperation}"`);
    const whole = await (await world.request("GET", `/netzwerk/zusammenarbeit/${cooperation}`)).text();
    expect(whole).toContain("Ufergruppe");
  }));
