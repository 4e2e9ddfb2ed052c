import { hold } from "#modules/courses/holders/commands.ts";
import { addQualification, QualificationInput } from "#modules/courses/qualifications/commands.ts";
import { addHelper } from "#modules/shifts/pool/commands.ts";
import { formOf, type Makers, made } from "./made.ts";

/** What one may be qualified for, and what two people have told. */
export const courseThings = async ({ office, volunteer }: Makers, person: Parameters<typeof hold>[1]) => {
  const input = formOf(office, QualificationInput, { name: "Belehrung Lebensmittel" });
  const qualification = made(await addQualification(office, input));
  if (volunteer.actor.kind !== "person") throw new Error("somebody has to tell");
  const told = { qualification, since: "2026-01-10" };
  return {
    qualification,
    ownHeld: made(await hold(volunteer, volunteer.actor.id, told)),
    held: made(await hold(office, person, told)),
  };
};

/** Somebody in the pool of a plan. */
export const poolThings = async (
  { office }: Makers,
  {
    plan,
    person,
  }: { readonly plan: Parameters<typeof addHelper>[1]; readonly person: Parameters<typeof hold>[1] },
) => ({ helper: made(await addHelper(office, plan, person)) });
