import { erasePerson, showPerson } from "#app/privacy.ts";
import type { Context } from "#core/context.ts";
import { isId } from "#core/id.ts";
import { writeLooks } from "#modules/people/commands.ts";
import { findPerson, findPersonByEmail } from "#modules/people/queries.ts";
import type { Person } from "#modules/people/schema.ts";
import type { Call, Command } from "./command.ts";
import { inTown, townOption } from "./house.ts";

const find = async (ctx: Context, named: string): Promise<Person> => {
  const person = isId<"person">(named) ? await findPerson(ctx, named) : await findPersonByEmail(ctx, named);
  if (!person) throw new Error(`${ctx.place.name} knows nobody as ${named}.`);
  return person;
};

const exportPerson = (call: Call): Promise<void> =>
  inTown(call, "read write", async (ctx) => {
    const { id } = await find(ctx, call.parameter(0));
    const everything = await showPerson(ctx, id);
    await writeLooks(ctx, [{ personId: id, purpose: "Auskunft über alle gespeicherten Daten" }]);
    call.answer(everything, [JSON.stringify(everything, null, 2)]);
  });

const erase = (call: Call): Promise<void> =>
  inTown(call, "read write", async (ctx) => {
    const { id, name } = await find(ctx, call.parameter(0));
    if (!call.isOn("yes"))
      throw new Error(`This erases ${name} (${id}) for ever. If that is meant, add --yes.`);
    await erasePerson(ctx, id);
    call.answer({ erased: id }, [`${name} (${id}) is erased.`]);
  });

/** What a person has a right to. */
export const peopleCommands: readonly Command[] = [
  {
    name: "person export",
    words: "Print everything that a town keeps about somebody.",
    parameters: ["ID|EMAIL"],
    options: townOption,
    run: exportPerson,
  },
  {
    name: "person erase",
    words: "Erase somebody from a town.",
    parameters: ["ID|EMAIL"],
    options: { ...townOption, yes: { words: "really" } },
    run: erase,
  },
];
