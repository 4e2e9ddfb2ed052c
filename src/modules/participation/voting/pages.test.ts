import { expect, test } from "vitest";
import type { BallotRule } from "#methods/ballot.ts";
import { makeVotingCodes } from "#modules/participation/ballot-letters/commands.ts";
import {
  addBallot,
  announceBallot,
  type BallotInput,
  drawLots,
  setOptions,
} from "#modules/participation/ballots/commands.ts";
import { listSheets } from "#modules/participation/box/queries.ts";
import { addVoters } from "#modules/participation/roll/commands.ts";
import { countRoll, listVoters } from "#modules/participation/roll/queries.ts";
import { town, type World } from "#test/world.ts";

const hour = 3_600_000;
const points: BallotRule = { kind: "points", paper: "points", seats: 1, points: 5, mostEach: 3 };
const majority: BallotRule = { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 };

const opened = async (world: World, rule: BallotRule, more: Partial<BallotInput> = {}) => {
  const office = world.as("coordinator");
  const added = await addBallot(office, {
    title: "Wohin mit dem Brunnen?",
    question: "Wohin soll der Brunnen?",
    words: "",
    rule,
    secrecy: "secret",
    electorate: "everybody",
    electorateWords: "",
    postcodes: [],
    leastAge: 0,
    takesOnline: true,
    takesPaper: true,
    opensAt: new Date(+world.now - hour),
    closesAt: new Date(+world.now + hour),
    ...more,
  });
  if (!added.ok) throw new Error(added.because);
  const { id, slug } = added.value;
  await setOptions(office, id, [
    { key: "1", title: "Auf den Markt" },
    { key: "2", title: "In den Park" },
  ]);
  await drawLots(office, id, "4 8 15 16 23 42");
  const announced = await announceBallot(office, id);
  if (!announced.ok) throw new Error(announced.because);
  return { office, id, slug, sheet: `/beteiligung/abstimmungen/${slug}/stimmzettel` };
};

const receiptIn = (html: string): string => /name="quittung" value="([^"]+)"/u.exec(html)?.[1] ?? "";

test("one looks at the sheet once more, votes once, and nothing remembers the receipt beside the person", () =>
  town(async (world) => {
    const { office, id, sheet } = await opened(world, points);
    const first = await (await world.request("GET", sheet, { as: "volunteer" })).text();
    const quittung = receiptIn(first);
    expect(quittung).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    const marks = { "m.1": "3", "m.2": "2" };
    const look = await world.request("POST", sheet, { as: "volunteer", form: { ...marks, quittung } });
    expect(look.status).toBe(200);
    expect(await look.text()).toContain("3 Punkte");
    expect(await listSheets(office, id)).toEqual([]);
    const form = { ...marks, quittung, schritt: "abstimmen" };
    const done = await world.request("POST", sheet, { as: "volunteer", form });
    expect(done.status).toBe(200);
    expect(done.headers.get("location")).toBeNull();
    expect(await done.text()).toContain("Sie haben abgestimmt");
    // The answer was lost and the form is sent again: the same sheet, acknowledged once more.
    expect((await world.request("POST", sheet, { as: "volunteer", form })).status).toBe(200);
    expect(await listSheets(office, id)).toMatchObject([{ receipt: quittung, marks: { 1: 3, 2: 2 } }]);
    const second = await world.request("POST", sheet, {
      as: "volunteer",
      form: { "m.1": "1", schritt: "abstimmen" },
    });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain("Sie haben schon abgestimmt");
    const { rows } = await world.sql(
      `select count(*)::int as n from submissions s where to_jsonb(s)::text like '%' || $1 || '%'
       union all select count(*)::int from events e where to_jsonb(e)::text like '%' || $1 || '%'`,
      [quittung],
    );
    expect(rows).toEqual([{ n: 0 }, { n: 0 }]);
  }));

test("too many points come back in words, with everything that was typed", () =>
  town(async (world) => {
    const { sheet } = await opened(world, points);
    const wrong = await world.request("POST", sheet, { as: "volunteer", form: { "m.1": "3", "m.2": "3" } });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Bitte vergeben Sie höchstens 5 Punkte.");
    const odd = await world.request("POST", sheet, { as: "volunteer", form: { "m.1": "-1" } });
    expect(odd.status).toBe(422);
    expect(await odd.text()).toContain("Bitte geben Sie „Auf den Markt“ eine ganze Zahl.");
    const forged = await opened(world, majority, { title: "Ja oder Nein" });
    const unknown = await world.request("POST", forged.sheet, {
      as: "volunteer",
      form: { wahl: "vielleicht" },
    });
    expect(unknown.status).toBe(422);
    const two = await world.request("POST", forged.sheet, { as: "volunteer", form: { wahl: ["yes", "no"] } });
    expect(await two.text()).toContain("Bitte wählen Sie nur eine Antwort.");
  }));

