import { addCluster } from "#modules/workshops/clusters/commands.ts";
import { addWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { addTable, letPhase, useTemplate } from "#modules/workshops/planning/commands.ts";
import { listPhases } from "#modules/workshops/queries.ts";
import { RegistrationForm, register } from "#modules/workshops/registrations/commands.ts";
import { addStep, StepInput } from "#modules/workshops/steps/commands.ts";
import { formOf, type Makers, made } from "./made.ts";

const hour = 3_600_000;

/** A workshop whose hall is open, with one table and somebody who registered for it. */
export const workshopThings = async ({ office }: Makers) => {
  const { name } = office.place;
  const times = { startsAt: new Date(+office.now + hour), endsAt: new Date(+office.now + 4 * hour) };
  const day = { title: `Werkstatt ${name}`, question: "Was fehlt?", ...times };
  const { id, slug } = made(await addWorkshop(office, day));
  made(await useTemplate(office, id));
  const table = made(await addTable(office, id, { title: "Nachwuchs", question: "", hostName: "" }));
  made(await moveWorkshop(office, id, "announced"));
  const guest = { name: "Wilma Werk", email: "wilma@gast.example", photo: "nein" };
  const registered = made(await register(office, id, formOf(office, RegistrationForm, guest)));
  made(await moveWorkshop(office, id, "running"));
  const [phase] = await listPhases(office, id);
  if (!phase) throw new Error("the day has no parts");
  made(await letPhase(office, id, phase.id, "cards"));
  const theme = made(await addCluster(office, phase.id, { title: "Räume", words: "" }));
  const agreed = { title: "Halle öffnen", ownerName: "der Vorstand", dueOn: "2027-01-31" };
  return {
    tracedKind: "cardCluster",
    cardCluster: theme,
    workshopStep: made(await addStep(office, id, formOf(office, StepInput, agreed))),
    workshop: id,
    workshopSlug: slug,
    workshopPhase: phase.id,
    workshopTable: table,
    workshopRegistration: registered.id,
    registrationToken: registered.token,
  };
};
