import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { recordParts } from "#modules/network/actors/commands.ts";
import { listParts } from "#modules/network/actors/queries.ts";
import { findCooperation, listMembers, listTies } from "#modules/network/cooperations/queries.ts";
import { recordKnown } from "#modules/network/evidence/commands.ts";
import { mergeOrganization } from "#modules/network/merging/commands.ts";
import { town, type World } from "#test/world.ts";

beforeAll(listenToModules);

const proposal = ({ youthCenter, club }: World) => ({
  partner1: youthCenter,
  proposedBy: club,
  topic: "Uferputz",
  kind: "coordination",
  agreement: "Zweimal im Jahr.",
  startsOn: "2026-05-01",
});

const propose = async (world: World): Promise<string> => {
  const sent = { as: "representative", form: proposal(world) } as const;
  const answer = await world.request("POST", "/mein/zusammenarbeit/neu", sent);
  expect(answer.status).toBe(303);
  return answer.headers.get("location")?.replace("?hinweis=neu", "") ?? "";
};

test("a club proposes, the youth center finds it waiting, confirms with one button, and everybody can read it", () =>
  town(async (world) => {
    const path = await propose(world);
    const id = path.split("/").at(-1);
    const theirs = { as: "otherRepresentative" } as const;
    expect(await (await world.request("GET", "/mein/zusammenarbeit", theirs)).text()).toContain(
      "Wartet auf Ihre Antwort",
    );
    expect(await (await world.request("GET", "/mein", theirs)).text()).toContain("Uferputz");
    expect((await world.request("GET", `/netzwerk/zusammenarbeit/${id}`)).status).toBe(404);
    const form = { organization: world.youthCenter, answer: "confirmed" };
    expect((await world.request("POST", `${path}/antwort`, { ...theirs, form })).status).toBe(303);
    const seen = await world.request("GET", `/netzwerk/zusammenarbeit/${id}`);
    expect(await seen.text()).toContain("Jugendhaus Musterstadt und Teichfreunde Musterstadt e.V.");
  }));

test("a form with gaps comes back with what was typed, and the same proposal twice is refused in words", () =>
  town(async (world) => {
    const gap = { ...proposal(world), topic: "", partner1: "" };
    const back = await world.request("POST", "/mein/zusammenarbeit/neu", { as: "representative", form: gap });
    expect(back.status).toBe(422);
    expect(await back.text()).toContain("Zweimal im Jahr.");
    await propose(world);
    const again = { as: "representative", form: proposal(world) } as const;
    const refused = await world.request("POST", "/mein/zusammenarbeit/neu", again);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("gibt es schon");
  }));

test("evidence is added by a member, internal evidence is not shown to everybody, and nobody adds any for tomorrow", () =>
  town(async (world) => {
    const path = await propose(world);
    const mine = { as: "representative" } as const;
    const proof = { kind: "meeting", words: "Protokoll im Ordner", happenedOn: "2026-05-01" };
    expect((await world.request("POST", `${path}/belege`, { ...mine, form: proof })).status).toBe(303);
    const later = { ...proof, happenedOn: "2026-11-30" };
    expect((await world.request("POST", `${path}/belege`, { ...mine, form: later })).status).toBe(409);
    const form = { organization: world.youthCenter, answer: "confirmed" };
    await world.request("POST", `${path}/antwort`, { as: "otherRepresentative", form });
    const id = path.split("/").at(-1);
    const seen = async (as: "visitor" | "otherRepresentative") =>
      (await world.request("GET", `/netzwerk/zusammenarbeit/${id}`, { as })).text();
    expect(await seen("visitor")).not.toContain("Protokoll im Ordner");
    expect(await seen("otherRepresentative")).toContain("Protokoll im Ordner");
    const stranger = await world.request("POST", `${path}/belege`, { as: "partner", form: proof });
    expect(stranger.status).toBe(404);
  }));

test("what two merged organizations stood in together collapses, and their other ties go on under one name", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const known = {
      kind: "project" as const,
      agreement: "",
      field: "",
      startsOn: "2020-01-01",
      endsOn: null,
      evidence: { kind: "meeting" as const, words: "Protokoll" },
    };
    const { club, youthCenter, company } = world;
    const [two, three] = await recordKnown(office, [
      { ...known, topic: "Zu zweit", organizations: [club, youthCenter] },
      { ...known, topic: "Zu dritt", organizations: [club, youthCenter, company] },
    ]);
    if (!two || !three) throw new Error("two were to be written down");
    const part = { part: "core" as const, political: false, startsOn: "2020-01-01", endsOn: null };
    await recordParts(office, [
      { ...part, organizationId: club },
      { ...part, organizationId: youthCenter },
    ]);
    await mergeOrganization(world.as("system"), youthCenter, club);
    expect(await findCooperation(office, two)).toMatchObject({ state: "withdrawn" });
    expect((await listMembers(office, [three])).map(({ organizationId }) => organizationId).sort()).toEqual(
      [club, company].sort(),
    );
    expect(await listTies(world.as("visitor"))).toHaveLength(1);
    expect(await listParts(office)).toHaveLength(1);
  }));

test("what is known from paper is written down only by the office", () =>
  town(async (world) => {
    for (const who of ["representative", "chair", "visitor"] as const)
      await expect(recordKnown(world.as(who), [])).rejects.toMatchObject({ name: "Forbidden" });
  }));
