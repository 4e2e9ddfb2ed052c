import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { changeSettings } from "#modules/shifts/commands.ts";
import { signUp } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";

const hours = (from: string, to: string) => ({
  startsAt: instantAt("2026-12-05", from),
  endsAt: instantAt("2026-12-05", to),
});

const stage = async (world: World) => {
  const office = world.as("coordinator");
  const festival = await festivalOf(office, world.club);
  const morning = await shiftOf(office, festival, hours("09:00", "12:00"), 1);
  const between = await shiftOf(office, festival, hours("11:00", "13:00"), 2);
  const noon = await shiftOf(office, festival, hours("12:00", "15:00"), 2);
  const base = `/angebote/${festival.slug}/schichten`;
  return { office, festival, morning, between, noon, base };
};

test("a visitor sees what is free, is asked to sign in, and comes back to the same choice", () =>
  town(async (world) => {
    const { base, morning, festival } = await stage(world);
    const list = await (await world.request("GET", base)).text();
    expect(list).toContain("noch 2 Plätze");
    expect(list).toContain("Samstag, 5. Dezember 2026");
    const choice = `${base}/auswahl?platz=${morning.needId}`;
    const reply = await world.request("GET", choice);
    expect(reply.status).toBe(303);
    expect(reply.headers.get("location")).toBe(`/anmelden?weiter=${encodeURIComponent(choice)}`);
    expect(await (await world.request("GET", `/angebote/${festival.slug}`)).text()).toContain(
      "Schichten wählen",
    );
  }));

test("overlap and too short a rest are said before anything is sent, and nothing is lost after a refusal", () =>
  town(async (world) => {
    const { office, festival, base, morning, between, noon } = await stage(world);
    made(await changeSettings(office, festival.id, { restMinutes: 60 }));
    const [a, b, c] = [morning.needId, between.needId, noon.needId];
    const look = await world.request("GET", `${base}/auswahl?platz=${a}&platz=${b}&platz=${c}`, {
      as: "volunteer",
    });
    const text = await look.text();
    expect(text).toContain("Liegt zur selben Zeit wie Ausschank");
    expect(text).toContain("Direkt vor oder nach einer anderen Schicht");
    const form = { platz: [a, b], gruppe: "1", worte: "Ich bringe Kuchen mit." };
    const reply = await world.request("POST", `${base}/auswahl`, { as: "volunteer", form });
    expect(reply.status).toBe(409);
    const again = await reply.text();
    expect(again).toContain("Zwei dieser Zeiten überschneiden sich");
    expect(again).toContain("Ich bringe Kuchen mit.");
    const none = await world.request("POST", `${base}/auswahl`, { as: "volunteer", form: { gruppe: "1" } });
    expect(none.status).toBe(422);
  }));

test("the result says shift by shift what it has become", () =>
  town(async (world) => {
    const { base, morning, noon } = await stage(world);
    made(await signUp(world.as("partner"), { needIds: [morning.needId] }));
    const form = { platz: [morning.needId, noon.needId], gruppe: "1" };
    const reply = await world.request("POST", `${base}/auswahl`, { as: "volunteer", form });
    expect(reply.status).toBe(303);
    const result = await world.request("GET", reply.headers.get("location") ?? "", { as: "volunteer" });
    const text = await result.text();
    expect(text).toContain("Sie sind als Nächstes dran");
    expect(text).toContain("Der Platz gehört Ihnen.");
    const mine = await (await world.request("GET", "/mein/schichten", { as: "volunteer" })).text();
    expect(mine).toContain("als Nächstes dran");
    const list = await (await world.request("GET", `${base}?kann=on`, { as: "volunteer" })).text();
    expect(list).toContain("Zu diesen Filtern passt keine Schicht.");
  }));

test("a closed plan takes no choice, one of wishes asks for wishes, and the calendar file has all shifts", () =>
  town(async (world) => {
    const { office, festival, base, noon } = await stage(world);
    made(await changeSettings(office, festival.id, { mode: "closed" }));
    const closed = await (await world.request("GET", base)).text();
    expect(closed).toContain("kann man sich gerade nicht anmelden");
    expect(closed).not.toContain('name="platz"');
    made(await changeSettings(office, festival.id, { mode: "wishes" }));
    const wishes = `${base}/wuensche`;
    const form = { [`wunsch-${noon.needId}`]: "3", hoechstens: "2" };
    expect((await world.request("POST", wishes, { as: "volunteer", form })).status).toBe(303);
    const told = await (await world.request("GET", wishes, { as: "volunteer" })).text();
    expect(told).toMatch(/<option value="3" selected/u);
    const file = await (await world.request("GET", `${base}.ics`)).text();
    expect(file.match(/BEGIN:VEVENT/gu)).toHaveLength(3);
  }));

test("one sign-up of mine: why I wait, and how I cancel; nobody else sees it", () =>
  town(async (world) => {
    const { morning } = await stage(world);
    made(await signUp(world.as("partner"), { needIds: [morning.needId] }));
    const [placed] = made(await signUp(world.as("volunteer"), { needIds: [morning.needId] }));
    const address = `/mein/schichten/${placed?.signupId}`;
    const page = await (await world.request("GET", address, { as: "volunteer" })).text();
    expect(page).toContain("Warum bin ich (nicht) nachgerückt?");
    expect(page).toContain("Alle Plätze waren vergeben.");
    expect((await world.request("GET", address, { as: "partner" })).status).toBe(404);
    const form = { warum: "Ich verreise." };
    expect((await world.request("POST", `${address}/absage`, { as: "volunteer", form })).status).toBe(303);
    expect(await (await world.request("GET", address, { as: "volunteer" })).text()).toContain(
      "Ich verreise.",
    );
  }));
