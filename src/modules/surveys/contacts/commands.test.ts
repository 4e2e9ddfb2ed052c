import { expect, test } from "vitest";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { town, type World } from "#test/world.ts";
import { forgetContacts } from "./commands.ts";
import { contactsOfPerson } from "./queries.ts";

const content: Questionnaire = {
  title: { de: "Wie geht es?" },
  languages: ["de"],
  pages: [{ name: "eins", questions: [{ kind: "text", name: "wort", label: { de: "Ein Wort?" } }] }],
};

const opened = async (world: World, asksContact = true) => {
  const ctx = world.as("coordinator");
  const id = await addSurvey(ctx, { title: "Wie geht es?", asksContact }, { content });
  await openSurvey(ctx, id, content);
  return { ctx, id };
};

const address = "/umfragen/wie-geht-es/kontakt";

test("an address lies apart from every answer, and its own list is logged", () =>
  town(async (world) => {
    const { ctx, id } = await opened(world);
    await world.sql("update people set email = 'frieda@gast.example' where id = $1", [
      world.cast.volunteer.id,
    ]);
    const form = { name: "Frieda", email: "Frieda@gast.example", words: "Ergebnisse" };
    expect((await world.request("POST", address, { form, as: "volunteer" })).status).toBe(303);
    const { rows } = await world.sql("select to_jsonb(c) as kept from survey_contacts c");
    expect(Object.keys(rows[0]?.["kept"] as object).toSorted()).toEqual([
      "email",
      "id",
      "left_on",
      "name",
      "phone",
      "place_id",
      "survey_id",
      "words",
    ]);
    const { rows: events } = await world.sql("select 1 from events where actor_id = $1", [
      world.cast.volunteer.id,
    ]);
    expect(events).toEqual([]);
    const list = `/fragebogen/${id}/kontakte`;
    expect(await (await world.request("GET", list, { as: "coordinator" })).text()).toContain(
      "frieda@gast.example",
    );
    const { rows: looks } = await world.sql("select purpose from access_log where person_id = $1", [
      world.cast.volunteer.id,
    ]);
    expect(looks).toHaveLength(1);
    expect((await world.request("GET", list, { as: "representative" })).status).toBe(404);
    expect(await contactsOfPerson(ctx, world.cast.volunteer.id)).toHaveLength(1);
    await forgetContacts(ctx, world.cast.volunteer.id);
    expect(await contactsOfPerson(ctx, world.cast.volunteer.id)).toEqual([]);
  }));

test("without a way to reach somebody the form comes back; a survey that does not ask has no such page", () =>
  town(async (world) => {
    await opened(world, false);
    expect((await world.request("GET", address)).status).toBe(404);
    expect((await world.request("POST", address, { form: { email: "a@gast.example" } })).status).toBe(404);
    await world.sql("update surveys set asks_contact = true");
    const back = await world.request("POST", address, { form: { name: "Nur ein Name" } });
    expect(back.status).toBe(422);
    expect(await back.text()).toContain("Nur ein Name");
  }));
