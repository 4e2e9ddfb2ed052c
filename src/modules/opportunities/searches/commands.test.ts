import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { dismissOffer } from "#modules/opportunities/suggestions/commands.ts";
import { town, type World } from "#test/world.ts";
import { changePace, dropSearch, lookForNew, saveSearch } from "./commands.ts";
import { listSearches } from "./queries.ts";

const put = async (ctx: Context, world: World, title: string, fields = {}) => {
  const input = read(ctx, OpportunityInput, {
    title,
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["social"],
    postcode: "02943",
    townName: "Weißwasser",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const { id } = await addOpportunity(ctx, world.club, input.value);
  await publishOpportunity(ctx, id);
  return id;
};

const day = 86_400_000;
const later = (world: World, days: number) => ({ now: new Date(+world.now + days * day) });

const told = async (world: World): Promise<readonly { title: string; text: string; path: string }[]> =>
  (await world.sql("select title, text, path from notices where kind = 'search' order by made_at, key")).rows;

test("a remembered search tells once what is new for it, and nothing when nothing is new", () =>
  town(async (world) => {
    await put(world.as("coordinator"), world, "Alt", { fields: ["sport"] });
    await saveSearch(world.as("volunteer"), { suche: "feld=sport&seite=3&sortierung=neu", name: "Sport" });
    await lookForNew(world.as("system", later(world, 1)));
    expect(await told(world)).toEqual([]);
    const office = world.as("coordinator", later(world, 1.2));
    await put(office, world, "Turnen", { fields: ["sport"] });
    await put(office, world, "Singen", { fields: ["culture"] });
    const no = await put(office, world, "Ringen", { fields: ["sport"] });
    await dismissOffer(world.as("volunteer"), no);
    expect(await lookForNew(world.as("system", later(world, 2)))).toBe(1);
    const [one] = await told(world);
    expect(one).toMatchObject({
      title: "1 neues Angebot: Sport",
      path: "/angebote?feld=sport&sortierung=neu",
    });
    expect(one?.text).toContain("Turnen");
    expect(await lookForNew(world.as("system", later(world, 2.1)))).toBe(0);
    await lookForNew(world.as("system", later(world, 3)));
    expect((await told(world)).length).toBe(1);
  }));

test("who wants to hear once a week hears once a week", () =>
  town(async (world) => {
    const mine = world.as("volunteer");
    const saved = await saveSearch(mine, { suche: "q=Garten", name: "Garten" });
    if (!saved.ok) throw new Error(saved.because);
    await changePace(mine, saved.value, "weekly");
    await put(world.as("coordinator", later(world, 1)), world, "Garten gießen");
    await put(world.as("coordinator", later(world, 1)), world, "Kuchen backen");
    expect(await lookForNew(world.as("system", later(world, 6)))).toBe(0);
    expect(await lookForNew(world.as("system", later(world, 7)))).toBe(1);
    expect((await told(world)).map(({ title }) => title)).toEqual(["1 neues Angebot: Garten"]);
  }));

test("a search that can find nothing any more says so, once, and goes on being shown", () =>
  town(async (world) => {
    const mine = world.as("volunteer");
    const { rows } = await world.sql(`select slug from organizations where id = '${world.club}'`);
    await saveSearch(mine, { suche: `organisation=${rows[0]?.slug}`, name: "Der Verein" });
    await world.sql(`update organizations set hidden_at = now() where id = '${world.club}'`);
    await lookForNew(world.as("system", later(world, 1)));
    await lookForNew(world.as("system", later(world, 2)));
    expect((await told(world)).map(({ title }) => title)).toEqual([
      "Ihre Suche „Der Verein“ kann nichts mehr finden",
    ]);
    expect(await listSearches(mine, world.cast.volunteer.id)).toMatchObject([{ dead: "organization" }]);
  }));

test("searches are one's own: nobody else sees, changes or deletes them, and twice the same is refused", () =>
  town(async (world) => {
    const mine = world.as("volunteer");
    const saved = await saveSearch(mine, { suche: "feld=sport", name: "Sport" });
    if (!saved.ok) throw new Error(saved.because);
    expect(await saveSearch(mine, { suche: "feld=sport&unsinn=1", name: "Nochmal" })).toEqual({
      ok: false,
      because: "already",
    });
    for (const part of ["neighborhood", "coordinator", "foreignVolunteer"] as const) {
      const other = world.as(part);
      await expect(listSearches(other, world.cast.volunteer.id)).rejects.toMatchObject({ name: "Forbidden" });
      await expect(changePace(other, saved.value, "weekly")).rejects.toMatchObject({ name: "NotFound" });
      await expect(dropSearch(other, saved.value)).rejects.toMatchObject({ name: "NotFound" });
    }
    for (let n = 1; n < 20; n += 1) await saveSearch(mine, { suche: `q=Wort${n}`, name: `Wort ${n}` });
    expect(await saveSearch(mine, { suche: "q=Mehr", name: "Mehr" })).toEqual({ ok: false, because: "many" });
    await dropSearch(mine, saved.value);
    expect((await listSearches(mine, world.cast.volunteer.id)).length).toBe(19);
  }));

test("below the list one presses a button, and finds the search again with its name and number", () =>
  town(async (world) => {
    await put(world.as("coordinator"), world, "Turnen", { fields: ["sport"] });
    const list = await (await world.request("GET", "/angebote?feld=sport", { as: "volunteer" })).text();
    expect(list).toContain("Diese Suche merken");
    expect(await (await world.request("GET", "/angebote?feld=sport")).text()).toContain(
      "/anmelden?weiter=%2Fangebote%3Ffeld%3Dsport",
    );
    const form = { suche: "feld=sport", name: "Sport" };
    const reply = await world.request("POST", "/mein/suchen", { as: "volunteer", form });
    expect(reply.headers.get("location")).toBe("/mein/suchen?hinweis=gemerkt");
    expect((await world.request("POST", "/mein/suchen", { as: "volunteer", form })).status).toBe(409);
    const page = await (await world.request("GET", "/mein/suchen", { as: "volunteer" })).text();
    expect(page).toContain("jetzt 1 Angebot");
    expect((await world.request("GET", "/mein/suchen")).status).toBe(303);
  }));
