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

const threeTogether = async (world: World): Promise<{ readonly path: string; readonly id: string }> => {
  const form = { ...proposal(world), partner2: world.company };
  const answer = await world.request("POST", "/mein/zusammenarbeit/neu", { as: "representative", form });
  const path = answer.headers.get("location")?.replace("?hinweis=neu", "") ?? "";
  const id = path.split("/").at(-1) ?? "";
  for (const organization of [world.youthCenter, world.company])
    await world.request("POST", `/buero/netzwerk/zusammenarbeit/${id}/antwort`, {
      as: "coordinator",
      form: { organization, answer: "confirmed" },
    });
  return { path, id };
};

test("one of three leaves earlier: it keeps the days before, and the others go on; the last but one has to end it", () =>
  town(async (world) => {
    const { path } = await threeTogether(world);
    const send = (form: Readonly<Record<string, string>>) =>
      world.request("POST", `${path}/dauer`, { as: "otherRepresentative", form });
    const left = { organization: world.youthCenter, leftOn: "2026-08-31" };
    expect((await send({ ...left, leftOn: "2026-04-30" })).status).toBe(409);
    expect((await send({ ...left, joinedOn: "2026-09-01" })).status).toBe(422);
    expect((await send({ ...left, organization: world.club })).status).toBe(409);
    expect((await send(left)).status).toBe(303);
    expect((await send(left)).status).toBe(409);
    const ties = await listTies(world.as("visitor"));
    expect(ties.filter(({ endsOn }) => endsOn === "2026-08-31")).toHaveLength(2);
    expect(ties.filter(({ endsOn }) => endsOn === null)).toHaveLength(1);
    const last = await world.request("POST", `${path}/dauer`, {
      as: "representative",
      form: { organization: world.club, leftOn: "2026-10-31" },
    });
    expect(last.status).toBe(409);
    expect(await last.text()).toContain("Beenden Sie bitte die Zusammenarbeit");
  }));

test("a PDF shows it, read by everybody only when the evidence is for everybody; what is no PDF is refused", () =>
  town(async (world) => {
    const { path, id } = await threeTogether(world);
    const add = (words: string, content: string, open: boolean) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ kind: "contract", words, happenedOn: "2026-06-01" }))
        form.set(name, value);
      if (open) form.set("public", "on");
      form.set("datei", new File([content], "vertrag.pdf", { type: "application/pdf" }));
      return world.request("POST", `${path}/belege`, { as: "representative", form });
    };
    const wrong = await add("Ein Bild", "GIF89a", true);
    expect(wrong.status).toBe(409);
    expect(await wrong.text()).toContain("Ein Bild");
    expect((await add("Vertrag", "%PDF-1.7 offen", true)).status).toBe(303);
    expect((await add("Nebenabrede", "%PDF-1.7 intern", false)).status).toBe(303);
    const page = `/netzwerk/zusammenarbeit/${id}`;
    const addresses = async (as: "representative" | "visitor") =>
      [
        ...(await (await world.request("GET", page, { as })).text()).matchAll(
          /href="([^"]+\/belege\/[^"]+)"/gu,
        ),
      ].map(([, address = ""]) => address);
    const [open = ""] = await addresses("visitor");
    expect(await addresses("visitor")).toHaveLength(1);
    expect(await (await world.request("GET", open)).text()).toContain("offen");
    const internal = (await addresses("representative")).find((address) => address !== open) ?? "";
    expect((await world.request("GET", internal)).status).toBe(404);
    expect((await world.request("GET", internal, { as: "representative" })).status).toBe(200);
    expect((await world.request("GET", open, { town: "second" })).status).toBe(404);
  }));