test("a letter opens the sheet without an account, once; unknown and used codes are told apart", () =>
  town(async (world) => {
    const { office, id, slug, sheet } = await opened(world, majority, { electorate: "roll" });
    await addVoters(office, id, [{ name: "Ilse Noack" }]);
    const voter = (await listVoters(office, id))[0];
    if (!voter) throw new Error("nobody on the roll");
    const code = (await makeVotingCodes(office, id, [voter.id])).get(voter.id) ?? "";
    const door = `/beteiligung/abstimmungen/${slug}/code`;
    const wrong = await world.request("POST", door, { form: { code: "AAAA-BBBB-CCCC" } });
    expect(wrong.status).toBe(422);
    const scanned = await world.request("GET", `${door}?code=${code}`);
    expect(scanned.headers.get("location")).toBe(sheet);
    const typed = await world.request("POST", door, {
      form: { code: code.toLowerCase().replaceAll("-", " ") },
    });
    expect(typed.headers.get("set-cookie")).toContain(`stimmcode=${code}`);
    const headers = { cookie: `stimmcode=${code}` };
    const done = await world.request("POST", sheet, { headers, form: { wahl: "yes", schritt: "abstimmen" } });
    expect(await done.text()).toContain("Ihre Quittung");
    const again = await world.request("POST", door, { form: { code } });
    expect(await again.text()).toContain("Mit diesem Code wurde schon abgestimmt");
    expect(await countRoll(office, id)).toMatchObject({ entitled: 1, online: 1 });
    expect((await world.request("GET", sheet, { as: "volunteer" })).status).toBe(200);
    const strange = await world.request("POST", sheet, { as: "volunteer", form: { wahl: "no" } });
    expect(strange.status).toBe(409);
    expect(await strange.text()).toContain("Sie stehen nicht im Verzeichnis");
    expect((await world.request("GET", sheet, { town: "second" })).status).toBe(404);
  }));

test("before it opens and after it closes no sheet is taken", () =>
  town(async (world) => {
    const soon = await opened(world, majority, { opensAt: new Date(+world.now + 1_000) });
    const form = { wahl: "yes", schritt: "abstimmen" };
    const early = await world.request("POST", soon.sheet, { as: "volunteer", form });
    expect(early.status).toBe(409);
    expect(await early.text()).toContain("noch nicht möglich");
    expect(await listSheets(soon.office, soon.id)).toEqual([]);
  }));

test("an empty sheet is possible and said to be empty", () =>
  town(async (world) => {
    const { office, id, sheet } = await opened(world, majority);
    const look = await world.request("POST", sheet, { as: "volunteer", form: {} });
    expect(await look.text()).toContain("Ihr Zettel ist leer.");
    await world.request("POST", sheet, { as: "volunteer", form: { schritt: "abstimmen" } });
    expect(await listSheets(office, id)).toMatchObject([{ marks: {} }]);
  }));

test("whoever got a code by mail and is signed in with that mail has one sheet, not two", () =>
  town(async (world) => {
    const { office, id, sheet } = await opened(world, majority);
    const { rows } = await world.sql(
      `select a.email::text as email from accounts a join people p on p.account_id = a.id where p.id = $1`,
      [world.cast.volunteer.id],
    );
    await addVoters(office, id, [{ name: "Wer auch immer", email: String(rows[0]?.["email"]) }]);
    const form = { wahl: "yes", schritt: "abstimmen" };
    expect((await world.request("POST", sheet, { as: "volunteer", form })).status).toBe(200);
    const voter = (await listVoters(office, id))[0];
    if (!voter) throw new Error("nobody on the roll");
    expect(voter.votedBy).toBe("online");
    const code = (await makeVotingCodes(office, id, [voter.id])).get(voter.id) ?? "";
    const headers = { cookie: `stimmcode=${code}` };
    const twice = await world.request("POST", sheet, { headers, form: { wahl: "no", schritt: "abstimmen" } });
    expect(twice.status).toBe(409);
    expect(await countRoll(office, id)).toMatchObject({ entitled: 1, online: 1 });
  }));
