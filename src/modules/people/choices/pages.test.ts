import { expect, test } from "vitest";
import { town } from "#test/world.ts";
import { linkToChoices } from "./commands.ts";
import { choicesOf, usualChoices } from "./queries.ts";

const form = { digest: "weekly", digestHour: "8", reminders: "both", invitationsPerMonth: "0" };
const chosen = { digest: "weekly", digestHour: 8, reminders: "both", invitationsPerMonth: 0 };

test("whoever never chose has the usual, and what was chosen stays", () =>
  town(async (world) => {
    const { id } = world.cast.volunteer;
    const ctx = world.as("volunteer");
    expect((await choicesOf(ctx, [id])).get(id)).toEqual(usualChoices);
    const reply = await world.request("POST", "/mein/nachrichten", { as: "volunteer", form });
    expect(reply.headers.get("location")).toBe("/mein/nachrichten?hinweis=gemerkt");
    expect((await choicesOf(ctx, [id, world.cast.neighborhood.id])).get(id)).toEqual(chosen);
    expect((await choicesOf(ctx, [world.cast.neighborhood.id])).get(world.cast.neighborhood.id)).toEqual(
      usualChoices,
    );
    const page = await (
      await world.request("GET", "/mein/nachrichten?hinweis=gemerkt", { as: "volunteer" })
    ).text();
    expect(page).toContain("Gemerkt.");
    expect(page).toMatch(/<option[^>]*value="8"[^>]*selected|<option selected[^>]*value="8"/u);
  }));

test("an hour at night and a pace that does not exist come back with words", () =>
  town(async (world) => {
    const wrong = { ...form, digest: "hourly", digestHour: "3" };
    const reply = await world.request("POST", "/mein/nachrichten", { as: "volunteer", form: wrong });
    expect(reply.status).toBe(422);
    const { id } = world.cast.volunteer;
    expect((await choicesOf(world.as("volunteer"), [id])).get(id)).toEqual(usualChoices);
  }));

test("the link of a letter leads to the same choices without signing in, in its own town only", () =>
  town(async (world) => {
    const { id } = world.cast.volunteer;
    const link = await linkToChoices(world.as("system"), id);
    const page = await world.request("GET", link);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain(world.cast.volunteer.name);
    expect((await choicesOf(world.as("system"), [id])).get(id)).toEqual(usualChoices);
    expect((await world.request("POST", link, { form })).status).toBe(303);
    expect((await choicesOf(world.as("system"), [id])).get(id)).toEqual(chosen);
    expect((await world.request("GET", link, { town: "second" })).status).toBe(404);
    expect((await world.request("GET", `/nachrichten/${"x".repeat(43)}`)).status).toBe(404);
    const old = new Date(+world.now + 401 * 86_400_000);
    expect((await world.request("GET", link, { now: old })).status).toBe(404);
  }));

test("one click of a mail program ends the letters and leaves the rest as it was", () =>
  town(async (world) => {
    const { id } = world.cast.volunteer;
    await world.request("POST", "/mein/nachrichten", { as: "volunteer", form });
    const link = await linkToChoices(world.as("system"), id);
    const click = { form: { "List-Unsubscribe": "One-Click" } };
    for (const status of [200, 200]) expect((await world.request("POST", link, click)).status).toBe(status);
    expect((await choicesOf(world.as("system"), [id])).get(id)).toEqual({ ...chosen, digest: "never" });
  }));
